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

  it('every step is in the log', async () => {
    const actions = await program.rows<{ action: string }>(
      `select distinct action from audit.entry where action like 'enquir%' and outcome = 'ALLOW' order by action`,
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'enquiries.listed',
      'enquiry-queue.listed',
      'enquiry.made',
      'enquiry.viewed',
      'enquiry.withdrawn',
    ]);
  });
});
