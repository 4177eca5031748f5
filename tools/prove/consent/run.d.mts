import type { Fixture } from '@encircle/shared/fixture';

/** A running program with the story in it, its clock, and everybody of the story signed in on demand. */
export interface ProofWorld {
  story: Fixture;
  call(who: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: never }>;
  setNow(instant: string): Promise<unknown>;
}

export interface Proved {
  holds: boolean;
  figures: Record<string, number>;
  /** What differs, one line each. */
  found: string[];
}

export function commandsAndClock(world: ProofWorld, how: { count: number; seed: number }): Promise<Proved>;
