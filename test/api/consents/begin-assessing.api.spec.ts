import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Program, type Client } from '../../kit/program.js';
import { aChild, anAdult, relativeOf, type Person } from '../../factories/children.js';
import { ORDINARY } from '../../factories/consents.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Agency, type Worker } from '../../factories/people.js';
import type {
  ConsultationsView,
  ConsultationView,
  EngagementPlanView,
  EngagementView,
} from '@encircle/shared/engagement';

let program: Program;
let lena: Client;
let northway: Agency;
let child: Person;
let mum: Person;
let episode: Episode;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-01-12T15:40:00Z');
});
afterAll(() => program.stop());

beforeEach(async () => {
  northway = await anAgency(program, { kind: 'SCHOOL' });
  const worker = await aWorker(program, northway);
  child = await aChild(program);
  mum = await anAdult(program);
  await relativeOf(program, child, mum);
  episode = await anEpisode(program, { children: [child], author: worker, state: 'CONSENT_SEEKING' });
  lena = await program.as(worker.email);
});

const agree = (decision: string, over: object = {}) =>
  lena.post<{ fields?: object }>(`/api/episodes/${episode.id}/consents`, {
    subjectId: child.id,
    giverPersonId: mum.id,
    capacity: 'PR_HOLDER',
    method: 'ON_SCREEN',
    statementVersion: 'v1',
    understood: { recording: true, sharing: true, withoutAgreement: true },
    signature: { kind: 'TYPED', value: 'Mum' },
    lines: ORDINARY.map((category) => ({
      recipientType: 'SERVICE',
      recipientId: northway.id,
      category,
      decision,
    })),
    ...over,
  });

const stored = async () => {
  const [row] = await program.rows<{ state: string; agreed: string | null; moves: string[] }>(
    `select e.state, e.agreed_on::text as agreed,
            array(select m.transition from app.episode_move m where m.episode_id = e.id) as moves
     from app.episode e where e.id = $1`,
    [episode.id],
  );
  return row;
};

describe('agreement to assess, given while it is being sought', () => {
  it('begins the assessment on the day of agreeing, once', async () => {
    expect((await agree('GIVEN', { givenOn: '2026-01-09' })).status).toBe(201);
    expect(await stored()).toEqual({ state: 'ASSESSING', agreed: '2026-01-09', moves: ['T05'] });
    expect((await agree('GIVEN')).status).toBe(201);
    expect((await stored())?.moves).toEqual(['T05']);
  });

  it('moves nothing when the answer is no', async () => {
    expect((await agree('REFUSED')).status).toBe(201);
    expect(await stored()).toMatchObject({ state: 'CONSENT_SEEKING', moves: [] });
  });

  it('moves nothing when what was agreed could not be saved', async () => {
    expect((await agree('GIVEN', { statementVersion: 'v0' })).status).toBe(400);
    expect(await stored()).toMatchObject({ state: 'CONSENT_SEEKING', agreed: null, moves: [] });
  });
});

