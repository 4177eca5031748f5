import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ContentView } from '@encircle/shared/cases';
import type {
  AgreementLine,
  AgreementsView,
  WaitingAgreementsView,
  WithdrawalView,
} from '@encircle/shared/consents';
import { countedFigures } from '../../kit/agreement-figures.js';
import { Program, type Answer, type Client } from '../../kit/program.js';
import { aChild, relativeOf, type Person } from '../../factories/children.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import { theWorldOfAva, type WorldOfAva } from '../../factories/fixture-e1.js';
import type { Worker } from '../../factories/people.js';

let program: Program;
let world: WorldOfAva;
let child: Person;
let episode: Episode;

beforeAll(async () => {
  program = await Program.start();
  world = await theWorldOfAva(program);
});
afterAll(() => program.stop());

/** A case of its own: Mia and Finn both agreed that Community Health may read, where Hana works. */
beforeEach(async () => {
  await program.setNow('2026-03-02T11:00:00Z');
  child = await aChild(program, { dateOfBirth: '2015-02-02' });
  await relativeOf(program, child, world.mia, { kind: 'MOTHER', prBasis: 'MOTHER' });
  await relativeOf(program, child, world.finn, { kind: 'FATHER', prBasis: 'MARRIED_FATHER' });
  episode = await anEpisode(program, {
    children: [child],
    lead: world.lena,
    team: [world.hana, world.yusuf],
  });
  const { northway, health } = world.agencies;
  for (const giver of [world.mia, world.finn])
    await anAgreement(
      program,
      episode,
      child,
      giver,
      [northway, health].map((agency) => ({ agency, categories: ORDINARY })),
    );
  await program.rows(
    `insert into app.note (episode_id, subject_id, category, source_agency_id, author_id, kind, event_on, text, created_by)
     values ($1, $2, 'NOTES', $3, $4, 'VISIT', '2026-02-01', 'Seen at home.', $4)`,
    [episode.id, child.id, world.agencies.locality.id, world.yusuf.id],
  );
});

const as = (worker: { email: string }): Promise<Client> => program.as(worker.email);
const withdraw = async (giver: Person, over: object = {}): Promise<Answer<WithdrawalView>> =>
  (await as(world.lena)).post(`/api/episodes/${episode.id}/consents/withdraw`, {
    giverPersonId: giver.id,
    scope: 'ALL',
    how: 'PHONE',
    ...over,
  });
const record = async (giver: Person, over: Partial<AgreementLine>): Promise<number> => {
  const lena = await as(world.lena);
  const line = {
    recipientType: 'SERVICE',
    recipientId: world.agencies.health.id,
    category: 'NOTES',
    decision: 'GIVEN',
  };
  const answer = await lena.post(`/api/episodes/${episode.id}/consents`, {
    subjectId: child.id,
    giverPersonId: giver.id,
    capacity: 'PR_HOLDER',
    method: 'WET_INK',
    statementVersion: 'v1',
    understood: { recording: true, sharing: true, withoutAgreement: true },
    lines: [{ ...line, ...over }],
  });
  return answer.status;
};
type Items = WaitingAgreementsView['items'];
const waiting = async (worker: Worker): Promise<Answer<WaitingAgreementsView>> =>
  (await as(worker)).get('/api/agreements/waiting?limit=100');
const disputes = async (worker = world.mo): Promise<Items> =>
  (await waiting(worker)).body.items.filter(
    (item) => item.kind === 'DISPUTED' && item.episodeId === episode.id,
  );
const hanaReads = async (): Promise<boolean> => {
  const hana = await as(world.hana);
  const path = `/api/episodes/${episode.id}/content?category=NOTES`;
  const { status, body } = await hana.get<ContentView>(path);
  return status === 200 && body.items.length === 1;
};
const REASONS = 'Heard both parents and the child, who wants the help to go on.';
const decide = async (
  over: object,
  worker = world.mo,
): Promise<Answer<{ code: string; fields: Record<string, string[]> }>> => {
  const [open] = await disputes();
  const client = await as(worker);
  return client.post(`/api/consent-disputes/${open?.recordId ?? ''}/decide`, {
    decision: 'GO_ON',
    reasons: REASONS,
    version: open?.version,
    ...over,
  });
};
const disputed = async (): Promise<boolean> => {
  const [row] = await program.rows<{ it: boolean }>(
    'select disputed_consent as it from app.episode where id = $1',
    [episode.id],
  );
  return row?.it ?? false;
};

