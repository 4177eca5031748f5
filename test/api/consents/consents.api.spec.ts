import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AgreementLine,
  AgreementsView,
  EffectsView,
  RecordAgreement,
  StatementView,
  WithdrawalView,
} from '@encircle/shared/consents';
import type { FindAnswer } from '@encircle/shared/people';
import { verifyKept } from '../../kit/kept-rows.js';
import { Program, type Answer, type Client } from '../../kit/program.js';
import { theWorldOfAva, type WorldOfAva } from '../../factories/fixture-e1.js';
import { aChild, anAdult, relativeOf } from '../../factories/children.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode } from '../../factories/episodes.js';
import { aWorker, type Agency, type Worker } from '../../factories/people.js';

let program: Program;
let world: WorldOfAva;
let lena: Client;

beforeAll(async () => {
  program = await Program.start();
  world = await theWorldOfAva(program);
  await program.setNow('2026-01-12T15:40:00Z');
  lena = await program.as(world.lena.email);
});
afterAll(() => program.stop());

type Line = AgreementLine;
const service = (agency: Agency, category: string, over: Partial<Line> = {}): Line => ({
  recipientType: 'SERVICE',
  recipientId: agency.id,
  category: category as Line['category'],
  decision: 'GIVEN',
  ...over,
});
const person = (worker: Worker, category: string, over: Partial<Line> = {}): Line => ({
  ...service(world.agencies.northway, category, over),
  recipientType: 'PERSON',
  recipientId: worker.id,
});
const every = (agency: Agency, over: Partial<Line> = {}): Line[] =>
  ORDINARY.map((kind) => service(agency, kind, over));

const act = (lines: Line[], over: Partial<RecordAgreement> = {}): RecordAgreement => ({
  subjectId: world.ava.id,
  giverPersonId: world.mia.id,
  capacity: 'PR_HOLDER',
  method: 'ON_SCREEN',
  statementVersion: 'v1',
  understood: { recording: true, sharing: true, withoutAgreement: true },
  signature: { kind: 'DRAWN', value: 'M10 20 L30 40 L50 60' },
  lines,
  ...over,
});

/** C1, C2, C3 of the fixture, the refusal and the service not asked, in one act. */
const allOfIt = (): Line[] => {
  const { northway, health, locality, camhs, havenside, police } = world.agencies;
  return [
    ...[northway, health, locality, camhs].flatMap((agency) =>
      every(agency).map((line) => (line.category === 'INVOLVE' ? { ...line, indexListing: true } : line)),
    ),
    ...every(havenside, { decision: 'REFUSED' }),
    service(police, 'INVOLVE', { decision: 'NOT_SOUGHT' }),
    person(world.lena, 'SENS_MH'),
    service(health, 'SENS_MH'),
    person(world.lena, 'ADULT', { aboutPersonId: world.mia.id }),
  ];
};

const url = (part = ''): string => `/api/episodes/${world.e1.id}/consents${part}`;
const record = (
  client: Client,
  body: object,
): Promise<Answer<AgreementsView & { fields: Record<string, string[]> }>> => client.post(url(), body);
const seenBy = async (worker: Worker): Promise<AgreementsView> =>
  (await (await program.as(worker.email)).get<AgreementsView>(url())).body;
const lineCount = async (): Promise<number> =>
  (await program.rows<{ n: number }>('select count(*)::int as n from app.consent_line'))[0]?.n ?? -1;

interface StoredLine {
  status: string;
  fromAt: string;
  untilAt: string | null;
  team: string | null;
  lead: string | null;
}
const stored = (agency: Agency, category: string): Promise<StoredLine[]> =>
  program.rows<StoredLine>(
    `select status, sec.instant(date_trunc('minute', from_at)) as "fromAt",
            sec.instant(date_trunc('minute', until_at)) as "untilAt",
            sec.instant(date_trunc('minute', team_read_until)) as team,
            sec.instant(date_trunc('minute', lead_read_until)) as lead
     from app.consent_line where recipient_agency_id = $1 and category = $2 order by created_at`,
    [agency.id, category],
  );

