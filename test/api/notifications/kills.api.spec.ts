import { expect, it } from '@jest/globals';
import { someKills } from '../../kit/kills.js';

const SEED = Number(process.env['ENCIRCLE_SEED']);

it(`sends every mail once though who delivers is killed, and none after access ended (seed ${SEED})`, async () => {
  const { holds, figures } = await someKills(SEED);
  const wrong = { missing: 0, strange: 0, wronglyHeld: 0, sentAfterwards: 0, unfinished: 0 };
  expect(figures).toMatchObject({ kills: 2, ...wrong });
  expect(holds).toBe(true);
}, 90_000);