describe('two people with parental responsibility', () => {
  it('one takes all back: it goes on, and the CAF team has five working days', async () => {
    expect((await withdraw(world.mia)).body.outcome).toBe('DISPUTED');
    expect([await disputed(), await hanaReads()]).toEqual([true, true]);
    expect(await disputes()).toEqual([
      expect.objectContaining({
        due: '2026-03-09',
        overdue: false,
        lead: 'Lena Marsh',
        agency: 'Northway Primary',
      }),
    ]);
    await program.setNow('2026-03-10T11:00:00Z');
    expect((await disputes())[0]?.overdue).toBe(true);
  });

  it('whoever leads reads until when it is decided, nobody else does; the list shows disputes alone, and counts them', async () => {
    const due = async (worker: Worker): Promise<unknown> =>
      (await (await as(worker)).get<AgreementsView>(`/api/episodes/${episode.id}/consents`)).body
        .disputeDue ?? null;
    expect(await due(world.lena)).toBeNull();
    await withdraw(world.mia);
    expect([await due(world.lena), await due(world.mo), await due(world.hana)]).toEqual([
      '2026-03-09',
      '2026-03-09',
      null,
    ]);
    const mo = await as(world.mo);
    const path = '/api/agreements/waiting?limit=100&kind=';
    const { items, disputed: count } = (await mo.get<WaitingAgreementsView>(`${path}DISPUTED`)).body;
    expect([items.length, new Set(items.map(({ kind }) => kind)).size, count]).toEqual([
      count,
      1,
      items.length,
    ]);
    expect((await mo.get<WaitingAgreementsView>(`${path}LAPSES`)).body.disputed).toBe(count);
    const wrong = await mo.get<{ fields: object }>(`${path}ALL`);
    expect([wrong.status, Object.keys(wrong.body.fields)]).toEqual([400, ['kind']]);
  });

  it('one says no to a service the other agreed to: the same', async () => {
    expect(await record(world.finn, { decision: 'REFUSED' })).toBe(201);
    expect([await disputed(), (await disputes()).length, await hanaReads()]).toEqual([true, 1, true]);
  });

  it('decided that it stops: it stops at once', async () => {
    await withdraw(world.mia);
    expect((await decide({ decision: 'STOP' })).status).toBe(200);
    expect([await hanaReads(), await disputed(), await disputes()]).toEqual([false, false, []]);
    const [row] = await program.rows(
      `select withdrawn_at is not null as withdrawn from app.episode where id = $1`,
      [episode.id],
    );
    expect(row).toEqual({ withdrawn: true });
  });

  it('decided that it goes on: it goes on', async () => {
    await withdraw(world.mia);
    expect((await decide({})).status).toBe(200);
    expect([await hanaReads(), await disputed(), await disputes()]).toEqual([true, false, []]);
  });

  it('whoever disagreed agrees again: nothing is left to decide', async () => {
    await withdraw(world.mia);
    expect(await record(world.mia, {})).toBe(201);
    expect([await disputed(), await disputes()]).toEqual([false, []]);
  });

  it('bad input names the field, and a decision is made once', async () => {
    await withdraw(world.mia);
    expect((await decide({ decision: 'MAYBE' })).body.fields).toHaveProperty(['decision']);
    expect((await decide({ reasons: 'Because.' })).body.fields).toHaveProperty(['reasons']);
    expect((await decide({ version: 7 })).body.code).toBe('STALE');
    const [open] = await disputes();
    expect((await decide({})).status).toBe(200);
    const mo = await as(world.mo);
    const path = `/api/consent-disputes/${open?.recordId ?? ''}/decide`;
    const body = { decision: 'STOP', reasons: REASONS, version: open?.version };
    const twice = await mo.post<{ code: string }>(path, body);
    expect([twice.status, twice.body.code]).toEqual([409, 'STALE']);
    expect(await hanaReads()).toBe(true);
  });

  it('the CAF team decides, nobody else; others get the answer of a random id', async () => {
    await withdraw(world.mia);
    const random = '/api/consent-disputes/55555555-5555-4555-8555-555555555555/decide';
    for (const worker of [world.lena, world.okoro, world.viv, world.sid, world.dee]) {
      const real = await decide({}, worker);
      const client = await as(worker);
      const unused = await client.post(random, { decision: 'GO_ON', reasons: REASONS, version: 1 });
      expect([real.status, real.text]).toEqual([404, unused.text]);
    }
    expect((await disputes()).length).toBe(1);
  });
});