describe('before anything is agreed', () => {
  it('there is a statement to read out, in English when no other is there', async () => {
    const { body } = await lena.get<StatementView>('/api/consent-statements/current?language=so');
    expect(body).toMatchObject({ version: 'v1', language: 'en' });
    expect(body.body).toMatch(/You can say no to any of them/);
  });

  it('names who can agree, and why another cannot', async () => {
    const { subjects, light, mayRecord } = await seenBy(world.lena);
    expect(subjects[0]?.givers).toEqual([
      expect.objectContaining({ name: 'Mia Ames', relation: 'MOTHER', entitled: true, reason: null }),
      expect.objectContaining({ name: 'Finn Ames', relation: 'FATHER', entitled: true }),
      expect.objectContaining({
        name: 'Sol Price',
        entitled: false,
        reason: 'This person has no parental responsibility on record. They may support, but cannot agree',
      }),
      expect.objectContaining({ name: 'Ava', relation: 'SELF', capacity: 'SELF', entitled: false }),
    ]);
    expect([light.state, mayRecord]).toEqual(['ask', true]);
  });

  it('shows the effect before saving, in words, and stores nothing', async () => {
    const draft = { subjectId: world.ava.id, giverPersonId: world.mia.id, lines: allOfIt() };
    const { status, body } = await lena.post<EffectsView>(url('/preview'), draft);
    expect(status).toBe(200);
    const words = body.effects.map((effect) => effect.who + effect.words);
    expect(words).toContain(
      'Havenside Homes will not see Ava’s record, or that there is one. A search from there says “No record found”.',
    );
    expect(words.find((each) => each.startsWith('Hana Ali and Ruth Bell (manager)'))).toMatch(
      /will see everything ticked and notes about Ava’s mental health\./,
    );
    expect(words).toContain('You will see everything ticked.');
    expect(words).toContain('Finn Ames, father, has not been asked, and has their own rights to ask us.');
    expect(body.sentence).toMatch(/^Mia Ames agrees that CAMHS|^Mia agrees that/);
    expect(await lineCount()).toBe(0);
  });
});

describe('what cannot be recorded', () => {
  const { northway } = new Proxy({} as WorldOfAva['agencies'], {
    get: () => ({ id: '33333333-3333-4333-8333-333333333333' }),
  });
  const line = (over: object = {}): object => ({ ...service(northway, 'CHILD'), ...over });

  it.each([
    ['a service nobody knows', { lines: [line()] }, 'lines.0.recipientId'],
    ['all services at once', { lines: [line({ recipientId: '*' })] }, 'lines.0.recipientId'],
    ['a kind that is not a family’s to give', { lines: [line({ category: 'SAFE' })] }, 'lines.0.category'],
    ['a purpose that needs no agreement', { lines: [line({ purposes: ['SAFEGUARD'] })] }, 'lines.0.purposes'],
    ['no lines', { lines: [] }, 'lines'],
    [
      'nothing explained',
      { understood: { recording: true, sharing: false, withoutAgreement: true } },
      'understood.sharing',
    ],
    ['no signature', { signature: undefined }, 'signature'],
    ['spoken without a witness', { method: 'VERBAL_RECORDED', signature: undefined }, 'witness'],
    ['a wording not in use', { statementVersion: 'v9' }, 'statementVersion'],
    ['a child of another case', { subjectId: '44444444-4444-4444-8444-444444444444' }, 'subjectId'],
    [
      'a giver outside the family',
      { giverPersonId: '44444444-4444-4444-8444-444444444444' },
      'giverPersonId',
    ],
    ['a day to come', { givenOn: '2026-01-13' }, 'givenOn'],
  ])('%s', async (_, over, field) => {
    const whole = { ...act([service(world.agencies.northway, 'CHILD')]), ...over };
    const { status, body } = await record(lena, whole);
    expect(status).toBe(400);
    expect(body.fields).toHaveProperty([field]);
    expect(await lineCount()).toBe(0);
  });

  it('agreement of someone without parental responsibility, with the reason', async () => {
    const { status, body } = await record(
      lena,
      act([service(world.agencies.northway, 'CHILD')], { giverPersonId: world.sol.id }),
    );
    expect([status, body.fields]).toEqual([
      400,
      {
        'lines.0': [
          'This person has no parental responsibility on record. They may support, but cannot agree',
        ],
      },
    ]);
  });

  it('one parent’s word on the other’s own information', async () => {
    const { body } = await record(lena, act([person(world.lena, 'ADULT', { aboutPersonId: world.finn.id })]));
    expect(body.fields).toEqual({
      'lines.0': [
        expect.stringMatching(/^Only that adult can agree about their own information\. If they cannot/),
      ],
    });
  });

  it('a child of nine deciding alone, unless recorded as able', async () => {
    const alone = { giverPersonId: world.ava.id, capacity: 'SELF' as const };
    const { body } = await record(lena, act([person(world.lena, 'SENS_MH')], alone));
    expect(body.fields['lines.0']?.[0]).toMatch(/^Under 16: record how you know/);
    expect(await lineCount()).toBe(0);
  });
});

