import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Program, type Client } from '../kit/program.js';
import { writeStory } from '../kit/story.js';
import { commandsAndClock, type ProofWorld } from '../../tools/prove/consent/run.mjs';
import { readWhileWithdrawn } from '../../tools/prove/consent/together.mjs';
import { story } from '../../tools/prove/consent/world.mjs';

/** A few steps of `npm run prove -- consent-model`; others with ENCIRCLE_SEED. */
const COUNT = 3;
const ROUNDS = 3;
/** Whoever looks from outside the work with the family says why. */
const WHY = { 'x-encircle-reason': 'Somebody asked for help' };
/** Some hundred requests: more than a minute where nine others share the two cores. */
const PATIENCE = 150_000;

/** The story on a program of its own: what random commands leave behind must not decide what eight readers may see. */
async function open(): Promise<{ program: Program; world: ProofWorld }> {
  const program = await Program.start();
  const people = story();
  await writeStory(program.database, people);
  await program.rows(
    `update app.app_user set training_valid_to = '2099-01-01', vetting_valid_to = '2099-01-01'`,
  );
  for (const user of people.users) user.trainingValidTo = user.vettingValidTo = '2099-01-01';
  const clients = new Map<string, Client>();
  const clientOf = async (who: string): Promise<Client> => {
    const known = clients.get(who);
    if (known) return known;
    const made = await program.as(people.users.find(({ key }) => key === who)?.email ?? '');
    clients.set(who, made);
    return made;
  };
  const world: ProofWorld = {
    story: people,
    setNow: (instant) => program.setNow(instant),
    call: async (who, method, path, body) => {
      const client = await clientOf(who);
      return method === 'POST' ? client.post<never>(path, body) : client.get<never>(path, WHY);
    },
  };
  return { program, world };
}

describe('agreement as the policy says, at once', () => {
  const seed = Number(process.env['ENCIRCLE_SEED']);
  let program: Program;
  let world: ProofWorld;

  beforeEach(async () => ({ program, world } = await open()), PATIENCE);
  afterEach(() => program.stop());

  it(
    `twenty people get what the policy says after each command and move of the clock (seed ${seed})`,
    async () => {
      const { holds, figures, found } = await commandsAndClock(world, { count: COUNT, seed });
      expect(found).toEqual([]);
      expect(holds).toBe(true);
      expect(figures['asked']).toBeGreaterThan(COUNT * 20);
    },
    PATIENCE,
  );

  it(
    'nobody of eight reads what was taken back, once that is acknowledged',
    async () => {
      const { found, holds, figures } = await readWhileWithdrawn(world, { rounds: ROUNDS });
      expect(found).toEqual([]);
      expect({ holds, shown: (figures['shown'] ?? 0) > 0 }).toEqual({ holds: true, shown: true });
    },
    PATIENCE,
  );
});