describe('what waits to be looked after', () => {
  it('is for the manager of whoever leads, the CAF team and governance, without a name', async () => {
    await withdraw(world.mia);
    expect((await disputes(world.okoro)).length).toBe(1);
    expect((await disputes(world.ruth)).length).toBe(0);
    expect((await waiting(world.okoro)).text).not.toContain(child.givenNames);
    for (const worker of [world.lena, world.hana, world.wes, world.sid])
      expect((await waiting(worker)).status).toBe(404);
  });

  it('agreement that lapses within thirty days, and what lapsed in the last ten', async () => {
    const lapses = async (): Promise<number> =>
      (await waiting(world.mo)).body.items.filter(
        (item) => item.kind === 'LAPSES' && item.episodeId === episode.id,
      ).length;
    expect(await lapses()).toBe(0);
    await program.setNow('2026-12-12T10:00:00Z');
    expect(await lapses()).toBe(1);
    await program.setNow('2027-01-21T10:00:00Z');
    expect(await lapses()).toBe(1);
    await program.setNow('2027-01-23T10:00:00Z');
    expect(await lapses()).toBe(0);
  });

  it('a young person is asked at 16 and at 18, until they have answered themselves', async () => {
    const kai = await aChild(program, { dateOfBirth: '2010-03-20' });
    await relativeOf(program, kai, world.mia, { kind: 'MOTHER', prBasis: 'MOTHER' });
    const his = await anEpisode(program, { children: [kai], lead: world.lena });
    const line = { agency: world.agencies.northway, categories: ['CHILD'], expiresOn: '2029-01-01' };
    await anAgreement(program, his, kai, world.mia, [line]);
    const asked = async (): Promise<string[]> =>
      (await waiting(world.mo)).body.items
        .filter((item) => item.episodeId === his.id && item.kind.startsWith('ASK'))
        .map((item) => `${item.kind} ${item.due}`);
    await program.setNow('2026-03-19T10:00:00Z');
    expect(await asked()).toEqual([]);
    await program.setNow('2026-03-20T10:00:00Z');
    expect(await asked()).toEqual(['ASK_AT_16 2026-03-20']);
    await anAgreement(program, his, kai, kai, [line], { givenOn: '2026-03-21' });
    await program.setNow('2026-03-22T10:00:00Z');
    expect(await asked()).toEqual([]);
    await program.setNow('2028-03-20T10:00:00Z');
    expect(await asked()).toEqual(['ASK_AT_18 2028-03-20']);
  });
});

describe('agreement and access without it in numbers (M28, M29)', () => {
  type Figures = { figure: string; code: string; count: number }[];
  const [from, to] = ['2026-01-01', '2026-03-31'];
  const figures = async (worker: Worker): Promise<Answer<{ scope: string; items: Figures }>> =>
    (await as(worker)).get('/api/agreements/figures');

  const asTable = (items: Figures): Record<string, number> =>
    Object.fromEntries(items.map(({ figure, code, count }) => [`${figure} ${code}`, count]));

  it('are what the rows say, for everybody and for one service', async () => {
    await withdraw(world.mia, { scope: 'SERVICE', recipientId: world.agencies.health.id });
    await record(world.finn, { decision: 'REFUSED', category: 'PLAN' });
    await record(world.finn, { category: 'PLAN' });
    for (const [transition, state, day] of [
      ['T06', 'TAP', '2026-02-02'],
      ['T05', 'ASSESSING', '2026-03-02'],
    ])
      await program.rows(
        `insert into app.episode_move (episode_id, category, source_agency_id, author_id, transition, to_state, happened_on)
         values ($1, 'INVOLVE', $2, $3, $4, $5, $6)`,
        [episode.id, world.agencies.northway.id, world.lena.id, transition, state, day],
      );
    for (const [n, agency, outcome] of [
      [1, world.agencies.northway.id, 'JUSTIFIED'],
      [2, world.agencies.health.id, 'NOT_JUSTIFIED'],
      [3, world.agencies.health.id, null],
    ] as const) {
      const reference = `SH-0000000${n}`;
      await program.rows(
        `insert into app.disclosure (reference, decision, episode_id, subject_id, author_id, source_agency_id, recipient, categories,
           exact_text, ground, complete_by) values ($1, 'SHARED', $2, $3, $4, $5, 'Police', '{CHILD}', 'Said', $6, sec.now())`,
        [reference, episode.id, child.id, world.lena.id, agency, n === 1 ? 'VITAL' : 'CHILD_RISK'],
      );
      await program.rows(
        `insert into app.access_review (kind, reference, episode_id, about_user_id, about_agency_id, due_on, start_by, outcome, words,
           decided_at, reviewer_id) values ('SHARING', $1, $2, $3, $4, $5, '2026-03-02', $6, $7, $8, $9)`,
        [
          reference,
          episode.id,
          world.lena.id,
          agency,
          n === 2 ? '2026-03-01' : '2026-03-09',
          outcome,
          outcome && 'Read it with care.',
          outcome && '2026-03-02T10:00:00Z',
          outcome && world.mo.id,
        ],
      );
    }
    const all = await figures(world.mo);
    expect([all.status, all.body.scope]).toEqual([200, 'ALL']);
    expect(asTable(all.body.items)).toEqual(await countedFigures(program, null, { from, to }));
    expect(all.text).not.toMatch(new RegExp(`${episode.id}|${episode.ref}|${child.givenNames}`));
    for (const manager of [world.okoro, world.ruth]) {
      const own = await figures(manager);
      expect(own.body.scope).toBe('AGENCY');
      expect(asTable(own.body.items)).toEqual(await countedFigures(program, manager, { from, to }));
    }
    expect(asTable(all.body.items)).toMatchObject({
      'TAP BEGUN': 1,
      'SHARED CHILD_RISK': 2,
      'REVIEWS UPHELD': 1,
    });
  });

  it('are not for workers, the administrator or the front door', async () => {
    for (const worker of [world.lena, world.wes, world.sid, world.dee])
      expect((await figures(worker)).status).toBe(404);
  });
});