/** Work without agreement (rules 5.5, T06, T11): two services at work on one case, a third asked, the CAF team. */
describe('without agreement', () => {
  let [nursery, health, gp, team]: Worker[] = [];
  let head: Worker;
  const SCHOOL = {
    ownPart: 'Breakfast is offered to every child at the door.',
    offered: 'Mum thanked us and said: not now.',
    nextOfferOn: '2026-02-02',
    reviewOn: '2026-02-09',
  };
  const QUESTION = 'A 4-year-old often arrives hungry. Help was offered. What would you try next?';
  type Refused = { code: string; fields?: Record<string, string[]> };
  const as = (worker: Worker | undefined): Promise<Client> => program.as(worker?.email ?? '');
  const at = (path: string): string => `/api/episodes/${episode.id}/${path}`;
  const plan = async (worker: Worker | undefined, over: object = {}) =>
    (await as(worker)).post<EngagementView & Refused>(at('engagement'), { ...SCHOOL, ...over });
  const seen = async (worker: Worker | undefined) =>
    (await (await as(worker)).get<EngagementView>(at('engagement'))).body;
  const ask = async (over: object = {}, worker = nursery) =>
    (await as(worker)).post<ConsultationView & Refused>(at('consultations'), {
      question: QUESTION,
      colleagueIds: [gp?.id],
      ...over,
    });

  beforeEach(async () => {
    await program.setNow('2026-01-12T15:40:00Z');
    const clinic = await anAgency(program, { kind: 'COMMUNITY_HEALTH' });
    nursery = await aWorker(program, northway);
    head = await aWorker(program, northway, { role: 'AMGR' });
    health = await aWorker(program, clinic);
    gp = await aWorker(program, await anAgency(program, { kind: 'GP' }));
    team = await aWorker(program, await anAgency(program, { kind: 'CAF_TEAM' }), { role: 'CAFC' });
    child = await aChild(program, { givenNames: 'Orla', familyName: 'Finch', dateOfBirth: '2021-12-01' });
    await relativeOf(program, child, mum);
    episode = await anEpisode(program, { children: [child], author: nursery, team: [health], state: 'TAP' });
  });

  it('each service keeps a plan of its own, its manager reads it, and nobody else, also once the family agrees', async () => {
    expect((await plan(nursery)).status).toBe(201);
    expect((await plan(health, { ownPart: 'The two-year check is repeated.' })).status).toBe(201);
    const [first, second] = [await seen(nursery), await seen(health)];
    expect(first.plans.map((each) => each.ownPart)).toEqual([SCHOOL.ownPart]);
    expect(second.plans.map((each) => each.ownPart)).toEqual(['The two-year check is repeated.']);
    expect((await seen(head)).plans).toMatchObject([{ ownPart: SCHOOL.ownPart, mine: false }]);
    await program.rows(`update app.episode set state = 'CONSENT_SEEKING' where id = $1`, [episode.id]);
    lena = await as(nursery);
    const lines = [northway, health?.agency].flatMap((agency) =>
      ORDINARY.map((category) => ({
        recipientType: 'SERVICE',
        recipientId: agency?.id,
        category,
        decision: 'GIVEN',
      })),
    );
    expect((await agree('GIVEN', { lines })).status).toBe(201);
    expect(await stored()).toMatchObject({ state: 'ASSESSING' });
    expect((await seen(health)).plans).toMatchObject([{ ownPart: 'The two-year check is repeated.' }]);
    expect(await plan(nursery)).toMatchObject({ status: 422, body: { code: 'NOT_WITHOUT_AGREEMENT' } });
  });

  it('is looked at again within six weeks, a stale version loses nothing, an end ends it', async () => {
    const made = (await plan(nursery)).body.plans[0];
    const asks = await as(nursery);
    const review = (over: object) =>
      asks.post<EngagementPlanView & Refused>(`/api/engagement-plans/${made?.id ?? ''}/reviews`, {
        version: made?.version,
        heldOn: '2026-01-12',
        words: 'Comes to breakfast twice a week.',
        whatNext: 'GO_ON',
        reviewOn: '2026-02-20',
        ...over,
      });
    expect((await review({ reviewOn: undefined })).body.fields).toHaveProperty('reviewOn');
    expect((await review({ reviewOn: '2026-02-24' })).body.fields).toHaveProperty('reviewOn');
    expect((await review({ heldOn: '2026-01-13' })).body.fields).toHaveProperty('heldOn');
    expect((await review({})).body).toMatchObject({ reviewOn: '2026-02-20', ended: false, version: 2 });
    expect(await review({})).toMatchObject({ status: 409, body: { code: 'STALE' } });
    const change = await asks.put<Refused>(`/api/engagement-plans/${made?.id ?? ''}`, {
      ...SCHOOL,
      version: 1,
    });
    expect([change.status, change.body.code]).toEqual([409, 'STALE']);
    expect((await review({ version: 2, whatNext: 'END' })).body).toMatchObject({ ended: true });
    expect(await seen(nursery)).toMatchObject({
      reviewsHeld: 2,
      plans: [{ reviews: [{}, { whatNext: 'END' }] }],
    });
  });

  it('bad input names its field', async () => {
    expect((await plan(nursery, { ownPart: 'Food.' })).body.fields).toHaveProperty('ownPart');
    expect((await plan(nursery, { nextOfferOn: '2026-01-11' })).body.fields).toHaveProperty('nextOfferOn');
    expect((await plan(nursery, { reviewOn: '2026-02-30' })).body.fields).toHaveProperty('reviewOn');
    const named = await ask({ question: 'Orla often arrives hungry. What would you try next?' });
    expect(named.body.fields?.['question']).toEqual(['Leave out what says who it is: “Orla”']);
    expect((await ask({ colleagueIds: [child.id] })).body.fields).toHaveProperty('colleagueIds');
  });

  it('a consultation tells nobody which child it is; each asked keeps a plan of their own', async () => {
    const asked = await ask();
    expect(asked.status).toBe(201);
    const path = `/api/consultations/${asked.body.id}`;
    const [doctor, coordinator, asker] = [await as(gp), await as(team), await as(nursery)];
    for (const reader of [doctor, coordinator]) {
      const read = await reader.get<ConsultationsView>('/api/consultations');
      expect(read.body.items).toMatchObject([{ id: asked.body.id, question: QUESTION }]);
      expect(read.text).not.toMatch(new RegExp(`${episode.id}|${child.id}|Orla|Finch`));
      expect((await reader.get(at(''))).status).not.toBe(200);
    }
    expect((await doctor.post(`${path}/plan`, { ...SCHOOL, ownPart: 'Ask at the next visit.' })).status).toBe(
      201,
    );
    expect((await doctor.get<ConsultationView>(path)).body.plans).toMatchObject([
      { ownPart: 'Ask at the next visit.' },
    ]);
    for (const reader of [coordinator, asker])
      expect((await reader.get<ConsultationView>(path)).body.plans).toEqual([]);
    const held = { version: 1, heldOn: '2026-01-12', advice: 'Offer it through somebody she trusts.' };
    expect((await doctor.post(`${path}/hold`, held)).status).toBe(403);
    const bad = await coordinator.post<Refused>(`${path}/hold`, { ...held, heldOn: '2026-01-11' });
    expect(bad.body.fields).toHaveProperty('heldOn');
    expect((await coordinator.post(`${path}/hold`, held)).status).toBe(200);
    expect(await coordinator.post(`${path}/hold`, held)).toMatchObject({
      status: 409,
      body: { code: 'STALE' },
    });
    expect((await seen(nursery)).consultations).toMatchObject([
      { advice: held.advice, heldOn: '2026-01-12' },
    ]);
    expect((await seen(health)).consultations).toEqual([]);
  });

  it('a stranger, a neighbour service and the family get the answer of a random id', async () => {
    const made = (await plan(nursery)).body.plans[0];
    const asked = (await ask()).body;
    const random = '55555555-5555-4555-8555-555555555555';
    const outsider = await as(await aWorker(program, await anAgency(program)));
    for (const [path, id] of [
      ['/api/episodes/#/engagement', episode.id],
      ['/api/consultations/#', asked.id],
    ] as const) {
      const [real, unused] = [
        await outsider.get(path.replace('#', id)),
        await outsider.get(path.replace('#', random)),
      ];
      expect([real.status, real.text]).toEqual([404, unused.text]);
    }
    const other = await as(health);
    const body = { ...SCHOOL, version: 1 };
    const [real, unused] = [
      await other.put(`/api/engagement-plans/${made?.id ?? ''}`, body),
      await other.put(`/api/engagement-plans/${random}`, body),
    ];
    expect([real.status, real.text]).toEqual([404, unused.text]);
  });

  it('is ended by the manager or the CAF team once looked at, and not by the author alone', async () => {
    const made = (await plan(nursery)).body.plans[0];
    const closing = {
      reason: 'CONSENT_NOT_GIVEN',
      closureDate: '2026-01-12',
      level: 2,
      whoToContact: 'The nursery, at any time',
      familyAgrees: 'AGREE',
      childComment: 'Likes breakfast.',
      parentComment: 'Will ask if she needs to.',
      summary: 'Breakfast every day.',
    };
    const close = async (worker: Worker | undefined) =>
      (await as(worker)).post<{ code?: string; status?: string; data?: { obstacles: { code: string }[] } }>(
        at('close'),
        closing,
      );
    expect((await close(nursery)).status).toBe(403);
    for (const worker of [head, team])
      expect((await close(worker)).body.data?.obstacles.map((each) => each.code)).toEqual([
        'TAP_NOT_REVIEWED',
      ]);
    await (
      await as(nursery)
    ).post(`/api/engagement-plans/${made?.id ?? ''}/reviews`, {
      version: 1,
      heldOn: '2026-01-12',
      words: 'Comes to breakfast every day.',
      whatNext: 'END',
    });
    expect((await close(head)).body).toMatchObject({ status: 'CLOSED' });
    expect(await stored()).toMatchObject({ state: 'CLOSED', moves: ['T11'] });
  });
});