describe('an act of agreeing', () => {
  it('stores a line for each service and kind, with the instants row security compares', async () => {
    await program.rows(`update app.relationship set portal = 'NOT_ASKED' where person_id = $1`, [
      world.mia.id,
    ]);
    const saved = await record(lena, act(allOfIt(), { childView: 'It’s fine if Miss Marsh and Hana know.' }));
    expect(saved.status).toBe(201);
    expect(await lineCount()).toBe(49);
    expect(await stored(world.agencies.health, 'PLAN')).toEqual([
      {
        status: 'ACTIVE',
        fromAt: '2026-01-12T15:40:00.000Z',
        untilAt: '2027-01-12T00:00:00.000Z',
        team: '2027-01-26T00:00:00.000Z',
        lead: '2027-01-26T00:00:00.000Z',
      },
    ]);
    expect(await stored(world.agencies.havenside, 'PLAN')).toEqual([
      expect.objectContaining({ status: 'ACTIVE', untilAt: null }),
    ]);
    const [kept] = await program.rows(
      `select k.method, k.statement_version, k.signature->>'kind' as signed, k.understood->>'sharing' as understood,
              x.agreed_on from app.consent k join app.episode x on x.id = k.episode_id`,
    );
    expect(kept).toEqual({
      method: 'ON_SCREEN',
      statement_version: 'v1',
      signed: 'DRAWN',
      understood: 'true',
      agreed_on: '2026-01-12',
    });
    expect(saved.body.acts).toEqual([
      expect.objectContaining({
        giverName: 'Mia Ames',
        capacity: 'PR_HOLDER',
        signed: true,
        recordedBy: 'Lena Marsh',
      }),
    ]);
    expect(saved.body.light).toEqual({ state: 'part', givers: ['Mia Ames'], until: '2027-01-11' });
  });

  it('notes that who answered was asked, and no other parent: the family’s copies go to those asked', async () => {
    const asked = await program.rows(
      `select p.given_names as name, r.portal from app.relationship r join app.person p on p.id = r.person_id
       where r.child_id = $1 order by name`,
      [world.ava.id],
    );
    expect(asked).toEqual([
      { name: 'Finn', portal: 'NOT_ASKED' },
      { name: 'Mia', portal: 'NONE' },
      { name: 'Sol', portal: 'NONE' },
    ]);
  });

  it('leaves an audit row with kinds and no words', async () => {
    const [row] = await program.rows<{ categories: string[]; whole: string }>(
      `select categories, e::text as whole from audit.entry e where action = 'consent.recorded'`,
    );
    expect(row?.categories).toEqual([...ORDINARY, 'ADULT', 'SENS_MH'].sort());
    expect(row?.whole).not.toMatch(/fine if/);
  });

  it('shows lines of sensitive and own kinds only to those they name', async () => {
    const kinds = async (worker: Worker): Promise<string[]> =>
      [...new Set((await seenBy(worker)).lines.map((line) => line.category))].filter(
        (kind) => !(ORDINARY as readonly string[]).includes(kind),
      );
    expect(await kinds(world.lena)).toEqual(expect.arrayContaining(['SENS_MH', 'ADULT']));
    expect(await kinds(world.yusuf)).toEqual([]);
    expect(await kinds(world.mo)).toEqual([]);
    const hanas = (await seenBy(world.hana)).lines.filter((line) => line.category === 'SENS_MH');
    expect(hanas.map((line) => line.recipientName)).toEqual(['Community Health']);
    expect(await kinds(world.okoro)).toEqual([]);
  });

  it('S09, S10: at once the refused service finds no record, and the one not asked whom to ring', async () => {
    const why = { 'x-encircle-purpose': 'COORDINATE', 'x-encircle-reason': 'Starting or adding support' };
    const search = async (worker: Worker): Promise<FindAnswer> =>
      (
        await (
          await program.as(worker.email)
        ).post<FindAnswer>('/api/find', { name: 'Ava Ames', dateOfBirth: '2016-06-10' }, why)
      ).body;
    expect((await search(world.viv)).index).toEqual({
      answer: 'NO_RECORD',
      matchedOn: [],
      leadProfessional: null,
      emergency: null,
      rows: [],
    });
    expect((await search(world.wes)).index).toMatchObject({
      answer: 'MAY_EXIST',
      leadProfessional: { fullName: 'Lena Marsh' },
    });
  });

  it('the same request twice is one act', async () => {
    const headers = { 'idempotency-key': 'agreement-once-more' };
    const body = act([service(world.agencies.northway, 'CHILD')]);
    const first = await lena.post(url(), body, headers);
    const second = await lena.post(url(), body, headers);
    expect(second.body).toEqual(first.body);
    expect((await stored(world.agencies.northway, 'CHILD')).map((line) => line.status)).toEqual([
      'SUPERSEDED',
      'ACTIVE',
    ]);
  });

  it('spoken agreement lasts ten working days', async () => {
    const spoken = act([service(world.agencies.camhs, 'NOTES')], {
      method: 'VERBAL_RECORDED',
      witness: 'Jo Bright',
      signature: undefined,
    });
    expect((await record(lena, spoken)).status).toBe(201);
    const [, last] = await stored(world.agencies.camhs, 'NOTES');
    expect(last?.untilAt).toBe('2026-01-27T00:00:00.000Z');
  });

  it('a later no ends an earlier yes from that instant, and "not asked" cannot undo an answer', async () => {
    await program.setNow('2026-02-02T10:00:00Z');
    expect(
      (await record(lena, act([service(world.agencies.camhs, 'HEALTH', { decision: 'REFUSED' })]))).status,
    ).toBe(201);
    const [before, after] = await stored(world.agencies.camhs, 'HEALTH');
    expect(before).toMatchObject({
      status: 'SUPERSEDED',
      untilAt: '2026-02-02T10:00:00.000Z',
      team: '2026-02-02T10:00:00.000Z',
    });
    expect(after).toMatchObject({ status: 'ACTIVE', untilAt: null });
    const undone = await record(
      lena,
      act([service(world.agencies.camhs, 'HEALTH', { decision: 'NOT_SOUGHT' })]),
    );
    expect(undone.body.fields).toHaveProperty(['lines.0.decision']);
  });

  it('a line its recorder may not read is replaced too', async () => {
    const { health } = world.agencies;
    await program.rows(`update app.consent_line set created_by = null where category = 'SENS_MH'`);
    expect((await record(lena, act([service(health, 'SENS_MH', { decision: 'REFUSED' })]))).status).toBe(201);
    expect((await stored(health, 'SENS_MH')).map((line) => line.status)).toEqual(['SUPERSEDED', 'ACTIVE']);
  });
});

