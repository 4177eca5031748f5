import type { EpisodeState } from '../codes/index.js';
import type { Transition, TransitionRow } from './transition.js';
import { ENDING } from './transitions-ending.js';
import { STARTING } from './transitions-start.js';
import { STATUTORY } from './transitions-statutory.js';
import { TEAM } from './transitions-team.js';

const ROWS = { ...STARTING, ...TEAM, ...STATUTORY, ...ENDING };

export type TransitionId = keyof typeof ROWS;

/** The whole table of rule 5.2, in the order of its numbers. */
export const TRANSITIONS: readonly (Transition & { readonly id: TransitionId })[] = (
  Object.entries(ROWS) as [TransitionId, TransitionRow][]
)
  .map(([id, row]) => ({ id, ...row }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));

const BY_ID = new Map(TRANSITIONS.map((transition) => [transition.id, transition]));

export function transition(id: TransitionId): Transition & { readonly id: TransitionId } {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`There is no transition ${id}`);
  return found;
}

/** What can happen next in a state; with null, how an episode begins. */
export function transitionsFrom(
  state: EpisodeState | null,
): readonly (Transition & { readonly id: TransitionId })[] {
  if (state === null) return TRANSITIONS.filter((row) => row.from === null);
  return TRANSITIONS.filter((row) => row.from?.includes(state));
}
