import type { Random } from '../meetings/rooms.mjs';

export function randomOf(seed: number): Random;