describe('taking it back (rule 6.10)', () => {
  const withdraw = (
    client: Client,
    body: object,
  ): Promise<Answer<WithdrawalView & { fields: object; code: string }>> =>
    client.post(url('/withdraw'), { giverPersonId: world.mia.id, how: 'PHONE', ...body });

  beforeAll(() => program.setNow('2026-03-02T11:00:00Z'));

  it.each([
    ['a service without saying which', { scope: 'SERVICE' }, 'recipientId'],
    ['a kind without saying which', { scope: 'CATEGORY' }, 'category'],
    ['everything of everyone', { scope: 'EVERYTHING' }, 'scope'],
  ])('%s is refused', async (_, body, field) => {
    const answer = await withdraw(lena, body);
    expect(answer.status).toBe(400);
    expect(answer.body.fields).toHaveProperty([field]);
  });

  it('one kind: hidden for everyone at once', async () => {
    expect((await withdraw(lena, { scope: 'CATEGORY', category: 'PARENTING' })).body.outcome).toBe('PARTLY');
    expect(await stored(world.agencies.health, 'PARENTING')).toEqual([
      expect.objectContaining({
        status: 'WITHDRAWN',
        team: '2026-03-02T11:00:00.000Z',
        lead: '2026-03-02T11:00:00.000Z',
      }),
    ]);
  });

  it('one service: only that service, said by a team member who was told', async () => {
    const hana = await program.as(world.hana.email);
    const { status } = await withdraw(hana, { scope: 'SERVICE', recipientId: world.agencies.locality.id });
    expect(status).toBe(200);
    expect((await stored(world.agencies.locality, 'PLAN'))[0]).toMatchObject({
      status: 'WITHDRAWN',
      team: '2026-03-02T11:00:00.000Z',
      lead: '2026-03-17T00:00:00.000Z',
    });
    expect((await stored(world.agencies.health, 'PLAN'))[0]?.status).toBe('ACTIVE');
  });

  it('while another parent still agrees it is disputed, and goes on', async () => {
    const finns = act([service(world.agencies.northway, 'PLAN')], { giverPersonId: world.finn.id });
    expect((await record(lena, finns)).status).toBe(201);
    expect((await withdraw(lena, { scope: 'ALL' })).body.outcome).toBe('DISPUTED');
    const [episode] = await program.rows(
      'select withdrawn_at, disputed_consent from app.episode where id = $1',
      [world.e1.id],
    );
    expect(episode).toEqual({ withdrawn_at: null, disputed_consent: true });
    expect((await withdraw(lena, { scope: 'ALL' })).body.code).toBe('NOTHING_AGREED');
  });

  it('all of it: the episode is withdrawn in the same instant, hidden lines included', async () => {
    const finns = await withdraw(lena, { scope: 'ALL', giverPersonId: world.finn.id });
    expect(finns.body.outcome).toBe('WITHDRAWN');
    const [episode] = await program.rows(
      `select sec.instant(date_trunc('minute', withdrawn_at)) as at from app.episode where id = $1`,
      [world.e1.id],
    );
    expect(episode).toEqual({ at: '2026-03-02T11:00:00.000Z' });
    const [open] = await program.rows<{ n: number }>(
      `select count(*)::int as n from app.consent_line where decision = 'GIVEN' and status = 'ACTIVE' and sec.now() < until_at`,
    );
    expect(open?.n).toBe(0);
    expect(finns.body.agreements.light.state).toBe('said-no');
  });

  it('is written down', async () => {
    const rows = await program.rows(
      `select basis from audit.entry where action = 'consent.withdrawn' and outcome = 'ALLOW' order by id`,
    );
    expect(rows).toEqual([
      { basis: ['PARTLY'] },
      { basis: ['PARTLY'] },
      { basis: ['DISPUTED'] },
      { basis: ['WITHDRAWN'] },
    ]);
  });
});

