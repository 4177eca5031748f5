import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drift, ENTITIES, guardsDump, migratingDataSource } from '@encircle/api/testing';
import { freshDatabase, type TestDatabase } from '../kit/database.js';

type Source = ReturnType<typeof migratingDataSource>;

describe('entities and migrations', () => {
  let database: TestDatabase;
  let source: Source;

  beforeAll(async () => {
    database = await freshDatabase();
    const url = new URL(process.env['ENCIRCLE_TEST_SUPERUSER_URL'] ?? '');
    url.pathname = `/${database.name}`;
    source = migratingDataSource(url.toString(), [...ENTITIES]);
    await source.initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.close();
  });

  it('agree on tables, columns, types, nullability and foreign keys', async () => {
    expect(await drift(source)).toEqual([]);
  });

  it('are told apart when a column changes its type, may be empty, loses its key or is new', async () => {
    await source.query('alter table app.note alter column text type varchar using text::varchar');
    await source.query('alter table app.team alter column name drop not null');
    await source.query('alter table app.minute drop constraint minute_meeting_id_fkey');
    await source.query('alter table app.plan add column forgotten text');
    await source.query('create table app.forgotten (id uuid)');
    expect((await drift(source)).sort()).toEqual([
      'app.forgotten: no entity maps this table',
      'app.minute.meeting_id: refers to app.meeting in the entity, to nothing in the database',
      'app.note.text: text in the entity, character varying in the database',
      'app.plan.forgotten: no entity maps this column',
      'app.team.name: not null in the entity, the other in the database',
    ]);
  });
});

describe('indexes, constraints, policies and grants', () => {
  it('are those of the committed dump', async () => {
    const database = await freshDatabase();
    const url = new URL(process.env['ENCIRCLE_TEST_SUPERUSER_URL'] ?? '');
    url.pathname = `/${database.name}`;
    const source = migratingDataSource(url.toString());
    await source.initialize();
    const committed = readFileSync(join(process.cwd(), 'migrations', 'guards.golden.txt'), 'utf8');
    expect((await guardsDump(source)).split('\n')).toEqual(committed.split('\n'));
    await source.destroy();
    await database.close();
  });
});
