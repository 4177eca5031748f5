import type pg from 'pg';
import type { Random } from '../meetings/rooms.mjs';

export function killRounds(given: {
  admin: Pick<pg.Pool, 'query'>;
  databaseUrl: string;
  random: Random;
  world: { people: readonly string[]; episode: string; meeting: string };
  how: { rounds: number; until: number; mails: number; longestLifeMs: number };
}): Promise<{ holds: boolean; figures: Record<string, number> }>;