describe('asking those who can answer', () => {
  it('a lead professional who may not read the family’s story still learns whom to ask, and no more', async () => {
    const rae = await aWorker(program, world.agencies.surgery, {
      fullName: 'Rae Moss',
      jobTitle: 'GP nurse',
    });
    const child = await aChild(program, {
      givenNames: 'Ben',
      familyName: 'Brook',
      dateOfBirth: '2014-09-01',
    });
    const pia = await anAdult(program, { givenNames: 'Pia', familyName: 'Brook' });
    const gran = await anAdult(program, { givenNames: 'Gran', familyName: 'Brook' });
    await relativeOf(program, child, pia, { kind: 'MOTHER', prBasis: 'MOTHER' });
    await relativeOf(program, child, gran, { kind: 'GRANDPARENT', hasPr: 'NO' });
    const episode = await anEpisode(program, { children: [child], lead: rae });
    await anAgreement(program, episode, child, pia, [{ agency: rae.agency, categories: ['CHILD', 'PLAN'] }]);
    const client = await program.as(rae.email);
    const { body } = await client.get<AgreementsView>(`/api/episodes/${episode.id}/consents`);
    expect(body.subjects[0]?.givers.map((giver) => giver.name)).toEqual(['Pia Brook', 'Ben']);
    expect(body.acts.map((one) => one.giverName)).toEqual(['Pia Brook']);
  });
});

