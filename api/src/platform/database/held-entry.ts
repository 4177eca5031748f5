import type { DataSource } from 'typeorm';
import { UnitOfWork } from './unit-of-work.js';

/** An entry of the outbox this worker holds for a while. */
export interface HeldEntry {
  id: string;
  claim: string;
}

/**
 * Runs `work` as the recipient of an entry that is held, in a transaction that cannot write.
 * @returns null when its recipient's account is not live
 * @throws the database's 55006 when the entry is not held any more
 */
export function asRecipient<T>(
  source: DataSource,
  entry: HeldEntry,
  work: (uow: UnitOfWork) => Promise<T>,
): Promise<T | null> {
  return UnitOfWork.lookOnly(
    source,
    'select sec.enter_delivery($1, $2) as entered',
    [entry.id, entry.claim],
    work,
  );
}
