import { randomOf } from './consent/random.mjs';
import { withDemo } from './meetings/demo.mjs';
import { compareRooms } from './meetings/rooms.mjs';

/** More than any meeting of the demo has: every set of people of every meeting is asked. */
const ALL = 64;

/**
 * The wall of every meeting of the demo, for every set of the people asked to it (or `--count` of each meeting's sets, or as many
 * meetings as `--minutes` allow), beside what row-level security leaves each of them. ENCIRCLE_SEED draws the same again.
 */
export async function prove({ count = ALL, minutes = Infinity } = {}) {
  const seed = Number(process.env['ENCIRCLE_SEED'] ?? Date.now() % 2_147_483_647);
  return withDemo({}, async (world) => {
    const until = performance.now() + minutes * 60_000;
    const how = { most: count, random: randomOf(seed), until };
    const { holds, figures, found } = await compareRooms(world, how);
    found.slice(0, 20).forEach((line) => process.stdout.write(`${line}\n`));
    return { holds, figures: { seed, most: count, ...figures } };
  });
}
