import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { guardsDump, migratingDataSource } from '@encircle/api/testing';

/** Text of everything a migration can make. */
const SCHEMA = `select string_agg(line, e'\\n' order by line) as text from (
  select n.nspname || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname in ('app', 'sec', 'audit', 'hot') and c.relkind in ('r', 'p', 'v')
  union all
  select p.oid::regprocedure::text || md5(p.prosrc) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ('app', 'sec', 'audit', 'hot')) x`;

describe('migrations', () => {
  const name = `m_${randomBytes(5).toString('hex')}`;
  const superuser = new URL(process.env['ENCIRCLE_TEST_SUPERUSER_URL'] ?? '');
  let source: ReturnType<typeof migratingDataSource>;

  beforeAll(async () => {
    const client = new pg.Client({ connectionString: superuser.toString() });
    await client.connect();
    await client.query(`create database ${name} owner encircle_owner`);
    await client.end();
    const url = new URL(superuser);
    url.pathname = `/${name}`;
    source = migratingDataSource(url.toString());
    await source.initialize();
  });
  afterAll(() => source.destroy());

  const state = async (): Promise<string> =>
    ((await source.query(SCHEMA)) as { text: string | null }[])[0]?.text + (await guardsDump(source));

  it('go from empty to head, down one step at a time to empty, and up again to the same schema', async () => {
    await source.runMigrations();
    const head = await state();
    for (let step = source.migrations.length; step > 0; step -= 1) await source.undoLastMigration();
    expect(
      (
        (await source.query(
          `select count(*)::int as n from pg_namespace where nspname in ('app', 'sec', 'audit', 'hot')`,
        )) as { n: number }[]
      )[0]?.n,
    ).toBe(0);
    await source.runMigrations();
    expect(await state()).toBe(head);
  });
});
