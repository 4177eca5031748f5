import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { weekBothWays } from './week-both-ways.js';
import { startStory, type StoryProgram } from '../kit/story.js';

/**
 * The one-statement reads have a role and shorter rules of their own. For everybody of the story and every episode they
 * let nothing through that the rules of app_user do not.
 */
let story: StoryProgram;
let client: pg.PoolClient;
/** Cases that were open to somebody as a whole, so that no row of them was looked at by itself. */
let whole = 0;
let people: { token: string; name: string; role: string }[];

const CONTENT = [
  'case_fact',
  'meeting',
  'meeting_place',
  'invitation',
  'plan',
  'outcome',
  'rating',
  'action',
  'note',
  'episode_move',
];
const digest = (value: string): Buffer => createHash('sha256').update(value).digest();

beforeAll(async () => {
  story = await startStory(null, { avasTeamsWork: true });
  client = await story.program.database.admin.connect();
  const hats = await client.query<{ user: string; hat: string; name: string; role: string }>(
    `select u.id as user, m.id as hat, u.full_name as name, m.role from app.app_user u join app.membership m on m.user_id = u.id`,
  );
  people = [];
  for (const { user, hat, name, role } of hats.rows) {
    const token = randomBytes(16).toString('hex');
    await client.query(
      `insert into sec.session (token_hash, user_id, membership_id, csrf_hash, idle, expires_at)
       values ($1, $2, $3, $4, '1 hour', clock_timestamp() + interval '1 hour')`,
      [digest(token), user, hat, digest('csrf')],
    );
    people.push({ token, name, role });
  }
});

afterAll(async () => {
  client.release();
  await story.program.stop();
});

/** Runs `work` as this person in a transaction that leaves nothing behind. */
async function as<T>(token: string, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('select sec.enter($1, null, null)', [token]);
    return await work();
  } finally {
    await client.query('rollback');
  }
}

/** `table id episode` of every row the role of this moment sees. */
async function seen(tables: readonly string[]): Promise<string[]> {
  const episodeOf = (table: string): string => (table === 'episode' ? 'id' : 'episode_id');
  const union = tables
    .map((table) => `select '${table} ' || id || ' ' || ${episodeOf(table)} as row from app.${table}`)
    .join(' union all ');
  return (await client.query<{ row: string }>(`select row from (${union}) r order by row`)).rows.map(
    ({ row }) => row,
  );
}

/** What app_user's policies let through. */
async function guarded(): Promise<string[]> {
  await client.query('set local role app_user');
  return seen(['episode', ...CONTENT]);
}

/** What the role of the one-statement reads sees, prepared as its functions prepare it: for every case it may open. */
async function hot(token: string): Promise<string[]> {
  await client.query(
    `select hot.begin(sec.enter($1, null, null), array(select x.id from app.episode x where sec.archived(x.id)))`,
    [token],
  );
  await client.query('set local role encircle_hot');
  const opened = await seen(['episode']);
  const ids = opened.map((row) => row.split(' ')[1]);
  const found: string[] = [];
  for (const id of ids) {
    await client.query(`select hot.open_case($1, '{}')`, [id]);
    const rowByRow = await seen(CONTENT);
    await client.query(`select hot.open_whole($1, '{}')`, [id]);
    if ((await client.query(`select 1 where hot.whole() = $1`, [id])).rowCount === 1) whole += 1;
    expect(await seen(CONTENT)).toEqual(rowByRow);
    await client.query(`select set_config('hot.whole', '', true)`);
    found.push(...rowByRow);
  }
  return [...opened, ...found].sort();
}