describe('who may see and write agreement', () => {
  const random = '/api/episodes/55555555-5555-4555-8555-555555555555/consents';
  const lines = (): Line[] => [service(world.agencies.northway, 'CHILD')];
  const bodies = (): [string, string, object | undefined][] => [
    ['GET', '', undefined],
    ['POST', '', act(lines())],
    ['POST', '/preview', { subjectId: world.ava.id, giverPersonId: world.mia.id, lines: lines() }],
    ['POST', '/withdraw', { giverPersonId: world.mia.id, scope: 'ALL', how: 'PHONE' }],
  ];

  it('outsiders, the refused service among them, get the answer of a random id', async () => {
    for (const worker of [world.wes, world.viv, world.colleague, world.sid, world.dee])
      for (const [method, part, body] of bodies()) {
        const client = await program.as(worker.email);
        const headers = { 'idempotency-key': `outsider-${worker.id}` };
        const real = await client.send(method, url(part), body, headers);
        const unused = await client.send(method, random + part, body, headers);
        expect([real.status, real.text]).toEqual([404, unused.text]);
        expect(unused.status).toBe(404);
      }
  });

  it('a team member reads and does not record', async () => {
    const hana = await program.as(world.hana.email);
    const { status, body } = await hana.post<{ code: string }>(url(), act(lines()));
    expect([status, body.code]).toEqual([403, 'R05_RELATION']);
  });

  it('leaves what is kept for lists and guards as the facts say', async () => {
    const { rows, differences } = await verifyKept(program.database);
    expect(differences).toEqual([]);
    expect(rows['app.case_grant']).toBeGreaterThan(0);
  });

  it('nothing is recorded once support has ended', async () => {
    await program.rows(
      `update app.episode set state = 'CLOSED', closed_on = '2026-03-02', closure_reason = 'NEEDS_MET' where id = $1`,
      [world.e1.id],
    );
    const before = await lineCount();
    const { status, body } = await lena.post<{ code: string }>(url(), act(lines()));
    expect([status, body.code]).toEqual([409, 'EPISODE_OVER']);
    expect(await lineCount()).toBe(before);
  });
});
