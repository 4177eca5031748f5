import { randomOf } from '../../tools/prove/consent/random.mjs';
import { compareRooms } from '../../tools/prove/meetings/rooms.mjs';
import type { Compared, MeetingWorld, Who } from '../../tools/prove/meetings/world.mjs';
import type { GuardedReader } from './guarded-reader.js';
import { Client, type Program } from './program.js';

/** A program of the tests as the proofs over meetings know one. */
export const meetingWorld = (program: Program, guard: GuardedReader): MeetingWorld => ({
  rows: (sql, values = []) => program.rows(sql, values),
  ask: (who: Who, method, path, body) =>
    new Client(program, who.token, who.csrf).send(method, path, body, {}),
  readable: (who, sql, values) => guard.as(who, sql, values),
});

/** The same code as `npm run prove -- room-view`, over these meetings alone. */
export const compareWalls = (
  world: MeetingWorld,
  { seed, most, ids }: { seed: number; most: number; ids: readonly string[] },
): Promise<Compared> => compareRooms(world, { most, random: randomOf(seed), ids });
