import { addWorkingDays, londonDate } from '@encircle/shared/dates';
import type { BaseRole } from '@encircle/shared/policy';
import type { BlockAsker, BlockBasis, BlockView } from '@encircle/shared/restrictions';

/** One line of the register as the database hands it over. */
export interface BlockRow {
  id: string;
  version: number;
  episodeId: string | null;
  episodeRef: string | null;
  childId: string;
  userId: string;
  worker: string;
  agency: string | null;
  basis: BlockBasis;
  askedBy: BlockAsker;
  reason: string;
  from: string;
  until: string | null;
  /** To the microsecond, for the cursor. */
  fromKey: string;
  setById: string | null;
  setBy: string | null;
  confirmedAt: string | null;
  confirmedBy: string | null;
  endedReason: string | null;
  endedBy: string | null;
}

/** The officer looks at a new block within two working days (rule R21). */
const CONFIRM_WITHIN = 2;

/** On whose behalf each role may speak; whoever is not here speaks for themselves only. */
const SPEAKS_FOR: Partial<Record<BaseRole, readonly BlockAsker[]>> = {
  IGO: ['CHILD', 'PARENT', 'LEAD', 'WORKER', 'MANAGER', 'CAF_TEAM', 'IGO'],
  CAFC: ['CHILD', 'PARENT', 'LEAD', 'WORKER', 'MANAGER', 'CAF_TEAM'],
  PRACT: ['CHILD', 'PARENT', 'LEAD', 'WORKER'],
  AMGR: ['CHILD', 'PARENT', 'LEAD', 'MANAGER'],
  YP: ['CHILD'],
};

export const maySpeakFor = (role: BaseRole, asker: BlockAsker): boolean =>
  SPEAKS_FOR[role]?.includes(asker) === true;

/** A block holds from the moment it is set; until the officer has confirmed it, whoever set it may take it back. */
export function blockView(row: BlockRow, me: { userId: string; role: string }): BlockView {
  const holds = row.until === null;
  const waits = holds && row.confirmedAt === null;
  return {
    id: row.id,
    version: row.version,
    episodeId: row.episodeId,
    episodeRef: row.episodeRef,
    childId: row.childId,
    userId: row.userId,
    worker: row.worker,
    agency: row.agency,
    basis: row.basis,
    askedBy: row.askedBy,
    reason: row.reason,
    from: row.from,
    until: row.until,
    setBy: row.setBy,
    confirmedBy: row.confirmedBy,
    confirmedAt: row.confirmedAt,
    endedReason: row.endedReason,
    endedBy: row.endedBy,
    confirmBy: waits ? addWorkingDays(londonDate(row.from), CONFIRM_WITHIN) : null,
    mayEnd: holds && (me.role === 'IGO' || (waits && (me.role === 'CAFC' || row.setById === me.userId))),
    mayConfirm: waits && me.role === 'IGO',
  };
}
