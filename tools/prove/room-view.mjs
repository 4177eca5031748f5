import { randomOf } from './consent/random.mjs';
import { withDemo } from './meetings/demo.mjs';
import { compareRooms, EVERY_SET, forgetfulWalls } from './meetings/rooms.mjs';

/** So many meetings are asked again of a wall that forgets somebody. */
const FORGETFUL = 3;

/**
 * The wall of every meeting of the demo, for every set of the people asked to it (or `--count` of each meeting's sets, or as many
 * meetings as `--minutes` allow), beside what row-level security leaves each of them. A wall that forgets the first or the last of
 * those in the room must be found out, or the proof does not hold. ENCIRCLE_SEED draws the same again.
 */
export async function prove({ count = EVERY_SET, minutes = Infinity } = {}) {
  const seed = Number(process.env['ENCIRCLE_SEED'] ?? Date.now() % 2_147_483_647);
  return withDemo({}, async (world) => {
    const until = performance.now() + minutes * 60_000;
    const random = randomOf(seed);
    const { holds, figures, found, ran } = await compareRooms(world, { most: count, random, until });
    found.slice(0, 20).forEach((line) => process.stdout.write(`${line}\n`));
    const forgetfulFound = await forgetfulWalls(world, { random, ids: ran.slice(0, FORGETFUL) });
    return { holds: holds && forgetfulFound === 2, figures: { seed, ...figures, forgetfulFound } };
  });
}
