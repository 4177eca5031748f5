import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { Program, type Client } from '../../kit/program.js';
import { aFinishedCase } from '../../factories/finished-case.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

interface Made {
  code: string;
  text: string;
  fingerprint: string;
  categories: string[];
  fields: Record<string, string[]>;
}

let program: Program;
let lena: Worker;
let hana: Worker;
let asks: Record<'lena' | 'hana' | 'cafc' | 'outsider', Client>;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T09:00:00Z');
  lena = await aWorker(program, await anAgency(program));
  hana = await aWorker(program, await anAgency(program));
  const council = await anAgency(program);
  asks = {
    lena: await program.as(lena.email),
    hana: await program.as(hana.email),
    cafc: await program.as((await aWorker(program, council, { role: 'CAFC' })).email),
    outsider: await program.as((await aWorker(program, council)).email),
  };
});
afterAll(() => program.stop());

const WORDS = {
  child: 'Likes the blue room',
  adult: 'Her own nights are short',
  sensitive: 'Seen by the clinic',
  hope: 'In school every day',
};

const aMove = (passedOn: readonly string[], state = 'TRANSFER_PENDING') =>
  aFinishedCase(
    program,
    { lead: lena, member: hana, state, words: WORDS },
    passedOn.length === 0 ? null : { agency: lena.agency, categories: passedOn, purpose: 'TRANSFER' },
  );

const make = (who: keyof typeof asks, id: string, receiver = 'Eastmere early help') =>
  asks[who].post<Made>(`/api/episodes/${id}/transfer-package`, { receiver });

describe('what goes to the area a family moves to (T27)', () => {
  it('holds what was agreed to be passed on, never what a specialist service wrote, and is proved by its fingerprint', async () => {
    const { episode } = await aMove(['CHILD', 'PLAN']);
    const { status, body } = await make('lena', episode.id);
    expect([status, body.categories]).toEqual([201, ['CHILD', 'PLAN']]);
    expect(body.text).toContain(WORDS.child);
    expect(body.text).toContain(`Hope: ${WORDS.hope}`);
    for (const kept of [WORDS.adult, WORDS.sensitive]) expect(body.text).not.toContain(kept);
    expect(body.fingerprint).toBe(createHash('sha256').update(body.text).digest('hex'));
    const next = await asks.lena.get<{
      records: { transition: string; lines: { field: string; words: string }[] }[];
    }>(`/api/episodes/${episode.id}/next-moves`);
    expect(next.body.records[0]).toMatchObject({
      transition: 'T27_PACKAGE',
      lines: expect.arrayContaining([{ field: 'fingerprint', words: body.fingerprint }]),
    });
    const [entry] = await program.rows<{ categories: string[]; channel: string; basis: string[] }>(
      `select categories, channel, basis from audit.entry where episode_id = $1 and action = 'transfer.package-made'`,
      [episode.id],
    );
    expect(entry).toMatchObject({ categories: ['CHILD', 'PLAN'], channel: 'export' });
    expect(entry?.basis).toContain(`sha256:${body.fingerprint.slice(0, 16)}`);
  });

  it('holds nothing where nothing was agreed, and stops with the agreement', async () => {
    const none = await aMove([]);
    expect((await make('lena', none.episode.id)).body).toMatchObject({
      categories: [],
      text: expect.stringContaining('agreed to pass on nothing'),
    });
    const { episode } = await aMove(['CHILD', 'PLAN']);
    await program.rows(
      `update app.consent_line set status = 'WITHDRAWN', ended_at = sec.now(), until_at = sec.now() where episode_id = $1 and category = 'PLAN'`,
      [episode.id],
    );
    const after = await make('lena', episode.id);
    expect(after.body.text).not.toContain(WORDS.hope);
  });

  it('is made by who leads, once the move is written down, for somebody by name', async () => {
    const { episode } = await aMove(['CHILD'], 'PLAN_ACTIVE');
    expect((await make('lena', episode.id)).body.code).toBe('NOT_MOVING');
    const moving = (await aMove(['CHILD'])).episode;
    expect((await make('hana', moving.id)).body.code).toBe('ONLY_THE_LEAD');
    expect((await make('cafc', moving.id)).body.code).toBe('ONLY_THE_LEAD');
    const refused = await make('outsider', moving.id);
    expect([refused.status, refused.text]).toEqual([404, (await make('outsider', randomUUID())).text]);
    const bare = await make('lena', moving.id, '');
    expect([bare.status, bare.body.fields]).toEqual([400, { receiver: ['Name who receives it'] }]);
    expect(
      await program.rows(`select 1 from app.case_fact where episode_id = $1 and kind = 'MOVE'`, [moving.id]),
    ).toEqual([]);
  });
});
