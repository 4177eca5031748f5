import type { ClosureReason, EpisodeState } from '../codes/index.js';
import type { LifecycleRole } from './facts.js';
import type { GuardKey } from './guards.js';
import type { TimescaleKey } from './timescales.js';

/** RETURN goes back to where the episode was; SAME leaves it where it is. */
export type Destination = EpisodeState | 'RETURN' | 'SAME';

/** One row of the table of rule 5.2. */
export interface Transition {
  readonly id: string;
  /** Null for moves that open an episode */
  readonly from: readonly EpisodeState[] | null;
  readonly to: Destination;
  /** What happens, in words: "Agreement obtained" */
  readonly trigger: string;
  readonly guards: readonly GuardKey[];
  /** Any one of these */
  readonly who: readonly LifecycleRole[];
  /** All of these sign as well */
  readonly approvedBy?: readonly LifecycleRole[];
  /** What is written down with the move */
  readonly records: readonly string[];
  readonly within?: TimescaleKey;
  /** Closing moves: the reasons they may carry */
  readonly reasons?: readonly ClosureReason[];
  /** Never blocked by missing agreement or form data, from any state (rule ALWAYS) */
  readonly safeguarding?: true;
}

export type TransitionRow = Omit<Transition, 'id'>;
