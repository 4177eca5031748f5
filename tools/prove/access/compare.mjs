import { verdict } from '@encircle/shared/policy';
import { actorOf, factsOf, questionOf, settings } from './facts.mjs';
import { asksWhoSees, seersThatDiffer } from './seers.mjs';
import { databaseAnswers, FILLED, loadWorld } from './store.mjs';

export const PARTS = ['predicate', 'guarded', 'hot', 'facts', 'seers'];

/** Facts are read whole by one of the CAF team, by whoever a block names and by one person more; by the rest, whether they are given. */
function readsFacts(world, hat) {
  return (
    hat === world.hats.find(({ role }) => role === 'CAFC') ||
    world.blocks.some(({ userId }) => userId === hat.userId) ||
    hat === world.hats[world.seed % world.hats.length]
  );
}

/**
 * Everybody asking for each of their purposes, and what is compared: the predicate as the owner reads it, row-level
 * security as app_user, the one-statement reads, the facts gathered, who is said to see a case.
 */
export function askedOf(world, wanted = PARTS) {
  return world.hats.flatMap((hat) =>
    hat.purposes.map((purpose, n) => ({
      hat,
      purpose,
      parts: wanted.flatMap((part) => {
        if (part !== 'facts' && part !== 'seers') return [part];
        if (n > 0) return [];
        if (part === 'seers') return asksWhoSees(world, hat) ? [part] : [];
        return [readsFacts(world, hat) ? 'facts' : 'given'];
      }),
    })),
  );
}

/** The policy function over the facts worked out from the rows: 'whole', 'part' or 'none' for each item. */
export function told(world, asked, facts, decideWith = verdict) {
  const actor = actorOf(asked.hat);
  return world.items.map((item) => {
    const request = questionOf(asked.hat, asked.purpose, item);
    const about = { actor, episode: facts.get(item.episodeId), settings };
    const { effect, what } = decideWith(about, request, world.now);
    if (effect === 'ALLOW' || what === 'ASK_AGAIN') return 'whole';
    return effect === 'LIMITED' ? 'part' : 'none';
  });
}

/** @returns {Map<string, import('@encircle/shared/policy').EpisodeFacts>} */
export const factsByCase = (world) =>
  new Map(world.episodes.map((episode) => [episode.id, factsOf(world, episode)]));

/** The same world at an earlier moment: who could see this then. */
export function asOf(world) {
  const back = [1, 1000, 3_600_000, 3 * 86_400_000, 15 * 86_400_000][Math.floor(world.seed / 8) % 5];
  return { ...world, now: new Date(Date.parse(world.now) - back).toISOString() };
}

/**
 * Loads the world, asks every back-end, every eighth time again as of an earlier moment, and takes it away again.
 * @param {import('pg').Client} client
 * @param {import('./world.mjs').World} world
 * @param {{ parts?: string[], before?: (client: import('pg').Client) => Promise<unknown>, decideWith?: typeof verdict }} [how]
 * @returns {Promise<object[]>} the disagreements
 */
export async function compareWorld(client, world, { parts = PARTS, before, decideWith } = {}) {
  await client.query('begin');
  try {
    if (before) await before(client);
    await loadWorld(client, world);
    const found = await askWorld(client, world, parts, decideWith);
    if (world.seed % 8 !== 0) return found;
    const then = asOf(world);
    await client.query('select prove.stand_at($1)', [then.now]);
    return [...found, ...(await askWorld(client, then, parts, decideWith))];
  } finally {
    await client.query('rollback');
    await tidy(client);
  }
}

async function askWorld(client, world, parts, decideWith) {
  const asked = askedOf(world, parts);
  return disagreements(world, asked, await databaseAnswers(client, asked), decideWith);
}

const TIDY_EACH = 8;
let left = 0;

/** What was taken back stays in the files, and is passed over by each reading of them, until it is cleared away. */
async function tidy(client) {
  left += 1;
  if (left % TIDY_EACH === 0) await client.query(`vacuum ${FILLED.join(', ')}`);
}

export function disagreements(world, asked, answers, decideWith = verdict) {
  const facts = factsByCase(world);
  const texts = new Map([...facts].map(([id, one]) => [id, canonical(one)]));
  const tells = asked.map((one) => told(world, one, facts, decideWith));
  return asked.flatMap((one, n) => {
    const says = tells[n];
    const answer = answers[n];
    return [
      ...seersThatDiffer(world, one, answer.seers, { asked, tells }),
      ...rowsThatDiffer(world, one, says, answer),
      ...Object.entries(answer.facts ?? {}).flatMap(([id, theirs]) =>
        factsThatDiffer(world, one, says, { id, theirs, facts: facts.get(id), text: texts.get(id) }),
      ),
    ];
  });
}

