import type { Random } from '../meetings/world.mjs';

export function randomOf(seed: number): Random;
