import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  auditExport,
  buildApp,
  canonicalBytes,
  chainRoot,
  COLUMNS,
  nextHash,
  readSettings,
} from '@encircle/api/testing';
import pg from 'pg';
import { InProcess } from '../../kit/in-process.js';
import { ownerUrl } from '../../kit/story.js';
import { addRows, sealing, type Sealing } from './kit.js';
import { VECTOR_CHAIN, VECTORS } from './vectors.js';

let program: InProcess;
let seals: Sealing;

beforeAll(async () => {
  program = await InProcess.start();
  seals = sealing(program);
});
afterAll(() => program.stop());

const client = async (): Promise<pg.Client> => {
  const connection = new pg.Client({ connectionString: ownerUrl(program.database) });
  await connection.connect();
  return connection;
};
const links = () =>
  program.rows<{ seq: string; entry_id: string }>('select seq, entry_id from audit.link order by seq');

describe('the encoding', () => {
  it('covers every column of the log, in a fixed order', async () => {
    const columns = await program.rows<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'audit.entry'::regclass and attnum > 0 and not attisdropped order by attnum`,
    );
    expect(COLUMNS.map(([name]) => name)).toEqual(columns.map(({ name }) => name));
  });

  it('is the same here, in the database and in the vectors kept', async () => {
    let mine = chainRoot(VECTOR_CHAIN);
    let theirs = (
      await program.rows<{ root: Buffer }>('select audit.chain_root($1) as root', [VECTOR_CHAIN])
    )[0]?.root;
    for (const [at, { row, bytes, link }] of VECTORS.entries()) {
      const raw = COLUMNS.map(([name]) => row[name] ?? null);
      const written = canonicalBytes(raw);
      mine = nextHash(at + 1, mine, written);
      const [answer] = await program.rows<{ bytes: Buffer; hash: Buffer }>(
        `select audit.canonical(e) as bytes, audit.next_hash($2, $3, audit.canonical(e)) as hash
         from jsonb_populate_record(null::audit.entry, $1) e`,
        [JSON.stringify(row), at + 1, theirs],
      );
      theirs = answer?.hash;
      expect(answer?.bytes.toString('hex')).toBe(written.toString('hex'));
      expect(createHash('sha256').update(written).digest('hex')).toBe(bytes);
      expect([mine.toString('hex'), theirs?.toString('hex')]).toEqual([link, link]);
    }
  });
});

describe('the sealer', () => {
  it('seals in the order transactions end, without a gap, and what was still open comes after', async () => {
    const late = await client();
    await late.query('begin');
    await late.query(`insert into audit.entry (action, outcome) values ('late', 'ALLOW')`);
    await addRows(program, 3, true);
    // The open transaction began first: nothing after it may be sealed before it is known how it ends.
    expect(await seals.sealer.seal()).toMatchObject({ sealed: 0 });
    await late.query('commit');
    await late.end();
    expect(await seals.all()).toMatchObject({ seq: 4 });
    const [first] = await program.rows<{ action: string }>(
      'select e.action from audit.link l join audit.entry e on e.id = l.entry_id where l.seq = 1',
    );
    expect(first?.action).toBe('late');
  });

  it('leaves out what was taken back, without a gap in the chain', async () => {
    const undone = await client();
    await undone.query('begin');
    await undone.query(`insert into audit.entry (action, outcome) values ('undone', 'ALLOW')`);
    await undone.query('rollback');
    await undone.end();
    await addRows(program, 2);
    await seals.all();
    expect((await links()).map(({ seq }) => Number(seq))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is one, however many replicas ask: the others pass', async () => {
    const other = sealing(program);
    await addRows(program, 40, true);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? seals : other).sealer.seal()),
    );
    expect(answers.filter((answer) => answer !== null).length).toBeGreaterThan(0);
    await seals.all();
    const all = await links();
    expect(all.map(({ seq }) => Number(seq))).toEqual(all.map((_, n) => n + 1));
    expect(new Set(all.map((l) => l.entry_id)).size).toBe(46);
    expect((await seals.verify()).ok).toBe(true);
  });

  it('takes up where another process ended, and takes rows of a restored dump whatever their transaction numbers', async () => {
    await addRows(program, 3);
    await program.rows(`update audit.chain set cluster = 'another', below = '18446744073709551000'`);
    const again = sealing(program);
    expect(await again.all()).toMatchObject({ seq: 49 });
    await addRows(program, 1);
    expect(await again.all()).toMatchObject({ seq: 50 });
    expect((await seals.verify()).ok).toBe(true);
  });

  it('does not make a request wait', async () => {
    const holder = await client();
    await holder.query('begin');
    await holder.query('select audit.my_turn()');
    await addRows(program, 1);
    expect(await seals.sealer.seal()).toBeNull();
    await holder.query('rollback');
    await holder.end();
    expect(await seals.all()).toMatchObject({ seq: 51 });
  });
});

describe('checkpoints', () => {
  it('are signed, follow each other, and stand outside the database as well', async () => {
    await seals.sign();
    await addRows(program, 2);
    await seals.sign();
    const lines = readFileSync(await seals.file(), 'utf8')
      .trim()
      .split('\n');
    const kept = await program.rows<{ line: object }>(
      'select audit.as_line(k) as line from audit.checkpoint k order by number',
    );
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual(kept.map(({ line }) => line));
    expect(await seals.verify()).toMatchObject({ ok: true, checkpoints: 2, outside: true });
  });

  it('are made at ten thousand rows, and not before unless it is time', async () => {
    const count = async () => (await program.rows('select 1 from audit.checkpoint')).length;
    const before = await count();
    await addRows(program, 1);
    await seals.all();
    await seals.sealer.round();
    expect(await count()).toBe(before);
    const [last] = await program.rows<{ due: boolean }>(
      `select extract(epoch from clock_timestamp() - max(at)) < 600 as due from audit.checkpoint`,
    );
    expect(last?.due).toBe(true);
    await addRows(program, 10_000);
    await seals.all();
    await seals.sealer.round();
    expect(await count()).toBe(before + 1);
    // Nothing new: nothing to sign.
    await seals.sealer.round(true);
    expect(await count()).toBe(before + 1);
  });

  it('lost on the way to the file are added at the next start, and a line cut off is left alone', async () => {
    const file = await seals.file();
    await addRows(program, 1);
    const elsewhere = sealing(program);
    appendFileSync(file, '{"number":');
    await seals.sign();
    await seals.sealer.writeOutside();
    const verdict = await seals.verify();
    expect(verdict.ok).toBe(true);
    expect(verdict.words[0]).toContain('1 lines');
    await elsewhere.sealer.writeOutside();
    expect(
      readFileSync(await elsewhere.file(), 'utf8')
        .trim()
        .split('\n'),
    ).toHaveLength(verdict.checkpoints);
  });

  it('let a part be verified from the nearest one', async () => {
    const verdict = await seals.verify(['--from', '60', '--to', '70']);
    expect(verdict).toMatchObject({ ok: true, from: 54, to: 70, rows: 17 });
    await expect(seals.verify(['--from', 'monday'])).rejects.toThrow(/--from is the number of a place/);
  });

  it('and the chain are verified from a dump as from the database', async () => {
    await addRows(program, 2);
    const dump = join(seals.folder, 'dump.csv');
    await auditExport(
      [dump],
      { databaseUrl: ownerUrl(program.database), keyFile: '', auditDir: '' },
      () => undefined,
    );
    const verdict = await seals.verify(['--csv', dump, '--checkpoint', await seals.file()]);
    expect(verdict).toMatchObject({ ok: true, unsealed: 2 });
    expect(verdict.rows).toBe((await seals.verify()).rows);
  });
});

describe('nobody who runs the program', () => {
  const TABLES = ['audit.entry', 'audit.link', 'audit.checkpoint', 'audit.chain'];

  it.each(['encircle_login', 'app_user', 'encircle_hot'])('reads or changes the log as %s', async (role) => {
    const someone = await client();
    await someone.query(`set role ${role}`);
    for (const table of TABLES)
      for (const sql of [
        `select * from ${table}`,
        `insert into ${table} default values`,
        `update ${table} set ${table === 'audit.chain' ? 'seq = 0' : table === 'audit.entry' ? "action = 'x'" : 'seq = 0'}`,
        `delete from ${table}`,
        `truncate ${table}`,
      ])
        await expect(someone.query(sql)).rejects.toThrow(/permission denied/);
    await someone.end();
  });

  it.each(['encircle_owner', null])('changes what is written even as %s', async (role) => {
    const someone = await client();
    if (role) await someone.query(`set role ${role}`);
    else await someone.query(`set session_replication_role = replica`);
    for (const table of TABLES.filter((name) => name !== 'audit.chain'))
      for (const sql of [
        `update ${table} set ${table === 'audit.entry' ? "action = 'x'" : 'seq = 0'}`,
        `delete from ${table}`,
        `truncate ${table}`,
      ])
        await expect(someone.query(sql)).rejects.toThrow(/only ever added to/);
    await someone.end();
  });

  it('may call the parts of the sealer that write hashes', async () => {
    const someone = await client();
    await someone.query('set role app_user');
    for (const call of [
      'audit.seal(1)',
      'audit.checkpoint_due()',
      `audit.keep_checkpoint('{}')`,
      'audit.checkpoints_from(1, 1)',
    ])
      await expect(someone.query(`select ${call}`)).rejects.toThrow(/permission denied/);
    await someone.end();
  });
});

describe('the loop in the program', () => {
  const settings = (over: Record<string, string> = {}) =>
    readSettings({
      DATABASE_URL: program.database.loginUrl,
      ENCIRCLE_DEMO: '1',
      ENCIRCLE_POOL_SIZE: '2',
      ENCIRCLE_LOG_LEVEL: 'fatal',
      ENCIRCLE_AUDIT_DIR: join(seals.folder, 'loop'),
      ENCIRCLE_AUDIT_KEY_FILE: seals.keyFile,
      ...over,
    });

  it('seals by itself, and signs the rest when it is stopped', async () => {
    const app = await buildApp(settings());
    await addRows(program, 5);
    const unsealed = async () =>
      (
        await program.rows(
          'select 1 from audit.entry e where not exists (select 1 from audit.link l where l.entry_id = e.id)',
        )
      ).length;
    for (let tries = 0; tries < 50 && (await unsealed()) > 0; tries += 1) await pause(100);
    expect(await unsealed()).toBe(0);
    await addRows(program, 1);
    await app.close();
    const [state] = await program.rows<{ rest: string }>(
      'select (select max(seq) from audit.link) - (select max(seq) from audit.checkpoint) as rest',
    );
    expect(Number(state?.rest)).toBe(0);
    expect(existsSync(join(seals.folder, 'loop'))).toBe(true);
    expect((await seals.verify()).ok).toBe(true);
  });

  it('does not begin without its key in production, on a folder it cannot write, or with a key of another kind', async () => {
    const production = {
      DATABASE_URL: program.database.loginUrl,
      ENCIRCLE_SECRET: 'a secret of our own, long enough for this',
      ENCIRCLE_PUBLIC_URL: 'https://encircle.example',
    };
    expect(() => readSettings(production)).toThrow(
      /ENCIRCLE_AUDIT_KEY_FILE is missing[\s\S]*ENCIRCLE_AUDIT_DIR is missing/,
    );
    expect(() =>
      readSettings({
        ...production,
        ENCIRCLE_AUDIT_KEY_FILE: 'k',
        ENCIRCLE_AUDIT_DIR: 'd',
        ENCIRCLE_SEAL_SECONDS: '0',
      }),
    ).toThrow(/ENCIRCLE_SEAL_SECONDS must be a whole number from 1/);
    await expect(
      buildApp({ ...settings(), demo: false, auditKeyFile: join(seals.folder, 'none.pem') }),
    ).rejects.toThrow(/no key in .*none\.pem; make one with: openssl genpkey/);
    await expect(
      buildApp(settings({ ENCIRCLE_AUDIT_DIR: join(seals.keyFile, 'below-a-file') })),
    ).rejects.toThrow(/cannot be written/);
    const text = join(seals.folder, 'text.pem');
    appendFileSync(text, 'not a key');
    await expect(buildApp(settings({ ENCIRCLE_AUDIT_KEY_FILE: text }))).rejects.toThrow(
      /holds no private key/,
    );
  });
});
