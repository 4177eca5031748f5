import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { build } from '../build.mjs';
import { startCluster } from '../postgres/cluster.mjs';

/**
 * `npm run access:prove -- --worlds 2000 [--from 1] [--workers 2] [--mutants] [--http 20]` generates worlds and compares the
 * policy function with every back-end of the database for everybody in them; with --mutants it shows that each prepared
 * mistake would be noticed; one world in twenty is also walked over HTTP. A long proof may be made in parts: the first world
 * of each is --from (--seed is the same), and the last line counts what was done, also when it is stopped (Ctrl-C, SIGTERM).
 * Ends with 1 when anything disagreed.
 */
const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '200' },
    from: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    workers: { type: 'string', default: '2' },
    mutants: { type: 'boolean', default: false },
    http: { type: 'string', default: '20' },
  },
});
values.seed = values.from ?? values.seed;
const numbers = Object.fromEntries(['worlds', 'seed', 'workers', 'http'].map((name) => [name, whole(name)]));
let stop = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (stop = true));
const stopped = () => stop;
const say = (text) => process.stdout.write(`${text}\n`);

function whole(name) {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value >= 0) return value;
  process.stderr.write(`--${name} is a whole number, not "${values[name]}"\n`);
  process.exit(1);
}

await build(['api']);
const { createRolesAndDatabase, migrate } = await import('../../api/dist/testing.js');
const { catchMutants, openBorough, openQuickBorough, proveWorlds, textsOf } =
  await import('../prove/access/borough.mjs');
const texts = textsOf(await import('../../migrations/dist/sql/guards.js'));
const { walkWorlds } = await import('../prove/access/walk.mjs');

const cluster = await startCluster({ dir: mkdtempSync(join(tmpdir(), 'encircle-access-')), temporary: true });
const url = (user) => `postgres://${user}:prove@${cluster.host}:${cluster.port}/prove`;
try {
  await createRolesAndDatabase(
    cluster.superuserUrl('postgres'),
    url('encircle_migrator'),
    url('encircle_login'),
  );
  await migrate(url('encircle_migrator'));
  const clients = [];
  for (let n = 1; n <= numbers.workers; n += 1) clients.push(await open(n));
  say(`worlds ${numbers.seed} to ${numbers.seed + numbers.worlds - 1} (--from ${numbers.seed})`);
  process.exitCode = values.mutants ? await mutants(clients) : await worlds(clients);
  for (const one of clients)
    for (const client of one.plain ? [one.client, one.plain] : [one]) await client.end();
} finally {
  await cluster.stop();
}

/** Mistakes are put into what the program runs; worlds are asked the quick way, every fiftieth as the program runs. */
async function open(n) {
  const plain = await clone(`plain_${n}`);
  return values.mutants
    ? openBorough(plain, texts)
    : openQuickBorough(await clone(`quick_${n}`), plain, texts);
}

async function administer(statement) {
  const root = new pg.Client({ connectionString: cluster.superuserUrl('postgres') });
  await root.connect();
  await root.query(statement);
  await root.end();
}

async function clone(name) {
  await administer(`create database ${name} template prove owner encircle_owner`);
  return cluster.superuserUrl(name);
}

async function worlds(clients) {
  const started = Date.now();
  const { seed: from, worlds: count, http: each } = numbers;
  const compared = proveWorlds(clients, {
    from,
    count,
    stopped,
    shout: say,
    tell: (n, disagreements) =>
      n % 100 === 0 &&
      say(`${n} worlds, ${Math.round((Date.now() - started) / n)} ms each, disagreements=${disagreements}`),
  });
  const none = { worlds: 0, requests: 0, shown: 0, found: [] };
  const drop = (name) => administer(`drop database ${name} with (force)`);
  const where = { clone, drop, loginUrl: url('encircle_login') };
  const walk = each === 0 ? none : walkWorlds(where, { from, count, each, stopped });
  const [{ worlds: done, asked, found }, walked] = await Promise.all([compared, walk]);
  const all = [...found, ...walked.found];
  for (const line of walked.found) say(line);
  say(
    `worlds=${done} from=${from} to=${from + done - 1} answers=${asked} http_worlds=${walked.worlds} http_requests=${walked.requests} http_shown=${walked.shown} ` +
      `seconds=${Math.round((Date.now() - started) / 1000)} disagreements=${all.length}`,
  );
  return all.length === 0 ? 0 : 1;
}

async function mutants(clients) {
  const caught = await catchMutants(clients, {
    texts,
    from: numbers.seed,
    most: Math.min(500, numbers.worlds),
    tell: ({ name, where, world, worlds: tried, shown }) =>
      say(
        world === null
          ? `ESCAPED (${where}) ${name}`
          : `caught by world ${world} (${tried} tried; ${where}) ${name}\n    ${shown}`,
      ),
  });
  const escaped = caught.filter(({ world }) => world === null);
  say(
    `mutants=${caught.length} seed=${numbers.seed} caught=${caught.length - escaped.length} escaped=${escaped.length}`,
  );
  return escaped.length === 0 ? 0 : 1;
}
