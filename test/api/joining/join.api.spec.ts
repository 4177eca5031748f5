import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JoinAskedView, JoinRequestsView, OwnJoinRequestsView } from '@encircle/shared/joining';
import { Program, type Answer, type Client } from '../../kit/program.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import {
  theAgreementOfMia,
  theWorldOfAva,
  theWorldOfEli,
  type WorldOfAva,
} from '../../factories/fixture-e1.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

const HEADERS = { 'x-encircle-purpose': 'COORDINATE', 'x-encircle-reason': 'They asked me for help' };
const WHY = 'I see her for her asthma twice a year and would like to work with you.';
const AVA = { name: 'Ava Ames', dateOfBirth: '2016-06-10', why: WHY };
const NOBODY = { name: 'Nobody Here', dateOfBirth: '2015-05-05', why: WHY };
const ELI = { name: 'Eli Stone', dateOfBirth: '2018-08-08', sex: 'MALE', why: WHY };

describe('asking to join a case', () => {
  let program: Program;
  let world: WorldOfAva;
  let lena: Client;
  let wes: Client;

  beforeAll(async () => {
    program = await Program.start();
    world = await theWorldOfAva(program);
    await theAgreementOfMia(program, world);
    await theWorldOfEli(program, world);
    [lena, wes] = await Promise.all([program.as(world.lena.email), program.as(world.wes.email)]);
  });
  afterAll(() => program.stop());

  const ask = async (who: Worker, body: object): Promise<Answer<JoinAskedView>> =>
    (await program.as(who.email)).post<JoinAskedView>('/api/my/join-requests', body, HEADERS);
  const requests = async (): Promise<JoinRequestsView['items']> =>
    (await lena.get<JoinRequestsView>(`/api/episodes/${world.e1.id}/join-requests`)).body.items;
  const answer = (id: string, body: object, by = lena) =>
    by.post<JoinRequestsView & { code?: string; detail?: string; fields?: Record<string, string[]> }>(
      `/api/join-requests/${id}/answer`,
      body,
    );
  const waitingOf = async (who: Worker) => {
    const found = (await requests()).find((each) => each.userId === who.id && each.state === 'WAITING');
    if (!found) throw new Error(`${who.fullName} does not wait`);
    return found;
  };

  it.each([
    ['without a word why', { ...AVA, why: 'please' }, HEADERS, 'why'],
    ['with a name alone', { name: 'Ava Ames', why: WHY }, HEADERS, 'dateOfBirth'],
    ['without a purpose', AVA, { 'x-encircle-reason': 'Asked' }, 'purpose'],
  ])('%s it is refused and names the field', async (_, body, headers, field) => {
    const refused = await wes.post<{ fields: object }>('/api/my/join-requests', body, headers);
    expect(refused.status).toBe(400);
    expect(refused.body.fields).toHaveProperty([field]);
  });

  it('nobody, refused and shielded are one answer, and nothing is written', async () => {
    for (const [who, body] of [
      [world.wes, NOBODY],
      [world.viv, AVA],
      [world.wes, ELI],
    ] as const) {
      const answered = await ask(who, body);
      expect([answered.status, answered.body]).toEqual([201, { asked: false, items: [] }]);
    }
    expect(await program.rows('select 1 from app.join_request')).toEqual([]);
    expect(await program.rows(`select 1 from app.outbox where topic like 'join.%'`)).toEqual([]);
  });

  it('counts as a search, asked of somebody or not', async () => {
    const used = async (): Promise<number> =>
      (
        await program.rows<{ n: number }>(
          `select coalesce(sum(used), 0)::int as n from app.search_allowance where user_id = $1`,
          [world.viv.id],
        )
      )[0]?.n ?? -1;
    const before = await used();
    await ask(world.viv, NOBODY);
    expect(await used()).toBe(before + 1);
  });

  it('tells the lead who asks and why, once; the asker has their own words back and no record', async () => {
    const asked = await ask(world.wes, AVA);
    expect([asked.status, asked.body.asked]).toEqual([201, true]);
    expect(asked.body.items).toEqual([
      expect.objectContaining({ askedFor: 'Ava Ames', why: WHY, state: 'WAITING', episodeId: null }),
    ]);
    expect(asked.text).not.toContain(world.e1.id);
    await ask(world.wes, AVA);
    expect(await requests()).toEqual([
      expect.objectContaining({
        name: 'Wes Tan',
        agency: 'Harbour Surgery',
        jobTitle: 'GP',
        why: WHY,
        state: 'WAITING',
        agreed: 'NOT_AGREED',
      }),
    ]);
    const told = await program.rows(`select recipient_id as id from app.outbox where topic = 'join.asked'`);
    expect(told).toEqual([{ id: world.lena.id }]);
  });

  it('is nobody else’s to read or answer: a team member, a refused service, the asker, an administrator', async () => {
    const { id, version } = await waitingOf(world.wes);
    for (const who of [world.hana, world.viv, world.wes, world.sid]) {
      const client = await program.as(who.email);
      const [there, nowhere] = await Promise.all([
        answer(id, { answer: 'ACCEPT', version }, client),
        answer(randomUUID(), { answer: 'ACCEPT', version }, client),
      ]);
      expect([there.status, there.text]).toEqual([nowhere.status, nowhere.text]);
      const list = await client.get(`/api/episodes/${world.e1.id}/join-requests`);
      expect([403, 404]).toContain(list.status);
    }
  });

  it('needs the family’s yes to that service first, and says so by name', async () => {
    const { id, version } = await waitingOf(world.wes);
    const early = await answer(id, { answer: 'ACCEPT', version });
    expect([early.status, early.body.code]).toEqual([422, 'FAMILY_NOT_ASKED']);
    expect((await waitingOf(world.wes)).version).toBe(version);
    expect((await wes.get(`/api/episodes/${world.e1.id}`)).status).toBe(404);
  });

  it('a row of agreement lets the GP in: also to what was written before, unless limited', async () => {
    await lena.post(`/api/episodes/${world.e1.id}/notes`, {
      category: 'NOTES',
      kind: 'OBSERVATION',
      eventOn: '2026-02-10',
      text: 'Breakfast club began in February.',
    });
    await anAgreement(
      program,
      world.e1,
      world.ava,
      world.mia,
      [{ agency: world.agencies.surgery, categories: ORDINARY }],
      { givenOn: '2026-03-16', recordedBy: world.lena },
    );
    const { id, version, agreed } = await waitingOf(world.wes);
    expect(agreed).toBe('AGREED');
    const accepted = await answer(id, { answer: 'ACCEPT', version });
    expect(accepted.status).toBe(201);
    const own = await wes.get<OwnJoinRequestsView>('/api/my/join-requests');
    expect(own.body.items[0]).toMatchObject({ state: 'ACCEPTED', episodeId: world.e1.id });
    const notes = await wes.get(`/api/episodes/${world.e1.id}/notes`);
    expect([notes.status, notes.text]).toEqual([200, expect.stringContaining('Breakfast club began')]);
    const actions = await program.rows<{ action: string }>(
      `select distinct action from audit.entry where episode_id = $1 and action like 'join%' and outcome in ('ALLOW', 'LIMITED') order by action`,
      [world.e1.id],
    );
    expect(actions.map((each) => each.action)).toEqual([
      'join-requests.viewed',
      'join.accepted',
      'join.answered',
      'join.asked',
    ]);
  });

  it('who is on the team is told so; a second answer is stale', async () => {
    expect((await ask(world.wes, AVA)).status).toBe(409);
    const [first] = (await requests()).filter((each) => each.userId === world.wes.id);
    const again = await answer(first?.id ?? '', {
      answer: 'DECLINE',
      reason: 'Too late for that now.',
      version: 1,
    });
    expect([again.status, again.body.code]).toEqual([409, 'STALE']);
  });

  it('a no keeps its reason with the case: the asker hears that it is a no', async () => {
    const police = await aWorker(program, world.agencies.police, { fullName: 'Pol Iver' });
    await ask(police, AVA);
    const { id, version } = await waitingOf(police);
    const bare = await answer(id, { answer: 'DECLINE', version });
    expect([bare.status, Object.keys(bare.body.fields ?? {})]).toEqual([400, ['reason']]);
    const reason = 'Mia would rather speak to her school first.';
    expect((await answer(id, { answer: 'DECLINE', reason, version })).status).toBe(201);
    const own = await (await program.as(police.email)).get<OwnJoinRequestsView>('/api/my/join-requests');
    expect(own.body.items).toEqual([
      expect.objectContaining({ state: 'DECLINED', episodeId: null, askedFor: 'Ava Ames' }),
    ]);
    expect(own.text).not.toMatch(/Mia|school first/);
    expect((await requests()).find((each) => each.id === id)?.reason).toBe(reason);
  });

  it('a specialist service would give itself away: it is told to ring, whomever it asks about', async () => {
    const clinic = await anAgency(program, {
      name: 'Brook',
      kind: 'SEXUAL_HEALTH',
      sensitiveClass: 'SENS_SH',
    });
    const lin = await aWorker(program, clinic, { fullName: 'Lin Foley' });
    const [there, nowhere] = [await ask(lin, AVA), await ask(lin, NOBODY)];
    expect([there.status, { ...there.body, reference: '' }]).toEqual([
      422,
      { ...nowhere.body, reference: '' },
    ]);
  });

  it('only workers and their managers ask', async () => {
    for (const who of [world.mo, world.dee, world.sid]) expect((await ask(who, AVA)).status).toBe(404);
  });
});
