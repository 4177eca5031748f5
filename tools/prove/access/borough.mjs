import pg from 'pg';
import { compareWorld, describe } from './compare.mjs';
import { MUTANTS } from './mutants.mjs';
import { quicken } from './quick.mjs';
import { installKit } from './store.mjs';
import { makeWorld } from './world.mjs';

/**
 * The texts of the rules over one note, as migrations write them.
 * @param guards `migrations/src/sql/guards.ts`, built or not
 */
export function textsOf({ mayRead, notShielded, recordOpen }, rules) {
  const parts = {
    may_read: mayRead('note', rules),
    record_open: recordOpen('note'),
    not_shielded: notShielded('note'),
  };
  return { ...parts, whole: `(${parts.may_read}) and ${parts.record_open} and (${parts.not_shielded})` };
}

/**
 * A connection as the administrator to a database made for the proof.
 * @param {string} url
 * @param {{ whole: string }} texts
 */
export async function openBorough(url, texts) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // As the program asks: a statement is planned once a connection.
  await client.query('set plan_cache_mode = force_generic_plan');
  await installKit(client, texts.whole);
  return client;
}

/** The same made quick (`quick.mjs`), with a connection to one as the program runs it beside. */
export async function openQuickBorough(url, plainUrl, texts) {
  const plain = await openBorough(plainUrl, texts);
  const client = await openBorough(url, texts);
  await quicken(client);
  return { client, plain };
}

const PLAIN_EACH = 50;

/**
 * Worlds `from` to `from + count`, in order, shared out among the connections. Stops at the first ten that disagree, or
 * when told to; then every world it began is done.
 * @param {(import('pg').Client | { client: import('pg').Client, plain: import('pg').Client })[]} clients
 * @param {{ from: number, count: number, tell?: (done: number, found: number) => void, shout?: (line: string) => void, stopped?: () => boolean }} which
 * @returns {Promise<{ worlds: number, asked: number, found: string[] }>}
 */
export async function proveWorlds(
  clients,
  { from, count, tell = () => {}, shout = () => {}, stopped = () => false },
) {
  const found = [];
  let [next, done, asked] = [from, 0, 0];
  const work = async (one) => {
    while (next < from + count && found.length < 10 && !stopped()) {
      const world = makeWorld(next);
      next += 1;
      const client = one.plain && world.seed % PLAIN_EACH !== 0 ? one.client : (one.plain ?? one);
      const differences = await compareWorld(client, world);
      asked += world.items.length * world.hats.reduce((sum, hat) => sum + hat.purposes.length, 0);
      const described = differences.slice(0, 5).map(describe);
      described.forEach(shout);
      found.push(...described);
      done += 1;
      tell(done, found.length);
    }
  };
  await Promise.all(clients.map(work));
  return { worlds: done, asked, found };
}

/**
 * Which world catches each mutant; all of them when `names` is empty.
 * @param {import('pg').Client[]} clients
 * @param {{ texts: object, from: number, most?: number, names?: string[], tell?: (one: object) => void }} which
 * @returns {Promise<{ name: string, where: string, world: number | null, worlds: number, shown: string }[]>}
 */
export async function catchMutants(clients, { texts, from, most = 500, names = [], tell = () => {} }) {
  const left = MUTANTS.filter(({ name }) => names.length === 0 || names.includes(name));
  const caught = [];
  const work = async (client) => {
    for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
      const one = await catchOne(client, mutant, { texts, from, most });
      caught.push(one);
      tell(one);
    }
  };
  await Promise.all(clients.map(work));
  return caught;
}

async function catchOne(client, mutant, { texts, from, most }) {
  const parts = mutant.parts ?? ['guarded'];
  const before = mutant.before && ((one) => mutant.before(one, texts, installKit));
  for (let seed = from; seed < from + most; seed += 1) {
    const found = await compareWorld(client, makeWorld(seed), {
      parts,
      before,
      decideWith: mutant.decideWith,
    });
    if (found.length > 0)
      return {
        name: mutant.name,
        where: mutant.where,
        world: seed,
        worlds: seed - from + 1,
        shown: describe(found[0]),
      };
  }
  return { name: mutant.name, where: mutant.where, world: null, worlds: most, shown: '' };
}
