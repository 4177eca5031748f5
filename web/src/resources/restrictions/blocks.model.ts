import type { BlockAsker, BlockView, RelationOfStaff } from '@encircle/shared/restrictions';

/** In the order they are offered. */
export const RELATIONS = [
  'OWN_CHILD',
  'STEPCHILD',
  'GRANDCHILD',
  'BROTHER_SISTER',
  'NIECE_NEPHEW',
  'PARTNERS_CHILD',
  'MYSELF',
  'OTHER',
] as const satisfies readonly RelationOfStaff[];

export type Standing = 'overdue' | 'waiting' | 'confirmed' | 'ended';

/** Where a block stands: over, confirmed, or waiting for the officer, in time or not. */
export function standingOf(
  { until, confirmedAt, confirmBy }: Pick<BlockView, 'until' | 'confirmedAt' | 'confirmBy'>,
  today: string,
): Standing {
  if (until !== null) return 'ended';
  if (confirmedAt !== null) return 'confirmed';
  return confirmBy !== null && confirmBy < today ? 'overdue' : 'waiting';
}

const ASKERS: Readonly<Record<string, readonly BlockAsker[]>> = {
  IGO: ['CHILD', 'PARENT', 'LEAD', 'WORKER', 'MANAGER', 'CAF_TEAM', 'IGO'],
  CAFC: ['CHILD', 'PARENT', 'LEAD', 'WORKER', 'MANAGER', 'CAF_TEAM'],
  PRACT: ['CHILD', 'PARENT', 'LEAD'],
  AMGR: ['CHILD', 'PARENT', 'LEAD', 'MANAGER'],
};

/** For whom somebody in this role may ask; nobody is offered an answer the API refuses. */
export const askersFor = (role: string): readonly BlockAsker[] => ASKERS[role] ?? [];