function rowsThatDiffer(world, asked, says, { predicate, guarded, hot, opened }) {
  return Object.entries({ predicate, guarded, hot }).flatMap(([backEnd, ids]) => {
    if (ids === null || ids === undefined) return [];
    const shown = new Set(ids);
    return world.items.flatMap((item, i) => {
      const whole = says[i] === 'whole';
      // What is answered in part is shaped by the program; the guard may hold the row back or let it through.
      if (says[i] === 'part' || shown.has(item.id) === whole) return [];
      if (backEnd === 'hot' && whole && !opened.includes(item.episodeId) && staysShut(world, asked.hat, item))
        return [];
      return [{ world, asked, item, backEnd, policy: says[i], shows: shown.has(item.id) }];
    });
  });
}

/**
 * The page of a case may stay shut though the function shows something of it: what somebody once wrote, or the agency they
 * manage, is left to its own routes; and with a child behind a shield the whole page is kept from those not on the team,
 * brothers and sisters in it included.
 */
function staysShut(world, hat, item) {
  if (item.authorId === hat.userId || (hat.role === 'AMGR' && item.agencyId === hat.agencyId)) return true;
  const children = world.subjects
    .filter((row) => row.episodeId === item.episodeId)
    .map(({ personId }) => personId);
  return world.shields.some(
    ({ kind, from, to, personId, protectedIds }) =>
      kind === 'SHIELD' &&
      from <= world.now &&
      (to === null || world.now < to) &&
      [personId, ...protectedIds].some((person) => children.includes(person)),
  );
}

function factsThatDiffer(world, asked, says, { id, theirs, facts, text }) {
  if (theirs === true) return [];
  if (!theirs) {
    const seen = world.items.some((item, i) => item.episodeId === id && says[i] === 'whole');
    return seen
      ? [{ world, asked, episode: id, backEnd: 'facts', policy: 'something', shows: 'no facts' }]
      : [];
  }
  const mine = forAsker(facts, text, asked.hat.userId);
  const got = canonical(theirs);
  return got === mine ? [] : [{ world, asked, episode: id, backEnd: 'facts', policy: mine, shows: got }];
}

/** The database tells an asker of blocks against that asker only. */
function forAsker(facts, text, userId) {
  if (facts.blocks.length === 0) return text;
  return canonical({ ...facts, blocks: facts.blocks.filter((block) => block.userId === userId) });
}

/** Facts as one text whatever the order of rows and keys; children keep their order, it means something. */
export function canonical(value, key = '') {
  if (Array.isArray(value)) {
    const parts = value.map((one) => canonical(one));
    return `[${(key === 'subjects' ? parts : parts.sort()).join()}]`;
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  const told = keys.filter((each) => each !== 'id' && value[each] !== undefined);
  return `{${told.map((each) => `${each}:${canonical(value[each], each)}`).join()}}`;
}

/** A disagreement as a person reads it: the world's seed, who asked, which case and item, and each answer. */
export function describe({ world, asked: { hat, purpose }, item, episode, backEnd, policy, shows }) {
  const end = (id) => id.slice(-4);
  const who = `world ${world.seed} at ${world.now}: ${hat.role} ${end(hat.userId)} of ${hat.agencyId ? end(hat.agencyId) : 'the family'} for ${purpose}`;
  if (backEnd === 'who can see') return `${who}, who can see case ${end(episode)}: ${shows} ${policy}`;
  if (item === undefined) return `${who}, facts of case ${end(episode)}: ${firstDifference(policy, shows)}`;
  const facts = factsByCase(world).get(item.episodeId);
  const about = { actor: actorOf(hat), episode: facts, settings };
  const { effect, what } = verdict(about, questionOf(hat, purpose, item), world.now);
  return `${who}, case ${end(item.episodeId)} (${facts.state}), item ${end(item.id)} ${item.category}${item.aboutId ? ' about an adult' : ''}: function ${effect}${what ? ` ${what}` : ''}, ${backEnd} ${shows ? 'shows' : 'hides'}`;
}

function firstDifference(rows, database) {
  let at = 0;
  while (at < rows.length && rows[at] === database[at]) at += 1;
  const piece = (text) => text.slice(Math.max(0, at - 60), at + 60);
  return `rows "${piece(rows)}", database "${piece(database)}"`;
}
