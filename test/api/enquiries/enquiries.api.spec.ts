import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EnquiryList, EnquiryView } from '@encircle/shared/enquiries';
import { Program, type Answer, type Client } from '../../kit/program.js';
import { A_REQUEST, AN_ADVICE } from '../../factories/enquiries.js';
import { theWorldOfAva, type WorldOfAva } from '../../factories/fixture-e1.js';

type Refused = EnquiryView & { code?: string; fields?: Record<string, string[]> };

const LOOKED = { 'x-encircle-purpose': 'COORDINATE', 'x-encircle-reason': 'STARTING' };

describe('the front door', () => {
  let program: Program;
  let world: WorldOfAva;
  let lena: Client;
  let mo: Client;

  beforeAll(async () => {
    program = await Program.start();
    world = await theWorldOfAva(program);
    [lena, mo] = await Promise.all([program.as(world.lena.email), program.as(world.mo.email)]);
  });
  afterAll(() => program.stop());

  const make = (body: object, by = lena): Promise<Answer<Refused>> =>
    by.post<Refused>('/api/enquiries', body);
  const look = (by = lena) =>
    by.post('/api/find', { name: 'Robin Fielding', dateOfBirth: '2017-05-04' }, LOOKED);
  const made = async (over: object = {}): Promise<EnquiryView> =>
    (await make({ ...A_REQUEST, ...over })).body;

  it('a child is named after a search only', async () => {
    const early = await make(A_REQUEST);
    expect([early.status, early.body.code]).toEqual([409, 'SEARCH_FIRST']);
    expect((await look()).status).toBe(200);
    expect((await make(A_REQUEST)).status).toBe(201);
  });

  it.each([
    ['no name', { givenNames: '' }, 'givenNames'],
    ['no birthday', { dateOfBirth: '' }, 'dateOfBirth'],
    ['an adult', { dateOfBirth: '2001-01-01' }, 'dateOfBirth'],
    ['no address', { postcode: '' }, 'postcode'],
    ['half a postcode', { postcode: 'QX4' }, 'postcode'],
    ['nothing it is about', { issues: [] }, 'issues'],
    ['too few words', { whatFor: 'Help please' }, 'whatFor'],
    ['a family that was not asked', { agreed: 'NOT_ASKED' }, 'agreed'],
    ['a family that said no', { agreed: 'NO' }, 'agreed'],
    ['nobody who agreed', { agreedName: ' ' }, 'agreedName'],
    ['agreement from tomorrow', { agreedOn: '2026-03-17' }, 'agreedOn'],
    ['no word about passing it on', { passOn: undefined }, 'passOn'],
    ['no word about hearing of it', { mayHear: undefined }, 'mayHear'],
    ['a service there is not', { notTo: [randomUUID()] }, 'notTo'],
    ['a source there is not', { source: 'RUMOUR' }, 'source'],
  ])('%s is refused and names the field', async (_, over, field) => {
    const refused = await make({ ...A_REQUEST, ...over });
    expect([refused.status, Object.keys(refused.body.fields ?? {})]).toEqual([400, [field]]);
  });

  it('advice names nobody, makes no record and needs no agreement', async () => {
    const before = await program.rows('select 1 from app.person');
    const asked = await make(AN_ADVICE, await program.as(world.wes.email));
    expect([asked.status, asked.body.childName]).toEqual([201, null]);
    expect(await program.rows('select 1 from app.person')).toHaveLength(before.length);
    for (const [over, field] of [
      [{ givenNames: 'Robin' }, 'givenNames'],
      [{ whatFor: `${AN_ADVICE.whatFor} They live at QX4 7AB.` }, 'whatFor'],
    ] as const) {
      const refused = await make({ ...AN_ADVICE, ...over });
      expect([refused.status, Object.keys(refused.body.fields ?? {})]).toEqual([400, [field]]);
    }
  });

  it('the CAF team writes one down for a caller, and has to say who rang', async () => {
    await look(mo);
    const nameless = await make({ ...A_REQUEST, source: 'PARENT' }, mo);
    expect([nameless.status, Object.keys(nameless.body.fields ?? {})]).toEqual([400, ['callerName']]);
    const rang = await make({ ...A_REQUEST, source: 'PARENT', callerName: 'Kit Fielding' }, mo);
    expect([rang.status, rang.body.callerName, rang.body.agency]).toEqual([201, 'Kit Fielding', 'CAF team']);
  });

  it('is read by whoever made it, their manager and the CAF team; for everybody else it is not there', async () => {
    const { id } = await made();
    const [mine, managed, sent] = await Promise.all(
      [lena, await program.as(world.okoro.email), mo].map((who) =>
        who.get<EnquiryView>(`/api/enquiries/${id}`),
      ),
    );
    for (const seen of [mine, managed, sent])
      expect([seen?.status, seen?.body.childName]).toEqual([200, 'Robin Fielding']);
    const { colleague, hana, ruth, dee, sid } = world;
    for (const who of [colleague, hana, ruth, dee, sid]) {
      const client = await program.as(who.email);
      const [there, nowhere] = await Promise.all(
        [id, randomUUID()].map((each) => client.get(`/api/enquiries/${each}`)),
      );
      expect([there?.status, there?.text]).toEqual([nowhere?.status, nowhere?.text]);
      expect((await client.get('/api/enquiries')).text).not.toContain('Fielding');
      const taken = await client.post(`/api/enquiries/${id}/withdraw`, {
        reason: 'No need any more',
        version: 1,
      });
      expect([403, 404]).toContain(taken.status);
    }
  });

  it('the queue begins with the oldest, says until when a decision is in time, and pages', async () => {
    await made();
    const first = (await mo.get<EnquiryList>('/api/enquiry-queue?limit=2')).body;
    const second = (await mo.get<EnquiryList>(`/api/enquiry-queue?limit=2&after=${first.next}`)).body;
    const all = [...first.items, ...second.items];
    expect(new Set(all.map(({ id }) => id)).size).toBe(4);
    expect([...all].sort((a, b) => a.madeAt.localeCompare(b.madeAt))).toEqual(all);
    // Two working days after Monday 16 March.
    expect(all[0]).toMatchObject({ dueOn: '2026-03-18', overdue: false });
    expect((await lena.get('/api/enquiry-queue')).status).toBe(404);
    const own = (await lena.get<EnquiryList>('/api/enquiries?limit=1')).body;
    expect([own.items.length, own.next === null]).toEqual([1, false]);
  });

  it('taken back, it is the enquirer’s alone again; only the enquirer takes it back, and once', async () => {
    const { id, version } = await made();
    const path = `/api/enquiries/${id}/withdraw`;
    const reason = 'Kit would rather wait until Easter.';
    expect((await mo.post(path, { reason, version })).status).toBe(403);
    expect((await lena.post(path, { reason, version: version + 1 })).status).toBe(409);
    const back = await lena.post<EnquiryView>(path, { reason, version });
    expect([back.status, back.body.state]).toEqual([201, 'WITHDRAWN']);
    expect((await mo.get(`/api/enquiries/${id}`)).status).toBe(404);
    expect((await mo.get('/api/enquiry-queue?limit=100')).text).not.toContain(id);
  });

  describe('what the CAF team decides', () => {
    const decide = (id: string, body: object, by = mo): Promise<Answer<Refused>> =>
      by.post<Refused>(`/api/enquiries/${id}/decision`, {
        why: 'It fits what was said.',
        version: 1,
        ...body,
      });
    const hears = async (id: string): Promise<EnquiryView['heard']> =>
      (await lena.get<EnquiryView>(`/api/enquiries/${id}`)).body.heard;
    const offered = (id: string, who = world.hana) =>
      decide(id, { decision: 'CHECKLIST', workerId: who.id, agencyId: who.agency.id });
    const offerOf = async (id: string) => {
      const [offer] = (await mo.get<EnquiryView>(`/api/enquiries/${id}`)).body.offers;
      if (!offer) throw new Error('nobody was asked');
      return offer;
    };

    it.each([
      ['advice without words', { decision: 'ADVICE' }, 'told'],
      ['no reason', { decision: 'NOT_TAKEN', told: 'The school does this already.', why: 'No' }, 'why'],
      ['nobody to take it up', { decision: 'CAF' }, 'workerId'],
      ['a case there is not', { decision: 'TEAM_THERE', ref: 'CAF-2026-000000' }, 'ref'],
      ['something else', { decision: 'LATER' }, 'decision'],
      ['a level there is not', { decision: 'ADVICE', told: 'Try the garden club first.', level: 5 }, 'level'],
      [
        'another level than was ticked, without a word',
        {
          decision: 'ADVICE',
          told: 'Try the garden club first.',
          level: 1,
          levelHelp: { documentVersion: '1', ticked: ['child-3-1'] },
        },
        'reason',
      ],
    ])('%s is refused and names the field', async (_, body, field) => {
      const refused = await decide((await made()).id, body);
      expect([refused.status, Object.keys(refused.body.fields ?? {})]).toEqual([400, [field]]);
    });

    it('nobody else decides, and nobody decides twice', async () => {
      const { id } = await made();
      const advice = { decision: 'ADVICE', told: 'Try a slow start on Mondays, with her garden club first.' };
      for (const who of [world.lena, world.okoro, world.hana, world.dee])
        expect((await decide(id, advice, await program.as(who.email))).status).toBe(404);
      expect((await decide(id, { ...advice, version: 9 })).status).toBe(409);
      const levelHelp = { documentVersion: '1', ticked: ['child-2-2'], reason: 'not asked for' };
      const decided = await decide(id, { ...advice, level: 2, levelHelp });
      expect(decided.body.triage?.level).toMatchObject({
        level: 2,
        name: 'Additional',
        suggested: 2,
        reason: null,
        ticked: [{ area: 'CHILD', level: 2 }],
      });
      expect((await lena.get<EnquiryView>(`/api/enquiries/${id}`)).body.triage).toBeNull();
      expect((await decide(id, { ...advice, version: 2 })).status).toBe(409);
      expect(await hears(id)).toMatchObject({ outcome: 'ADVICE', told: advice.told });
    });

    it('the enquirer hears no more than the family and the rules allow', async () => {
      const quiet = await made({ mayHear: false });
      const told = 'The family centre has a place for her on Mondays.';
      await decide(quiet.id, { decision: 'NOT_TAKEN', told });
      expect(await hears(quiet.id)).toMatchObject({ outcome: 'DEALT_WITH', told: null });
      const harm = await made();
      const passed = await decide(harm.id, {
        decision: 'SOCIAL_CARE',
        why: 'She said she is afraid to go home.',
      });
      expect(passed.status).toBe(201);
      expect(await hears(harm.id)).toMatchObject({ outcome: 'DEALT_WITH' });
      expect((await lena.get(`/api/enquiries/${harm.id}`)).text).not.toContain('afraid to go home');
      const referral = await program.rows<{ named: string }>(
        `select child_named as named from app.referral where facts like '%afraid to go home%'`,
      );
      expect(referral).toEqual([{ named: expect.stringMatching(/^Robin Fielding, born 4 May 2017/) }]);
    });

    it('of a team there is, the enquirer hears what the index would tell, and when it would', async () => {
      const ava = { givenNames: 'Ava', familyName: 'Ames', dateOfBirth: '2016-06-10' };
      const wes = await program.as(world.wes.email);
      await look(wes);
      const [asked, other] = [await make({ ...A_REQUEST, ...ava }, wes), await make(A_REQUEST, wes)];
      await program.rows(`update app.episode set ref = 'CAF-2026-481907' where id = $1`, [world.e1.id]);
      const body = { decision: 'TEAM_THERE', ref: 'CAF-2026-481907' };
      const mixed = await decide(other.body.id, body);
      expect([mixed.status, Object.keys(mixed.body.fields ?? {})]).toEqual([400, ['ref']]);
      expect((await decide(asked.body.id, body)).status).toBe(201);
      const seen = async () =>
        (await wes.get<EnquiryView>(`/api/enquiries/${asked.body.id}`)).body.heard?.outcome;
      expect(await seen()).toBe('TEAM_THERE');
      await program.rows(`update app.episode set state = 'ARCHIVED' where id = $1`, [world.e1.id]);
      expect(await seen()).toBe('DEALT_WITH');
      await program.rows(`update app.episode set state = 'PLAN_ACTIVE' where id = $1`, [world.e1.id]);
    });

    it('asks no service the family does not want, no specialist, and nobody where it may not be passed on', async () => {
      const { hana, carl, yusuf, agencies } = world;
      await program.rows(`update app.agency set sensitive_class = 'SENS_MH' where id = $1`, [
        agencies.camhs.id,
      ]);
      const [wanted, kept] = [await made({ notTo: [agencies.locality.id] }), await made({ passOn: false })];
      for (const [id, who] of [
        [wanted.id, yusuf],
        [wanted.id, carl],
        [wanted.id, { ...hana, agency: agencies.police }],
        [kept.id, hana],
      ] as const) {
        const refused = await offered(id, who);
        expect([refused.status, Object.keys(refused.body.fields ?? {})]).toEqual([400, ['workerId']]);
      }
      expect((await offered(kept.id, world.colleague)).status).toBe(201);
    });

    it('a no comes back to the queue with its reason, and somebody else is asked; the first reads it no more', async () => {
      const { id } = await made();
      expect((await offered(id)).status).toBe(201);
      const [hana, carl] = [await program.as(world.hana.email), await program.as(world.carl.email)];
      expect(
        (await hana.get<EnquiryList>('/api/enquiries-offered')).body.items.map((each) => each.id),
      ).toEqual([id]);
      const offer = await offerOf(id);
      const answer = (by: Client, body: object, to = offer.id) =>
        by.post<{ fields?: object; state?: string }>(`/api/enquiry-offers/${to}/answer`, body);
      const foreign = await answer(carl, { answer: 'ACCEPT', version: 1 });
      const nowhere = await answer(carl, { answer: 'ACCEPT', version: 1 }, randomUUID());
      expect([foreign.status, foreign.text]).toEqual([nowhere.status, nowhere.text]);
      expect((await answer(hana, { answer: 'DECLINE', version: 1 })).body.fields).toHaveProperty('reason');
      const busy = { answer: 'DECLINE', reason: 'We have nobody free before June.', version: 1 };
      expect((await answer(hana, busy)).body.state).toBe('DECLINED');
      expect((await answer(hana, busy)).status).toBe(404);
      expect((await hana.get(`/api/enquiries/${id}`)).status).toBe(404);
      const back = (await mo.get<EnquiryView>(`/api/enquiries/${id}`)).body;
      expect([back.state, back.mayOffer, back.offers[0]?.reason]).toEqual(['UNTAKEN', true, busy.reason]);
      expect((await mo.get('/api/enquiry-queue?limit=100')).text).toContain(id);
      expect((await lena.get<EnquiryView>(`/api/enquiries/${id}`)).text).not.toMatch(/UNTAKEN|nobody free/);
      const next = await mo.post<EnquiryView>(`/api/enquiries/${id}/offers`, {
        workerId: world.yusuf.id,
        agencyId: world.agencies.locality.id,
        version: back.version,
      });
      expect([next.status, next.body.state, next.body.mayOffer]).toEqual([201, 'DECIDED', false]);
    });

    it('a yes is told to the enquirer, and support starts from what was asked: once', async () => {
      const { id } = await made();
      await offered(id);
      const hana = await program.as(world.hana.email);
      const offer = await offerOf(id);
      expect(await hears(id)).toMatchObject({ outcome: 'CHECKLIST', takenBy: null });
      await hana.post(`/api/enquiry-offers/${offer.id}/answer`, { answer: 'ACCEPT', version: offer.version });
      expect(await hears(id)).toMatchObject({ outcome: 'CHECKLIST', takenBy: 'Community Health' });
      const { version } = (await hana.get<EnquiryView>(`/api/enquiries/${id}`)).body;
      expect((await lena.post(`/api/enquiries/${id}/start`, { version }, LOOKED)).status).toBe(403);
      const started = await hana.post<EnquiryView>(`/api/enquiries/${id}/start`, { version }, LOOKED);
      expect([started.status, started.body.mayStart]).toEqual([201, false]);
      const opened = await hana.get(`/api/episodes/${started.body.episodeId ?? ''}`);
      expect([opened.status, opened.text]).toEqual([200, expect.stringContaining('Robin')]);
      expect((await hana.post(`/api/enquiries/${id}/start`, { version }, LOOKED)).status).toBe(403);
      expect((await lena.get(`/api/episodes/${started.body.episodeId ?? ''}`)).status).toBe(404);
    });

    it('tells people by number only, and nobody whose request was taken back', async () => {
      const told = await program.rows<{ topic: string; payload: object }>(
        `select distinct on (topic) topic, payload from app.outbox where topic like 'enquiry.%' order by topic`,
      );
      expect(told.map(({ topic }) => topic)).toEqual([
        'enquiry.answered',
        'enquiry.decided',
        'enquiry.offered',
      ]);
      for (const { payload } of told) expect(Object.keys(payload)).toEqual(['enquiryId']);
    });
  });

  it('every step is in the log', async () => {
    const actions = await program.rows<{ action: string }>(
      `select distinct action from audit.entry where action like 'enquir%' and outcome = 'ALLOW' order by action`,
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'enquiries-offered.listed',
      'enquiries.listed',
      'enquiry-queue.listed',
      'enquiry.answered',
      'enquiry.decided',
      'enquiry.made',
      'enquiry.offered',
      'enquiry.started',
      'enquiry.viewed',
      'enquiry.withdrawn',
    ]);
  });
});
