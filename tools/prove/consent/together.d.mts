import type { Proved, ProofWorld } from './run.mjs';

export function readWhileWithdrawn(world: ProofWorld, how: { rounds: number }): Promise<Proved>;
