import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { aWorker, anAgency, type Worker } from '../factories/people.js';
import { Program } from '../kit/program.js';

const TOKEN = 'a token as long as any other token would be, forty-three';

describe('the running role on its own', () => {
  let program: Program;
  let client: pg.Client;
  let lena: Worker;
  let tables: { name: string }[];

  beforeAll(async () => {
    program = await Program.start();
    lena = await aWorker(program, await anAgency(program));
    await program.rows(
      `insert into app.person (id, kind, given_names, family_name, date_of_birth) values (gen_random_uuid(), 'CHILD', 'Ava', 'Ames', '2016-06-10')`,
    );
    await program.rows(
      `insert into sec.session (token_hash, user_id, membership_id, csrf_hash, idle, expires_at)
       select $1, user_id, id, '\\x00', '1 hour', now() + interval '1 day' from app.membership where user_id = $2`,
      [createHash('sha256').update(TOKEN).digest(), lena.id],
    );
    tables = await program.rows<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('app', 'sec', 'audit') and c.relkind in ('r', 'p')`,
    );
    client = new pg.Client({ connectionString: program.database.loginUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await program.stop();
  });

  const count = async (table: string): Promise<string> => {
    try {
      await client.query('savepoint ask');
      return String(
        (await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n,
      );
    } catch (error) {
      await client.query('rollback to savepoint ask');
      return (error as { code: string }).code;
    }
  };

  it('reads no row of any table, whether it stays itself or becomes app_user without entering', async () => {
    expect(tables.length).toBeGreaterThan(40);
    for (const become of ['', 'set local role app_user']) {
      await client.query('begin');
      if (become) await client.query(become);
      for (const { name } of tables) {
        // 42501 is "permission denied"; the demo marker says only that this is the demo.
        if (name !== 'app.demo_marker')
          expect([name, ['42501', '0'].includes(await count(name))]).toEqual([name, true]);
      }
      await client.query('rollback');
    }
  });

  it('gains nothing by writing the identity by hand', async () => {
    const forged = [
      `${lena.id}|${lena.agency.id}|x|CAFC||COORDINATE||abc`,
      `${lena.id}|${lena.agency.id}|x|CAFC||COORDINATE||abc${'0'.repeat(64)}`,
      '0'.repeat(64),
      'x',
    ];
    for (const value of forged) {
      await client.query('begin; set local role app_user');
      await client.query(`select set_config('sec.context', $1, true)`, [value]);
      for (const table of ['app.person', 'app.episode', 'app.note', 'app.consent_line']) {
        expect(['42501', '0']).toContain(await count(table));
      }
      await client.query('rollback');
    }
  });

  it('cannot carry a true identity over into another transaction or another role', async () => {
    await client.query('begin; set local role app_user');
    await client.query('select sec.enter($1, null, null)', [TOKEN]);
    const stolen =
      (await client.query<{ c: string }>(`select current_setting('sec.context') as c`)).rows[0]?.c ?? '';
    expect((await client.query<{ u: string }>('select sec.uid() as u')).rows[0]?.u).toBe(lena.id);
    await client.query('commit');

    await client.query('begin; set local role app_user');
    await client.query(`select set_config('sec.context', $1, true)`, [stolen]);
    await expect(client.query('select sec.uid()')).rejects.toThrow(/forged context/);
    await client.query('rollback');

    await client.query('begin; set local role app_user');
    await client.query('select sec.enter($1, null, null)', [TOKEN]);
    const mine =
      (await client.query<{ c: string }>(`select current_setting('sec.context') as c`)).rows[0]?.c ?? '';
    await client.query(`select set_config('sec.context', $1, true)`, [mine.replace('|PRACT|', '|CAFC|')]);
    await expect(client.query('select sec.role()')).rejects.toThrow(/forged context/);
    await client.query('rollback');
  });

  it('may not become the owner, read the key, move the clock or change the log', async () => {
    for (const attempt of [
      'set role encircle_owner',
      'set role encircle_migrator',
      'set role postgres',
      'select * from sec.secret',
      `select sec.mac('x')`,
      'update sec.clock set "offset" = \'1 day\'',
      `insert into audit.entry (action, outcome) values ('x', 'ALLOW')`,
      'delete from audit.entry',
      'select * from audit.entry',
      `select audit.record('x', 'ALLOW', null, null, null, null, null, null, null, null, null)`,
      'create table app.mine (x int)',
      'create function sec.mine() returns int language sql as $$ select 1 $$',
      'alter table app.person disable row level security',
      'create temp table t (x int)',
    ]) {
      for (const become of ['', 'set local role app_user;']) {
        await client.query(`begin; ${become}`);
        await expect(client.query(attempt)).rejects.toMatchObject({
          code: expect.stringMatching(/^(42501|0A000)$/),
        });
        await client.query('rollback');
      }
    }
  });

  it('even the owner cannot change or remove a line of the log', async () => {
    await program.rows(`insert into audit.entry (action, outcome) values ('test.looked', 'ALLOW')`);
    await expect(program.rows(`update audit.entry set outcome = 'DENY'`)).rejects.toThrow(
      /only ever added to/,
    );
    await expect(program.rows('delete from audit.entry')).rejects.toThrow(/only ever added to/);
    await expect(program.rows('truncate audit.entry')).rejects.toThrow(/only ever added to/);
  });
});
