import { ALL_STATES } from './states.js';
import { TRANSITIONS } from './table.js';
import type { EpisodeState } from '../codes/index.js';

/** A move, where from (null: a record begins) and where to, as the database keeps it. */
export type AllowedMove = readonly [transition: string, from: EpisodeState | null, to: EpisodeState];

/**
 * The whole table of rule 5.2 as single steps. What goes back goes to any state its waiting state can be entered from; which of
 * them it was for one record, the program knows.
 */
export function allowedMoves(): readonly AllowedMove[] {
  return TRANSITIONS.flatMap(({ id, from, to }): AllowedMove[] => {
    if (from === null) return to === 'SAME' || to === 'RETURN' ? [] : [[id, null, to]];
    return from.flatMap((state) => destinations(state, to).map((end): AllowedMove => [id, state, end]));
  });
}

function destinations(from: EpisodeState, to: EpisodeState | 'SAME' | 'RETURN'): readonly EpisodeState[] {
  if (to === 'SAME') return [from];
  if (to !== 'RETURN') return [to];
  return ALL_STATES.filter((state) =>
    TRANSITIONS.some((row) => row.to === from && row.from?.includes(state) === true),
  );
}

/** The file the migrations are given, because they import nothing of the program. */
export function movesFile(): string {
  return `/** Written by \`npm run access:rules\` from shared/src/lifecycle/table.ts; a test holds the two equal. */
export const ALLOWED_MOVES: readonly (readonly [transition: string, from: string | null, to: string])[] = ${JSON.stringify(allowedMoves(), null, 2)};
`;
}
