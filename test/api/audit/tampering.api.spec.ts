import { readFileSync, writeFileSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sealer, signingKey } from '@encircle/api/testing';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { InProcess } from '../../kit/in-process.js';
import { addRows, sealing, type Sealing } from './kit.js';

const ROWS = 60;
const TABLES = ['entry', 'link', 'checkpoint', 'chain'] as const;
const TRIGGERS = ['entry', 'link', 'checkpoint'] as const;

/**
 * Everything an administrator of the database can do to the log. Each is done with the guards taken off, as they could,
 * and undone before the next. The file outside and the key are out of their reach, as they are on another machine.
 */
describe('tampering with the audit log as the administrator of the database', () => {
  let program: InProcess;
  let seals: Sealing;
  let middle: { id: string; seq: number };
  let file: string;

  const run = (sql: string, values: unknown[] = []) => program.rows(sql, values);

  beforeAll(async () => {
    program = await InProcess.start();
    seals = sealing(program);
    // Three checkpoints, and rows after the last one.
    for (let n = 0; n < 3; n += 1) {
      await addRows(program, ROWS / 4, true);
      await seals.sign();
    }
    await addRows(program, ROWS / 4);
    await seals.all();
    file = await seals.file();
    const [place] = await program.rows<{ entry_id: string; seq: string }>(
      'select entry_id, seq from audit.link where seq = 25',
    );
    middle = { id: String(place?.entry_id), seq: Number(place?.seq) };
    for (const table of TABLES)
      await run(`create table public.kept_${table} as select * from audit.${table}`);
    for (const table of TRIGGERS) await run(`alter table audit.${table} disable trigger ${table}_only_added`);
  });
  afterAll(() => program.stop());

  const restore = async (): Promise<void> => {
    for (const table of TABLES) {
      await run(`truncate audit.${table}`);
      await run(
        table === 'entry'
          ? 'insert into audit.entry overriding system value select * from public.kept_entry'
          : `insert into audit.${table} select * from public.kept_${table}`,
      );
    }
  };

  it('an untouched log is OK, with its counts', async () => {
    const verdict = await seals.verify();
    expect(verdict).toMatchObject({ ok: true, rows: ROWS, from: 1, to: ROWS, checkpoints: 3, unsealed: 0 });
    expect(verdict.words).toEqual([
      expect.stringMatching(/^OK: chain .* places 1 to 60 \(60 rows\), 3 checkpoints/),
    ]);
  });

  const recompute = `
    do $$ declare r record; h bytea; n bigint := 0; begin
      select audit.chain_root(id) into h from audit.chain;
      truncate audit.link;
      for r in select id, audit.canonical(e) as bytes from audit.entry e order by e.xid, e.id loop
        n := n + 1; h := audit.next_hash(n, h, r.bytes);
        insert into audit.link values (n, r.id, h);
      end loop;
      update audit.chain set seq = n, head = h;
    end $$`;

  it.each<[string, string, kind: string, place: (() => number) | null]>([
    [
      'another actor is named',
      `update audit.entry set actor_id = gen_random_uuid() where id = $id`,
      'altered',
      () => middle.seq,
    ],
    [
      'the time is moved by a microsecond',
      `update audit.entry set at = at + interval '1 microsecond' where id = $id`,
      'altered',
      () => middle.seq,
    ],
    [
      'a category is taken out of what was shown',
      `update audit.entry set categories = '{IDENT}' where id = $id`,
      'altered',
      () => middle.seq,
    ],
    ['a row in the middle is deleted', `delete from audit.entry where id = $id`, 'missing', () => middle.seq],
    [
      'a row and its link are deleted',
      `delete from audit.entry where id = $id; delete from audit.link where entry_id = $id`,
      'missing',
      () => middle.seq,
    ],
    [
      'a row is deleted and those after it are moved up',
      `delete from audit.entry where id = $id; delete from audit.link where entry_id = $id;
       update audit.link set seq = seq + 1000 where seq > 25; update audit.link set seq = seq - 1001 where seq > 1000;
       update audit.chain set seq = seq - 1`,
      'missing',
      () => middle.seq,
    ],
    [
      'the newest rows are deleted, and the sealer is told so',
      `delete from audit.entry where id in (select entry_id from audit.link where seq > 40);
       delete from audit.link where seq > 40; delete from audit.checkpoint where seq > 40;
       update audit.chain set seq = 40, head = (select hash from audit.link where seq = 40)`,
      'truncated',
      () => 41,
    ],
    [
      'two places are exchanged',
      `create temp table t as select seq, entry_id, hash from audit.link where seq in (25, 31);
       delete from audit.link where seq in (25, 31);
       insert into audit.link select 56 - seq, entry_id, hash from t; drop table t`,
      'reordered',
      () => 25,
    ],
    [
      'two rows are exchanged under their links',
      `create temp table t as select seq, entry_id, hash from audit.link where seq in (25, 26);
       delete from audit.link where seq in (25, 26);
       insert into audit.link select a.seq, b.entry_id, a.hash from t a join t b on a.seq <> b.seq; drop table t`,
      'reordered',
      () => 25,
    ],
    [
      'a row is slipped in among those already sealed',
      `insert into audit.entry (xid, action, outcome) select xid, 'case.opened', 'ALLOW' from audit.entry where id = $id`,
      'inserted',
      null,
    ],
    [
      'a row is slipped in with a place of its own',
      `insert into audit.entry (id, xid, action, outcome) overriding system value select 900001, xid, 'case.opened', 'ALLOW' from audit.entry where id = $id;
       update audit.link set seq = seq + 1000 where seq >= 25; update audit.link set seq = seq - 999 where seq > 1000;
       insert into audit.link values (25, 900001, sha256('x')); update audit.chain set seq = seq + 1`,
      'inserted',
      () => 25,
    ],
    [
      'a row is written a second time',
      `insert into audit.entry (at, xid, actor_id, action, outcome, categories) select at, xid, actor_id, action, outcome, categories
       from audit.entry where id = $id`,
      'inserted',
      null,
    ],
    [
      'a link is altered',
      `update audit.link set hash = sha256('x') where seq = 25`,
      'altered-link',
      () => 25,
    ],
    [
      'the last link is altered',
      `update audit.link set hash = sha256('x') where seq = 60`,
      'altered-link',
      () => 60,
    ],
    [
      'a row is altered and the whole chain computed anew',
      `update audit.entry set actor_id = gen_random_uuid() where id = $id; ${recompute}`,
      'recomputed',
      () => 30,
    ],
    [
      'everything is computed anew under another name, without checkpoints',
      `update audit.chain set id = gen_random_uuid(); delete from audit.checkpoint; ${recompute}`,
      'recomputed',
      () => 15,
    ],
    [
      'a checkpoint is deleted',
      `delete from audit.checkpoint where number = 2`,
      'checkpoint-missing',
      () => 30,
    ],
    [
      'a checkpoint is forged',
      `update audit.checkpoint set head = sha256('x') where number = 2`,
      'wrong-signature',
      () => 30,
    ],
  ])('finds it when %s, and says where', async (_what, sql, kind, place) => {
    try {
      for (const statement of sql.includes('do $$') ? split(sql) : sql.split(';'))
        if (statement.trim()) await run(statement.replaceAll('$id', middle.id));
      const verdict = await seals.verify(['--checkpoint', file]);
      expect(verdict.ok).toBe(false);
      const found = verdict.findings.find((finding) => finding.kind === kind);
      expect(verdict.findings.map((finding) => finding.kind)).toContain(kind);
      expect(found?.seq).toBe(place ? place() : null);
      expect(verdict.words.find((line) => line.startsWith('NOT OK'))).toBeDefined();
    } finally {
      await restore();
    }
    expect((await seals.verify()).ok).toBe(true);
  });

  it('finds an older backup put in the place of the log', async () => {
    await addRows(program, 10);
    await seals.sign();
    await restore();
    const verdict = await seals.verify();
    expect(verdict.findings[0]).toMatchObject({ kind: 'truncated', seq: ROWS + 1 });
    expect(verdict.findings.map((f) => f.kind)).toContain('checkpoint-missing');
    // The sealer sees it as well, and does not write over what is outside.
    const before = readFileSync(file, 'utf8');
    await addRows(program, 5);
    await expect(seals.sign()).rejects.toThrow(/is not the database's/);
    expect(readFileSync(file, 'utf8')).toBe(before);
    await restore();
  });

  it('finds a chain signed by somebody else', async () => {
    const theirs = join(seals.folder, 'theirs.pem');
    const source = program.app.get<DataSource>(getDataSourceToken());
    const folder = join(seals.folder, '..');
    await run(`update audit.entry set purpose = 'SAFEGUARD' where id = ${middle.id}`);
    await run('delete from audit.checkpoint');
    for (const statement of split(recompute)) await run(statement);
    await new Sealer(source, signingKey(theirs, true), folder).round(true);
    const verdict = await seals.verify(['--checkpoint', file]);
    expect(verdict.findings[0]).toMatchObject({ kind: 'recomputed', seq: 30 });
    expect(verdict.findings.map((f) => f.kind)).toContain('wrong-signature');
    await restore();
  });

  it('finds a line of the file outside that was changed', async () => {
    const changed = join(seals.folder, 'changed.jsonl');
    copyFileSync(file, changed);
    writeFileSync(changed, readFileSync(changed, 'utf8').replace('"seq":30', '"seq":29'));
    const verdict = await seals.verify(['--checkpoint', changed]);
    expect(verdict.findings[0]).toMatchObject({ kind: 'wrong-signature' });
  });
});

/** Statements around one `do` block, which has semicolons of its own. */
function split(sql: string): string[] {
  const at = sql.indexOf('do $$');
  return [...sql.slice(0, at).split(';'), sql.slice(at)].filter((part) => part.trim() !== '');
}
