import { EPISODE_STATES, OPEN_STATES, type EpisodeState } from '../codes/index.js';

export const ALL_STATES: readonly EpisodeState[] = EPISODE_STATES.codes;

const STATUTORY: readonly EpisodeState[] = ['STEP_UP_PENDING', 'PAUSED_STATUTORY'];

/** CONCERN to TRANSFER_PENDING (rule 5.2, "any open"). */
export const ANY_OPEN = OPEN_STATES;

/** Open, and not waiting for or led by social care: there, sharing stops at once but closure waits. */
export const OPEN_NOT_STATUTORY: readonly EpisodeState[] = OPEN_STATES.filter(
  (state) => !STATUTORY.includes(state),
);

export function isOpen(state: EpisodeState): boolean {
  return OPEN_STATES.includes(state);
}

/** States in which the plan is read only. */
export function isFrozen(state: EpisodeState): boolean {
  return state === 'PAUSED_STATUTORY' || !isOpen(state);
}

export function except(states: readonly EpisodeState[], ...left: EpisodeState[]): readonly EpisodeState[] {
  return states.filter((state) => !left.includes(state));
}
