import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type TestDatabase } from '../kit/database.js';

/**
 * Tables about a case or a child that do without the guard against whoever is blocked or not named on a seal, and what
 * keeps such a person out instead. A new table needs the guard, or a line here that a reviewer believes.
 */
const WITHOUT: Readonly<Record<string, string>> = {
  break_glass_notice: 'one’s own notices; a number and no case, decided again when looked at',
  notice: 'one’s own notices, each decided again by the gate of what it tells of',
  shield:
    'the register of shields and seals, kept by the CAF team and the officer for records they are not named on',
  shield_member: 'the same: who is on the list; everybody else sees their own line',
  contact_order_review: 'read through its order, which has the guard',
  record_request_line: 'read through its request, which has the guard, and with a task only',
  disposal:
    'a certificate without a name for a record that was destroyed: there is nothing left to keep anybody from',
  enquiry_offer:
    'who of which service was asked to take a question up, without a name; what it is about is read through the question, which has the guard',
  engagement_review: 'read through its plan, which has the guard',
};

interface Table {
  name: string;
  /** How it comes to be about a case or a child. */
  by: string;
  guarded: boolean;
}

/** About a case or a child is what refers to one, or to something that does. */
const TABLES = `
  with recursive refers as (
    select k.conrelid, k.confrelid from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and c.relnamespace = 'app'::regnamespace and k.conrelid <> k.confrelid
      -- An account is not about a case, although a person of the family may have one.
      and k.conrelid <> 'app.app_user'::regclass
  ), about as (
    select oid as id, relname::text as by from pg_class where oid in ('app.episode'::regclass, 'app.person'::regclass)
    union
    select r.conrelid, a.by from refers r join about a on a.id = r.confrelid
  )
  select c.relname as name, string_agg(distinct a.by, ', ' order by a.by) as by,
    exists (select 1 from pg_policies p where p.schemaname = 'app' and p.tablename = c.relname and p.permissive = 'RESTRICTIVE'
      and p.cmd in ('SELECT', 'ALL') and 'app_user' = any (p.roles)
      and p.qual ~ 'sec\\.(barred_episodes|barred_people|consultation_open)\\(') as guarded
  from about a join pg_class c on c.oid = a.id
  -- What the running role has no way to read needs no guard.
  where exists (select 1 from pg_policies p where p.schemaname = 'app' and p.tablename = c.relname
    and p.permissive = 'PERMISSIVE' and p.cmd in ('SELECT', 'ALL') and 'app_user' = any (p.roles))
  group by c.relname order by c.relname`;

describe('whoever is blocked, or not named on a seal, in the database itself', () => {
  let database: TestDatabase;
  let tables: Table[];

  beforeAll(async () => {
    database = await freshDatabase();
    const { rows } = await database.admin.query<Table>(TABLES);
    tables = rows;
  });
  afterAll(() => database.close());

  it('finds a guard on every table about a case or a child, or a reason why there is none', () => {
    const open = tables.filter(({ name, guarded }) => !guarded && !(name in WITHOUT));
    expect(open.map(({ name, by }) => `${name} (about ${by})`)).toEqual([]);
    expect(tables.length).toBeGreaterThan(30);
  });

  it('gives no reason for a table that is gone or has the guard by now', () => {
    const needed = tables.filter(({ guarded }) => !guarded).map(({ name }) => name);
    expect(Object.keys(WITHOUT).filter((name) => !needed.includes(name))).toEqual([]);
  });

  it('names a new table that has none', async () => {
    await database.admin.query(
      `create table app.forgotten (id uuid primary key, episode_id uuid references app.episode);
       create policy everybody on app.forgotten for select to app_user using (true)`,
    );
    const { rows } = await database.admin.query<Table>(TABLES);
    expect(rows.filter(({ guarded }) => !guarded).map(({ name }) => name)).toContain('forgotten');
  });
});
