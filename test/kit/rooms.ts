import { randomUUID } from 'node:crypto';
import { randomOf } from '../../tools/prove/consent/random.mjs';
import { compareRooms, type Compared, type MeetingWorld } from '../../tools/prove/meetings/rooms.mjs';
import type { GuardedReader } from './guarded-reader.js';
import { Client, type Program } from './program.js';

/** A program of the tests as the proofs over meetings know one. */
export const meetingWorld = (program: Program, guard: GuardedReader): MeetingWorld => ({
  rows: (sql, values = []) => program.rows(sql, values),
  ask: async (who, method, path, body) => {
    const client = who === null ? program.anyone : new Client(program, who.token, who.csrf);
    const headers = new Map<string, string>();
    if (method === 'POST') headers.set('idempotency-key', randomUUID());
    if (Buffer.isBuffer(body)) headers.set('content-type', 'application/octet-stream');
    const answer = await client.send(method, path, body, Object.fromEntries(headers));
    return { ...answer, bytes: Buffer.from(answer.bytes) };
  },
  readable: (who, sql, values) => guard.as(who, sql, values),
});

/** The same code as `npm run prove -- room-view`, over these meetings alone. */
export const compareWalls = (
  world: MeetingWorld,
  { seed, most, ids }: { seed: number; most: number; ids: readonly string[] },
): Promise<Compared> => compareRooms(world, { most, random: randomOf(seed), ids });
