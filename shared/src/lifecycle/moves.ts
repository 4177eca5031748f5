import type { EpisodeState } from '../codes/index.js';
import type { LifecycleFacts, LifecycleRole } from './facts.js';
import { guardObstacles } from './guards.js';
import { obstacle, type Obstacle } from './problem.js';
import { transition, type TransitionId } from './table.js';
import type { Transition } from './transition.js';

export type MoveAnswer =
  | {
      ok: true;
      /** The state afterwards */
      to: EpisodeState;
    }
  | {
      ok: false;
      /** Code and words of the first obstacle */
      code: string;
      words: string;
      /** All of them, so that a person can put right everything at once */
      obstacles: readonly Obstacle[];
    };

export interface LifecycleSettings {
  /** The lead professional alone may close, without the CAF team's signature (a local choice, rule 4.4). */
  leadMayCloseAlone?: boolean;
}

/** Whether a move may be made now. A safeguarding move always may, from every state (rule ALWAYS). */
export function canMove(
  id: TransitionId,
  facts: LifecycleFacts,
  settings: LifecycleSettings = {},
): MoveAnswer {
  const row = transition(id);
  if (row.safeguarding) return { ok: true, to: referralFrom(facts.state).to ?? 'CONCERN' };
  if (!startsHere(row, facts.state))
    return refusal([obstacle('WRONG_STATE', 'This cannot be done where the work stands now')]);
  const to = destination(row, facts);
  if (to === null)
    return refusal([obstacle('NOTHING_TO_RETURN_TO', 'There is no earlier stage to go back to')]);
  const obstacles = [
    ...row.guards.flatMap((guard) => guardObstacles(guard, facts, row)),
    ...approvalObstacles(row, facts, settings),
  ];
  return obstacles.length === 0 ? { ok: true, to } : refusal(obstacles);
}

/**
 * Where a safeguarding referral made in a state leads. In states that are over or already with social care
 * the referral is a record of its own and the state stays; so it is when there is no episode at all.
 */
export function referralFrom(state: EpisodeState | null): {
  transition: TransitionId | null;
  to: EpisodeState | null;
} {
  const fitting = state === null ? null : REFERRALS[state];
  return fitting ? { transition: fitting, to: 'STEP_UP_PENDING' } : { transition: null, to: state };
}

const REFERRALS: Readonly<Partial<Record<EpisodeState, TransitionId>>> = {
  CONCERN: 'T04',
  CONSENT_SEEKING: 'T07',
  TAP: 'T10',
  PANEL_REVIEW: 'T21',
  PLAN_ACTIVE: 'T22',
  TAC_PLANNED: 'T22',
  ASSESSED: 'T22',
  ASSESSING: 'T22',
  TRANSFER_PENDING: 'T22',
};

const REMEMBERED: readonly EpisodeState[] = ['STEP_UP_PENDING', 'TRANSFER_PENDING', 'MERGED', 'CLOSED'];

/** The states to come back to after a move: entering a waiting state remembers where from, coming back forgets it. */
export function nextReturnTo(
  returnTo: readonly EpisodeState[],
  id: TransitionId,
  from: EpisodeState | null,
  to: EpisodeState,
): readonly EpisodeState[] {
  if (from === null || from === to) return returnTo;
  if (transition(id).to === 'RETURN') return returnTo.slice(0, -1);
  if (REMEMBERED.includes(to)) return [...returnTo, from];
  // Social care accepted: what was waiting for an answer is no longer a place to return to.
  return to === 'PLAN_ACTIVE' && from === 'PAUSED_STATUTORY' ? [] : returnTo;
}

/** Whether one of the person's roles may bring the move about; the rest is the access policy's. */
export function mayBring(id: TransitionId, roles: readonly LifecycleRole[]): boolean {
  const { who } = transition(id);
  return who.includes('ANYONE') || who.some((role) => roles.includes(role));
}

function startsHere(row: Transition, state: EpisodeState | null): boolean {
  return state === null ? row.from === null : (row.from?.includes(state) ?? false);
}

function destination(row: Transition, facts: LifecycleFacts): EpisodeState | null {
  if (row.to === 'SAME') return facts.state;
  if (row.to === 'RETURN') return facts.returnTo.at(-1) ?? null;
  return row.to;
}

function approvalObstacles(row: Transition, facts: LifecycleFacts, settings: LifecycleSettings): Obstacle[] {
  if (row.to === 'CLOSED' && settings.leadMayCloseAlone && row.who.includes('LP')) return [];
  const missing = (row.approvedBy ?? []).filter((role) => !facts.approvals.includes(role));
  return missing.map((role) =>
    obstacle(`APPROVAL_${role}`, APPROVAL_WORDS[role] ?? 'Someone else has to approve this'),
  );
}

const APPROVAL_WORDS: Readonly<Partial<Record<LifecycleRole, string>>> = {
  AMGR: 'Your manager has to approve this',
  CAFC: 'The CAF team has to approve this',
  IGO: 'The information governance officer has to approve this',
  LP: 'The {leadProfessional} has to confirm this',
  SOCIAL_WORKER: 'The social worker has to agree to this',
};

function refusal(obstacles: readonly Obstacle[]): MoveAnswer {
  const [first] = obstacles;
  return { ok: false, code: first?.code ?? 'REFUSED', words: first?.words ?? '', obstacles };
}
