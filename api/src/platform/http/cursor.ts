import { decodeCursor } from '@encircle/shared/paging';
import { invalid } from '#api/platform/errors/domain-error.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A register's page begins after a moment and an id. @throws 400 for a cursor that is none of ours */
export function cursorOf(after: string | undefined): readonly [string, string] | null {
  if (after === undefined) return null;
  const [at, id] = decodeCursor(after, 2) ?? [];
  if (typeof at !== 'string' || typeof id !== 'string' || Number.isNaN(Date.parse(at)) || !UUID.test(id))
    throw invalid({ after: ['Start the list again from its first page'] });
  return [at, id];
}
