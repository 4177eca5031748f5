import type { EpisodeState } from '../codes/index.js';
import { compareDates } from '../dates/index.js';
import type { LifecycleFacts, LifecycleRole } from './facts.js';
import { GUARDS, guardObstacles, type GuardKey } from './guards.js';
import { mayBring, referralFrom } from './moves.js';
import { unless, type Obstacle } from './problem.js';
import { transitionsFrom, type TransitionId } from './table.js';

/** How a move is brought about: on the page of the case itself, or with the piece of work it comes from. */
export type MoveWay =
  | 'HERE'
  | 'CHECKLIST'
  | 'AGREEMENT'
  | 'WITHOUT_AGREEMENT'
  | 'ASSESSMENT'
  | 'MEETING'
  | 'REVIEW'
  | 'CLOSING'
  | 'REFERRAL'
  | 'DECISION'
  | 'NEW_RECORD'
  | 'PANEL';

/** YOURS: this person may bring it about; SIGN: somebody has, and this person signs; OTHERS: neither. */
export type MoveStanding = 'YOURS' | 'SIGN' | 'OTHERS';

export interface OfferedMove {
  id: TransitionId;
  trigger: string;
  to: EpisodeState | null;
  way: MoveWay;
  standing: MoveStanding;
  who: readonly LifecycleRole[];
  /** Those who still have to sign beside the one who brings it about */
  signers: readonly LifecycleRole[];
  /** What has to be true first; what the form of the move itself asks is not among it */
  obstacles: readonly Obstacle[];
}

const WAYS: Readonly<Partial<Record<TransitionId, MoveWay>>> = {
  T02: 'CHECKLIST',
  T03: 'CHECKLIST',
  T05: 'AGREEMENT',
  T06: 'WITHOUT_AGREEMENT',
  T08: 'WITHOUT_AGREEMENT',
  T09: 'WITHOUT_AGREEMENT',
  T12: 'ASSESSMENT',
  T15: 'MEETING',
  T16: 'MEETING',
  T17: 'MEETING',
  T18: 'REVIEW',
  T19: 'PANEL',
  T20: 'HERE',
  T20_WITHDRAWN: 'PANEL',
  T23: 'DECISION',
  T24: 'DECISION',
  T26: 'HERE',
  T27: 'HERE',
  T29: 'HERE',
  T35: 'NEW_RECORD',
  T35_CLERICAL: 'HERE',
  T36: 'HERE',
  T36_UNDO: 'HERE',
  T37: 'HERE',
  T39: 'HERE',
};

/** Guards that only ask for what the form of the move holds: the form says what is missing. */
const OF_THE_FORM: readonly GuardKey[] = [
  'PANEL_QUESTION',
  'PANEL_PACK',
  'PANEL_DECIDED',
  'HANDOVER_HELD',
  'NEW_AREA_KNOWN',
  'TRANSFER_DECLINED',
  'BELOW_THRESHOLD',
  'NO_AGREEMENT_POSSIBLE',
  'LOW_NEED',
  'MANAGER_VIEW',
  'MEETING_DATE',
  'REARRANGE_REASON',
  'REVIEW_COMPLETE',
  'STATUTORY_ACCEPTED',
  'NOT_ACCEPTED_REASON',
  'ASSESSMENT_COMPLETE',
  'CLOSURE_FORM',
  'FINAL_REVIEW',
  'HOLD_REASON',
  'MERGE_FITS',
  'DISPOSAL_GROUND',
  'TWO_APPROVE_MERGE',
  'TWO_APPROVE_DISPOSAL',
];

/** Every move the table knows from here that people bring about, with what stands in the way of each. */
export function offeredMoves(facts: LifecycleFacts, roles: readonly LifecycleRole[]): OfferedMove[] {
  if (facts.state === null) return [];
  const referral = referralFrom(facts.state).transition;
  return transitionsFrom(facts.state).flatMap((row) => {
    const way = row.safeguarding ? 'REFERRAL' : row.to === 'CLOSED' ? 'CLOSING' : WAYS[row.id];
    if (way === undefined || (row.safeguarding && row.id !== referral)) return [];
    const to =
      row.to === 'SAME' ? facts.state : row.to === 'RETURN' ? (facts.returnTo.at(-1) ?? null) : row.to;
    return [
      {
        id: row.id,
        trigger: row.trigger,
        to,
        way,
        standing: standingOf(row.id, facts, roles),
        who: row.who,
        signers: (row.approvedBy ?? []).filter((role) => !facts.approvals.includes(role)),
        obstacles: [
          ...row.guards
            .filter((guard) => !OF_THE_FORM.includes(guard))
            .flatMap((guard) => obstaclesOf(guard, facts, row)),
          ...unless(
            row.id !== 'T34' || isProposed(facts),
            'NOT_OF_AGE',
            'The young person has not had the birthday yet',
          ),
        ],
      },
    ];
  });
}

/** The program proposes to close on the day the last of the children is 18 (T34). */
function isProposed({ adultOn, today }: LifecycleFacts): boolean {
  return adultOn !== null && compareDates(adultOn, today) <= 0;
}

/** The reason is asked in the form; that the time for it is over is said before. */
function obstaclesOf(
  guard: GuardKey,
  facts: LifecycleFacts,
  row: Parameters<typeof guardObstacles>[2],
): Obstacle[] {
  if (guard === 'CLERICAL') return GUARDS.CLERICAL({ ...facts, clericalReason: true });
  if (guard === 'UNDO_IN_TIME') return GUARDS.UNDO_IN_TIME({ ...facts, mergeReason: true });
  return guardObstacles(guard, facts, row);
}

function standingOf(id: TransitionId, facts: LifecycleFacts, roles: readonly LifecycleRole[]): MoveStanding {
  if (mayBring(id, roles)) return 'YOURS';
  const row = transitionsFrom(facts.state).find((each) => each.id === id);
  const approves = (row?.approvedBy ?? []).some((role) => roles.includes(role));
  // The program proposes by itself; everything else somebody has to have signed first.
  const brought =
    (row?.who.includes('SYSTEM') && isProposed(facts)) ||
    row?.who.some((role) => facts.approvals.includes(role));
  return approves && brought ? 'SIGN' : 'OTHERS';
}
