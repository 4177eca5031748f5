import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { Program, type Client } from '../../kit/program.js';
import { aChild, anAdult, relativeOf, type Person } from '../../factories/children.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
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

async function aMove(
  passedOn: readonly string[],
  state = 'TRANSFER_PENDING',
): Promise<{ episode: Episode; child: Person; mother: Person }> {
  const child = await aChild(program);
  const mother = await anAdult(program);
  await relativeOf(program, child, mother);
  const episode = await anEpisode(program, {
    children: [child],
    author: lena,
    lead: lena,
    team: [hana],
    state,
  });
  const purposes = ['ASSESS', 'COORDINATE'];
  await anAgreement(program, episode, child, mother, [
    { agency: hana.agency, categories: ORDINARY },
    { agency: lena.agency, categories: ORDINARY.filter((each) => !passedOn.includes(each)), purposes },
    { agency: lena.agency, categories: passedOn, purposes: [...purposes, 'TRANSFER'] },
  ]);
  const by = [episode.id, child.id, lena.agency.id, lena.id];
  const [assessment] = await program.rows<{ id: string }>(
    `insert into app.assessment (episode_id, subject_id, source_agency_id, author_id, category, version_no, form_code, form_version, started_on)
     values ($1, $2, $3, $4, 'CHILD', 1, 'caf', 'v1', '2026-02-02') returning id`,
    by,
  );
  for (const [section, category, about, needs] of [
    ['D01', 'CHILD', null, WORDS.child],
    ['P01', 'ADULT', mother.id, WORDS.adult],
    ['D02', 'SENS_MH', null, WORDS.sensitive],
  ])
    await program.rows(
      `insert into app.answer (episode_id, subject_id, source_agency_id, author_id, about_person_id, category, assessment_id, section, body)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [...by, about, category, assessment?.id, section, JSON.stringify({ status: 'DISCUSSED', needs })],
    );
  await program.rows(
    `update app.assessment set status = 'COMPLETED', completed_on = '2026-02-20', content_hash = repeat('a', 64) where id = $1`,
    [assessment?.id],
  );
  const [plan] = await program.rows<{ id: string }>(
    `insert into app.plan (episode_id, subject_id, source_agency_id, author_id, category, version_no, status, agreed_on)
     values ($1, $2, $3, $4, 'PLAN', 1, 'AGREED', '2026-03-02') returning id`,
    by,
  );
  await program.rows(
    `insert into app.outcome (episode_id, subject_id, source_agency_id, author_id, category, plan_id, statement)
     values ($1, $2, $3, $4, 'PLAN', $5, $6)`,
    [...by, plan?.id, WORDS.hope],
  );
  return { episode, child, mother };
}

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