describe('what the one-statement reads let through', () => {
  it('is never more than row-level security lets through, and all of it where a worker knows the case', async () => {
    let rows = 0;
    for (const { token, name, role } of people) {
      const allowed = (await as(token, guarded)).sort();
      const found = await as(token, () => hot(token));
      const wider = found.filter((row) => !allowed.includes(row));
      expect([name, role, wider]).toEqual([name, role, []]);
      // Of a case whose page does not open, what somebody once wrote is left to its own routes.
      const pages = new Set(found.map((row) => row.split(' ')[2]));
      const opened = allowed.filter((row) => pages.has(row.split(' ')[2]));
      if (role === 'PRACT') expect([name, found]).toEqual([name, opened]);
      rows += found.length;
    }
    expect(rows).toBeGreaterThan(100);
    expect(whole).toBeGreaterThan(0);
  });

  it('of a week is exactly what row-level security lets through, for everybody and every case', async () => {
    const sizes: Record<string, number> = {};
    for (const { token, name, role } of people) {
      const { quick, plain } = await as(token, () => weekBothWays(client));
      expect([name, role, quick]).toEqual([name, role, plain]);
      for (const [list, rows] of Object.entries(plain)) sizes[list] = (sizes[list] ?? 0) + rows.length;
    }
    const filled = Object.keys(sizes).filter((list) => (sizes[list] ?? 0) > 0);
    expect(filled.sort()).toEqual(['acts', 'asked', 'children', 'known', 'meets', 'places', 'seats']);
  });

  it('of a week knows every policy there is on the tables it reads past them', async () => {
    const { rows } = await client.query<{ policies: string }>(
      `select distinct string_agg(p.policyname, ' ' order by p.policyname) as policies from pg_policies p
       where p.schemaname = 'app' and 'app_user' = any (p.roles) and p.cmd in ('SELECT', 'ALL') and p.tablename = any ($1)
       group by p.tablename`,
      [['action', 'invitation', 'meeting', 'meeting_place', 'review', 'case_fact', 'assessment', 'note']],
    );
    expect(rows).toEqual([{ policies: 'may_read not_barred not_shielded record_open' }]);
  });

  it('names the children of many cases as it names those of one', async () => {
    let known = 0;
    for (const { token, name, role } of people) {
      const both = await as(token, async () => {
        await client.query('set local role app_user');
        const { rows } = await client.query<{ many: string[]; one: string[] }>(
          `select array(select n.person_id || ' ' || n.episode_id from sec.names_known(array(select x.id from app.episode x)) n order by 1) as many,
             array(select s.person_id || ' ' || s.episode_id from app.episode_subject s
               where s.role = 'CHILD_SUBJECT' and sec.knows_name(s.episode_id, s.person_id) order by 1) as one`,
        );
        return rows[0];
      });
      expect([name, role, both?.many]).toEqual([name, role, both?.one]);
      known += both?.one.length ?? 0;
    }
    expect(known).toBeGreaterThan(5);
  });

  it('names children by one join exactly as the rule on standing facts does', async () => {
    const cases = `array(select row(x.id, x.ref, x.type, x.state, x.opened_on, x.closed_on, x.next_review_on,
      x.initiating_agency_id, x.created_by)::hot.page_case from app.episode x
      where x.state not in ('MERGED', 'ARCHIVED', 'DISPOSED'))`;
    let known = 0;
    for (const { token, name, role } of people) {
      if (role !== 'PRACT' && role !== 'AMGR') continue;
      const both = await as(token, async () => [
        (await client.query<object>(`select * from sec.page_of(${cases}) order by 1, 2`)).rows,
        (await client.query<object>(`select * from sec.page_by_rule(${cases}) order by 1, 2`)).rows,
      ]);
      expect([name, both[0]]).toEqual([name, both[1]]);
      known += (both[0] as { ident: boolean }[]).filter(({ ident }) => ident).length;
    }
    expect(known).toBeGreaterThan(5);
  });

  it('looks for hidden people among those it reaches, by the rule that hides them from everybody', async () => {
    let hidden = 0;
    for (const { token, name } of people) {
      const [row] = await as(
        token,
        async () =>
          (
            await client.query<{ all: string[]; among: string[] }>(
              `select array(select unnest(sec.hidden_people()) order by 1) as all,
                 array(select unnest(sec.hidden_among(array(select p.id from app.person p))) order by 1) as among`,
            )
          ).rows,
      );
      expect([name, row?.among]).toEqual([name, row?.all]);
      hidden += row?.all.length ?? 0;
    }
    expect(hidden).toBeGreaterThan(0);
  });

  it('has a twin for every restriction of app_user on the tables it reads', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select p.tablename || '.' || p.policyname as name from pg_policies p
       where p.schemaname = 'app' and p.permissive = 'RESTRICTIVE' and 'app_user' = any (p.roles) and p.cmd in ('SELECT', 'ALL')
         and exists (select 1 from pg_policies h where h.tablename = p.tablename and 'encircle_hot' = any (h.roles))
         and p.tablename <> 'consent_line'
         and not exists (select 1 from pg_policies h where h.tablename = p.tablename and 'encircle_hot' = any (h.roles)
           and h.permissive = 'RESTRICTIVE')`,
    );
    expect(rows).toEqual([]);
  });

  it('cannot be become, and its settings cannot be forged from outside', async () => {
    const login = await import('pg').then(
      ({ default: driver }) => new driver.Client({ connectionString: story.program.database.loginUrl }),
    );
    await login.connect();
    try {
      await expect(login.query('set role encircle_hot')).rejects.toThrow('permission denied');
      await login.query(`select set_config('hot.me', $1, false)`, [people[0]?.token ?? '']);
      await login.query(`select set_config('hot.role', 'CAFC', false)`);
      await expect(login.query('select * from app.episode')).rejects.toThrow('permission denied');
      const { rows } = await login.query<{ entered: unknown; body: unknown }>(
        `select entered, body from hot.caseload('no such token', null, null, 'r', true, null, null, 'infinity',
           '00000000-0000-0000-0000-000000000000', 25, true)`,
      );
      expect(rows).toEqual([{ entered: null, body: null }]);
    } finally {
      await login.end();
    }
  });
});
