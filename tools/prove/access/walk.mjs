import pg from 'pg';
import { verdict } from '@encircle/shared/policy';
import { describe, factsByCase } from './compare.mjs';
import { actorOf, questionOf, settings } from './facts.mjs';
import { installKit, loadWorld } from './store.mjs';
import { makeWorld } from './world.mjs';

const SIZES = [1, 2, 7];
const LISTS = ['open=true', 'open=false'];

/**
 * Every `each`-th world is kept in a database of its own and walked over HTTP by three people: their lists of cases and the
 * notes of every case at page sizes 1, 2 and 7, every case by its id, and the counts.
 */
export async function walkWorlds({ clone, drop, loginUrl }, { from, count, each, stopped = () => false }) {
  const sum = { worlds: 0, requests: 0, shown: 0, found: [] };
  for (let seed = from; seed < from + count && sum.found.length < 10 && !stopped(); seed += each) {
    const world = makeWorld(seed, { unhurried: true });
    const walked = await walkWorld({ clone, loginUrl }, world);
    await drop(nameOf(world));
    sum.worlds += 1;
    sum.requests += walked.requests;
    sum.shown += walked.shown;
    sum.found.push(...walked.found);
  }
  return sum;
}

const nameOf = (world) => `walk_${world.seed}`;

/**
 * @param {{ clone: (name: string) => Promise<string>, loginUrl: string, buildApp?: unknown, readSettings?: unknown }} where
 * @param {import('./world.mjs').World} world
 * @returns {Promise<{ requests: number, shown: number, found: string[] }>}
 */
export async function walkWorld({ clone, loginUrl, buildApp, readSettings }, world) {
  const address = await clone(nameOf(world));
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await installKit(client, 'true');
    await client.query('begin');
    await loadWorld(client, world);
    await client.query('commit');
    // The world's moment is held from now on: the clock of this database stands a little after it.
    await client.query(`update sec.clock set "offset" = $1::timestamptz - clock_timestamp()`, [world.now]);
    const testing = buildApp ? { buildApp, readSettings } : await import('../../../api/dist/testing.js');
    const url = new URL(loginUrl);
    url.pathname = new URL(address).pathname;
    const app = await testing.buildApp(
      testing.readSettings({
        DATABASE_URL: url.toString(),
        ENCIRCLE_DEMO: '1',
        ENCIRCLE_LOG_LEVEL: 'fatal',
        ENCIRCLE_REFUSAL_BEAT_MS: '0',
      }),
    );
    try {
      await app.listen(0, '127.0.0.1');
      return await walk(await app.getUrl(), client, world);
    } finally {
      await app.close();
    }
  } finally {
    await client.end();
  }
}

async function walk(address, client, world) {
  const people = world.hats.filter((hat) => ['PRACT', 'AMGR', 'PAR', 'YP', 'CAFC'].includes(hat.role));
  const three = [0, 1, 2].map((n) => people[(world.seed + n * 3) % people.length]);
  const found = [];
  let [requests, shown] = [0, 0];
  for (const hat of new Set(three)) {
    const get = async (path) => {
      requests += 1;
      // Between two requests no time passes in the world.
      await client.query(`update sec.clock set "offset" = $1::timestamptz - clock_timestamp()`, [world.now]);
      const answer = await fetch(`${address}/api${path}`, { headers: { cookie: `encircle=${hat.token}` } });
      shown += answer.status === 200 ? 1 : 0;
      return { status: answer.status, body: await answer.json() };
    };
    found.push(...(await notesAgree(get, world, hat)), ...(await casesAgree(get, hat, world)));
  }
  return { requests, shown, found };
}

/** All pages of a list put together, or the status that was not 200. */
async function pagesOf(get, path, limit) {
  const items = [];
  let total = null;
  for (let after = ''; ;) {
    const { status, body } = await get(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}${after}`);
    if (status !== 200) return { status, items: [], total };
    items.push(...body.items.map(({ id }) => id));
    total ??= body.total ?? null;
    if (body.next === null) return { status, items, total };
    after = `&after=${encodeURIComponent(body.next)}`;
  }
}

async function notesAgree(get, world, hat) {
  const found = [];
  const facts = factsByCase(world);
  const purpose = world.hats.find((one) => one.id === hat.id).purposes[0];
  for (const episode of world.episodes) {
    const items = world.items.filter((item) => item.episodeId === episode.id);
    const about = { actor: actorOf(hat), episode: facts.get(episode.id), settings };
    const mayAt = (item, now) =>
      verdict(about, { ...questionOf(hat, purpose, item), reasonId: null }, now).effect === 'ALLOW';
    // A request takes its time: what begins or ends in the world's next seconds is left to the comparison at one instant.
    const soon = new Date(Date.parse(world.now) + 10_000).toISOString();
    const steady = items.filter((item) => mayAt(item, world.now) === mayAt(item, soon));
    const may = steady.filter((item) => mayAt(item, world.now));
    for (const limit of SIZES) {
      const { status, items: shown } = await pagesOf(get, `/episodes/${episode.id}/notes`, limit);
      // A case that does not open at all shows no list; one that opens shows exactly what may be read, each once.
      if (status !== 200) continue;
      const ids = new Set(shown);
      if (ids.size !== shown.length)
        found.push(`world ${world.seed}: notes of ${episode.id} at ${limit} a page repeat a row`);
      for (const item of steady)
        if (ids.has(item.id) !== may.includes(item))
          found.push(
            describe({
              world,
              asked: { hat, purpose },
              item,
              backEnd: `HTTP list of ${limit}`,
              shows: ids.has(item.id),
            }),
          );
    }
  }
  return found;
}

/** The list of cases is the same at every page size, its count is its length, and what it lists opens by its id. */
async function casesAgree(get, hat, world) {
  const found = [];
  const opens = new Map();
  for (const episode of world.episodes) opens.set(episode.id, (await get(`/episodes/${episode.id}`)).status);
  for (const list of LISTS) {
    const walks = [];
    for (const limit of SIZES) walks.push(await pagesOf(get, `/my/cases?${list}`, limit));
    const [first] = walks;
    for (const [n, { items, total }] of walks.entries()) {
      const said = `world ${world.seed} at ${world.now}: ${hat.role} ${hat.userId.slice(-4)}, cases ${list} at ${SIZES[n]} a page`;
      if (items.join() !== first.items.join()) found.push(`${said} are not those at ${SIZES[0]}`);
      if (total !== null && total !== items.length)
        found.push(`${said}: counted ${total}, listed ${items.length}`);
      for (const id of new Set(items))
        if (opens.get(id) === 404) found.push(`${said}: ${id.slice(-4)} is listed and does not open`);
    }
  }
  return found;
}
