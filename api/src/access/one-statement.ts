import type { DataSource } from 'typeorm';
import type { AccessRule } from './access.decorator.js';
import { askerOf, type Asker } from './asker.js';
import { askCeiling } from './ceiling.js';
import type { StatementEntry } from './ctx.decorator.js';
import { askOnce, type Statement } from '#api/platform/database/ask-once.js';
import type { Entered } from '#api/platform/database/unit-of-work.js';
import { DomainError, reasonNeeded } from '#api/platform/errors/domain-error.js';

/** Raised by `audit.record`. */
const REASON_NEEDED = 'EN001';

type Answered = { entered: Entered | null };

/**
 * Runs a function of schema `hot`: one statement that enters, selects under row-level security and writes its audit
 * row. Role ceiling, account and purpose hold here as in a unit of work, before anything of the answer is used.
 * @throws DomainError SIGN_IN when the session is over; R01, R02 and NOT_FOUND as everywhere
 */
export async function oneStatement<T>(
  source: DataSource,
  rule: AccessRule,
  entry: StatementEntry,
  statement: Statement,
): Promise<T & { asker: Asker }> {
  const [row] = await askOnce<T & Answered>(source, {
    ...statement,
    values: [entry.token, entry.purpose, entry.reason, entry.requestId, ...statement.values],
  }).catch((error: unknown) => {
    // The statement found something and could not write it down without a reason; where it finds nothing, the ceiling says so.
    if ((error as { code?: unknown }).code === REASON_NEEDED) throw reasonNeeded();
    throw error;
  });
  if (!row?.entered) throw new DomainError('SIGN_IN', 401);
  const asker = askerOf(row.entered);
  askCeiling(asker, rule);
  return { ...row, asker };
}
