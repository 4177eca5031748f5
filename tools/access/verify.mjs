import { DEFAULT_SETTINGS, endOfReadOnlyDays } from '../../shared/dist/policy/index.js';
import { MATERIALISED, WINDOW_DAYS } from './materialised.mjs';

/** How many children's search keys are worked out at once. */
const BATCH = 5_000;
const EXAMPLES = 3;

/**
 * Works out again whatever is kept beside the facts it was made from. Reads only: what it has to write for a comparison is
 * rolled back.
 * @param {import('pg').Client} client that may become the owner of the tables
 * @returns {Promise<{ name: string, kept: number, differences: number, examples: string[] }[]>}
 */
export async function verifyMaterialised(client) {
  await client.query('begin isolation level repeatable read; set local role encircle_owner');
  try {
    await keepWindows(client);
    const found = [];
    for (const each of MATERIALISED) found.push(await compare(client, each));
    found.push(await compareKeys(client));
    return found;
  } finally {
    await client.query('rollback');
  }
}

async function keepWindows(client) {
  const { rows } = await client.query(WINDOW_DAYS);
  const days = rows.map(({ day }) => day);
  const ends = days.map((day) => endOfReadOnlyDays(day, DEFAULT_SETTINGS));
  await client.query(
    `create temporary table reading_window (day date primary key, until_at timestamptz not null) on commit drop`,
  );
  await client.query(
    `insert into pg_temp.reading_window select * from unnest($1::date[], $2::timestamptz[])`,
    [days, ends],
  );
}

async function compare(client, { name, kept, truth }) {
  const { rows: differing } = await client.query(`
    with kept as materialized (${kept}), truth as materialized (${truth})
    select 'kept but not so: ' || d::text as row from (select * from kept except all select * from truth) d
    union all
    select 'should be kept: ' || d::text from (select * from truth except all select * from kept) d`);
  const { rows: counted } = await client.query(`select count(*)::int as n from (${kept}) k`);
  return result(name, counted[0].n, differing);
}

/** Keys of children are made by one function: it is asked again, some thousands at a time, and what it does is undone. */
async function compareKeys(client) {
  const { rows } = await client.query(`select count(*)::int as n from sec.match_key`);
  const differing = [];
  for (let last = '00000000-0000-0000-0000-000000000000'; last !== null;) {
    const { rows: people } = await client.query(
      `select p.id from app.person p where p.id > $1 and (p.kind = 'CHILD' or exists (
         select 1 from sec.match_key k where k.person_id = p.id)) order by p.id limit $2`,
      [last, BATCH],
    );
    const ids = people.map(({ id }) => id);
    last = ids.length === BATCH ? ids.at(-1) : null;
    await client.query('savepoint keys');
    await client.query(
      `create temporary table key_before on commit drop as select k.* from sec.match_key k where k.person_id = any ($1)`,
      [ids],
    );
    await client.query('select sec.refresh_keys($1)', [ids]);
    const { rows: wrong } = await client.query(
      `with after as (select k.* from sec.match_key k where k.person_id = any ($1))
       select 'kept but not so: ' || d.person_id || ' ' || d.kind as row from (select * from key_before except select * from after) d
       union all
       select 'should be kept: ' || d.person_id || ' ' || d.kind from (select * from after except select * from key_before) d`,
      [ids],
    );
    await client.query('rollback to savepoint keys');
    differing.push(...wrong);
  }
  return result('sec.match_key', rows[0].n, differing);
}

const result = (name, kept, differing) => ({
  name,
  kept,
  differences: differing.length,
  examples: differing.slice(0, EXAMPLES).map(({ row }) => row),
});
