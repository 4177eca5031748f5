import { hash } from '@node-rs/argon2';
import { fixture, fixtureCalendar, type Fixture } from '@encircle/shared/fixture';
import { mondayOf, type CivilDate } from '@encircle/shared/dates';
import { episodeReference } from '@encircle/shared/reference-numbers';
import { addBorough } from './borough/borough.js';
import { addAva } from './story/ava.js';
import { addAvasAssessment } from './story/avas-assessment.js';
import { addFrontDoor } from './story/front-door.js';
import { addLenasCases } from './story/lenas-cases.js';
import { addStory } from './story/story.js';
import { addOddLooks } from './odd-looks.js';
import { Rows, type Migrating } from './rows.js';
import { DEMO_PASSWORD } from './sign-ins.js';
import { ARGON2 } from '#api/identity/sign-in.service.js';
import { migratingDataSource } from '#api/platform/database/data-source.js';

export interface DemoOptions {
  /** Empty the database first and load the borough again, anchored to this week. */
  afresh: boolean;
  say: (line: string) => void;
  /** Key of the reference numbers, as the running program has it. */
  secret: string;
}

/**
 * Writes a story and nothing else: its people, episodes, agreements, protections and items, row for row. Scenario tests
 * pass the scenarios' own day and get the fixture to the letter.
 */
export async function loadStory(
  migratorUrl: string,
  story: Fixture,
  referenceKey: string,
  more: { avasTeamsWork?: boolean } = {},
): Promise<void> {
  const source = migratingDataSource(migratorUrl);
  await source.initialize();
  try {
    await source.transaction(async (manager) => {
      const rows = new Rows();
      addStory(rows, withReferences(story, referenceKey));
      if (more.avasTeamsWork) {
        addAva(rows, story.anchor);
        rows.moveDatesInWords(fixtureCalendar(story.anchor).day);
      }
      await rows.write((sql, parameters) => manager.query(sql, parameters));
      await manager.query(`select setval('sec.reference_number', $1)`, [story.episodes.length + 1]);
    });
  } finally {
    await source.destroy();
  }
}

/** The story's short references become ones that say nothing, like everybody's. */
function withReferences(story: Fixture, key: string): Fixture {
  return {
    ...story,
    episodes: story.episodes.map((e, n) => ({
      ...e,
      reference: episodeReference(key, Number(e.openedOn.slice(0, 4)), n),
    })),
  };
}

/** Loads the invented borough on first run; later runs leave it as it is. */
export async function loadDemo(migratorUrl: string, options: DemoOptions): Promise<void> {
  const source = migratingDataSource(migratorUrl);
  await source.initialize();
  try {
    const loaded = (await source.query('select anchor from app.demo_marker')) as { anchor: string }[];
    if (loaded[0] && !options.afresh) return options.say(`Demo borough: here since ${loaded[0].anchor}`);
    await source.transaction(async (manager) => {
      if (options.afresh) await empty(manager);
      await fill(manager, options);
    });
    await source.query('analyze');
  } finally {
    await source.destroy();
  }
}

async function fill(db: Migrating, options: DemoOptions): Promise<void> {
  const [{ today }] = (await db.query('select sec.today() as today')) as [{ today: CivilDate }];
  const anchor = mondayOf(today);
  const story = withReferences(fixture(anchor), options.secret);
  const rows = new Rows();
  addStory(rows, story);
  addAva(rows, anchor);
  // Written after the first version is sealed: a case has one draft at a time.
  const later = new Rows();
  const { day } = fixtureCalendar(anchor);
  for (const each of [rows, later]) each.moveDatesInWords(day);
  addAvasAssessment(rows, later, anchor);
  const taken = story.episodes.length + addLenasCases(rows, anchor, options.secret, story.episodes.length);
  addFrontDoor(rows, anchor, today);
  addBorough(rows, story, { referenceKey: options.secret, taken });
  await addPasswords(rows);
  const run = (sql: string, parameters: unknown[]): Promise<unknown> => db.query(sql, parameters);
  const written = (await rows.write(run)) + (await later.write(run));
  await addOddLooks(db);
  await db.query(`select setval('sec.reference_number', $1)`, [rows.of('app.episode').length + 1]);
  await db.query('insert into app.demo_marker (anchor) values ($1)', [anchor]);
  options.say(
    `Demo borough: ${rows.of('app.person').filter((p) => p['kind'] === 'CHILD').length} children, ${rows.of('app.episode').length} cases, ` +
      `${rows.of('app.meeting').length} meetings (${written} rows)`,
  );
}

/** One hash for everybody: they share the demo password, and hashing it 130 times would take the first start a while. */
async function addPasswords(rows: Rows): Promise<void> {
  const passwordHash = await hash(DEMO_PASSWORD, ARGON2);
  for (const user of rows.of('app.app_user'))
    rows.add('sec.credential', { user_id: user['id'], password_hash: passwordHash, demo: true });
}

/** Everything but the statement texts, which come with the migrations. */
async function empty(db: Migrating): Promise<void> {
  const tables = (await db.query(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and (n.nspname = 'app' and c.relname not in ('consent_statement', 'alert_rule')
        or n.nspname = 'sec' and c.relname in ('session', 'credential', 'sign_in_throttle', 'match_key'))`,
  )) as { name: string }[];
  const trail = ['audit.entry', 'audit.link', 'audit.checkpoint'];
  const keepers = trail.map((name) => ({ name, trigger: `${name.slice('audit.'.length)}_only_added` }));
  for (const { name, trigger } of keepers) await db.query(`alter table ${name} disable trigger ${trigger}`);
  await db.query(`truncate ${[...tables.map((t) => t.name), ...trail].join(', ')} cascade`);
  for (const { name, trigger } of keepers)
    await db.query(`alter table ${name} enable always trigger ${trigger}`);
  // A new chain: its checkpoints go to a file of their own.
  await db.query(`update audit.alert_pass set last_entry = 0`);
  await db.query(`update audit.chain set id = null, head = null, seq = 0, below = '0'`);
}
