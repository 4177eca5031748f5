import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView, CaseloadPage } from '@encircle/shared/cases';
import { episodeId, personId, userId } from '@encircle/shared/fixture';
import type { MyWeekView } from '@encircle/shared/my-week';
import type {
  ShieldAskedView,
  ShieldRegisterPage,
  ShieldRequestsView,
  ShieldsAskedPage,
  ShieldView,
} from '@encircle/shared/restrictions';
import type { Answer } from '../../kit/program.js';
import { startStory, type StoryProgram } from '../../kit/story.js';

let story: StoryProgram;
let ref = '';
const E1 = episodeId('E1');
const open = async (key: string): Promise<Answer<CaseView>> =>
  (await story.as(key)).get<CaseView>(`/api/episodes/${E1}`);
const set = async (
  key: string,
  over: object = {},
): Promise<Answer<ShieldView & { fields: object; code: string }>> =>
  (await story.as(key)).post('/api/shields', {
    ref,
    kind: 'SHIELD',
    ground: 'REFUGE',
    memberIds: [userId('lena')],
    ...over,
  });
const without = (answer: Answer): unknown[] => [
  answer.status,
  answer.text.replace(/"reference":"[^"]*"/, ''),
];

beforeAll(async () => {
  story = await startStory(null, { avasTeamsWork: true });
  const [row] = await story.program.rows<{ ref: string }>('select ref from app.episode where id = $1', [E1]);
  ref = row?.ref ?? '';
});
afterAll(() => story.program.stop());

describe('a shield', () => {
  let shield: ShieldView;

  it('names what is wrong, and is set by nobody but the CAF team', async () => {
    const fields = async (over: object): Promise<string[]> =>
      Object.keys((await set('mo', over)).body.fields);
    expect(await fields({ kind: 'X', ground: 'X', memberIds: 'x', ref: '' })).toEqual(
      expect.arrayContaining(['kind', 'ground', 'memberIds', 'ref']),
    );
    expect(await fields({ ref: 'CAF-1999-000000' })).toEqual(['ref']);
    expect(await fields({ memberIds: [randomUUID()] })).toEqual(['memberIds']);
    expect(await fields({ ground: 'OPENED_IN_ERROR' })).toEqual(['ground']);
    expect(await fields({ childId: personId('ben') })).toEqual(['childId']);
    for (const key of ['lena', 'mia', 'sid', 'dee']) expect((await set(key)).status).toBe(404);
    expect((await set('gus')).body.code).toBe('RESTRICTIONS_NOT_YOURS');
    expect((await open('hana')).body.limited).toBeNull();
  });

  it('is asked for by whoever works with the child, and answered within the hour or told why not', async () => {
    const path = `/api/episodes/${E1}/shield-requests`;
    const wanted = { ground: 'THREAT', reason: 'Somebody asked for her at the gate twice this week.' };
    const ask = async (
      key: string,
      over: object = {},
    ): Promise<Answer<ShieldRequestsView & { fields: object }>> =>
      (await story.as(key)).post(path, { ...wanted, ...over });
    const asked = async (): Promise<ShieldAskedView[]> =>
      (await (await story.as('mo')).get<ShieldsAskedPage>('/api/shield-requests')).body.items;
    const bad = await ask('hana', { ground: 'OPENED_IN_ERROR', reason: 'short', childId: 'x' });
    expect([bad.status, Object.keys(bad.body.fields).sort()]).toEqual([400, ['childId', 'ground', 'reason']]);
    expect((await ask('hana', { childId: personId('ben') })).body.fields).toHaveProperty('childId');
    for (const key of ['hope', 'mia', 'wes']) {
      const nowhere = await (
        await story.as(key)
      ).post(`/api/episodes/${randomUUID()}/shield-requests`, wanted);
      expect(without(await ask(key))).toEqual(without(nowhere));
    }
    expect((await ask('hana')).body.items.map(({ status }) => status)).toEqual(['ASKED']);
    expect([(await ask('hana')).status, (await ask('yusuf')).status]).toEqual([409, 201]);
    const [first, second] = await asked();
    expect(first).toMatchObject({
      reference: ref,
      requester: 'Hana Siddiqui',
      ground: 'THREAT',
      overdue: false,
    });
    expect(Date.parse(first?.dueAt ?? '') - Date.parse(first?.askedAt ?? '')).toBe(3_600_000);
    const week = (await (await story.as('mo')).get<MyWeekView>('/api/my/week')).body.items;
    expect(week.filter(({ kind }) => kind === 'SHIELD_ASKED').map(({ text }) => text)).toEqual([ref, ref]);
    const decline = async (key: string, body: object): Promise<Answer<{ fields: object }>> =>
      (await story.as(key)).post(`/api/shield-requests/${second?.id ?? ''}/decline`, body);
    expect(Object.keys((await decline('mo', { reason: ' ', version: 1 })).body.fields)).toEqual(['reason']);
    const no = { reason: 'Her mother was asked: it was her uncle.', version: 1 };
    expect((await decline('mo', { ...no, version: 9 })).status).toBe(409);
    expect((await decline('lena', no)).status).toBe(404);
    expect((await decline('mo', no)).status).toBe(200);
    const told = await (await story.as('yusuf')).get<ShieldRequestsView>(path);
    expect(told.body.items.map(({ status, answer }) => [status, answer])).toEqual([['DECLINED', no.reason]]);
    expect((await asked()).map(({ id }) => id)).toEqual([first?.id]);
    const traced = await story.program.rows<{ n: number }>(
      `select count(*)::int as n from audit.entry where action like 'shield%' and episode_id is not null`,
    );
    expect(traced).toEqual([{ n: 0 }]);
    for (const key of ['hope', 'hana', 'gus'])
      expect((await (await story.as(key)).get('/api/shield-requests')).status).toBe(404);
  });

  it('holds at once: those on the list see all, the team a stub, the index nothing', async () => {
    const made = await set('mo');
    expect([made.status, made.body.reviewOn, made.body.members.length]).toEqual([201, '2026-06-16', 1]);
    shield = made.body;
    expect((await open('lena')).body.limited).toBeNull();
    const answered = await story.program.rows<{ status: string }>(
      'select status from app.shield_request order by created_at, id',
    );
    expect(answered.map(({ status }) => status).sort()).toEqual(['DECLINED', 'SET']);
    const hana = await open('hana');
    expect((await (await story.as('hana')).get(`/api/episodes/${E1}/shield-requests`)).status).toBe(404);
    expect([hana.status, hana.body.limited]).toEqual([200, 'STUB']);
    expect(hana.text).not.toMatch(/Northway Primary|Lena|foxes|library|0\d{4} ?\d{6}/);
    const found = await (
      await story.as('wes')
    ).post('/api/find', {
      purpose: 'COORDINATE',
      name: 'Ava Ames',
      dateOfBirth: '2016-06-10',
    });
    expect(found.text).not.toContain('MAY_EXIST');
    expect((await set('mo')).body.code).toBe('SHIELD_EXISTS');
  });

  it('knows the household, whose locating items tell where the child is', async () => {
    const [row] = await story.program.rows<{ people: string[] }>(
      'select household_person_ids as people from app.shield where id = $1',
      [shield.id],
    );
    const lives = await story.program.rows<{ id: string }>(
      `select person_id as id from app.relationship where child_id = $1 and lives_with <> 'NO'`,
      [personId('ava')],
    );
    expect(lives.length).toBeGreaterThan(0);
    expect(row?.people).toEqual(expect.arrayContaining(lives.map(({ id }) => id)));
  });

  it('changes its list, for the version that was seen', async () => {
    const mo = await story.as('mo');
    const path = `/api/shields/${shield.id}/members`;
    const memberIds = [userId('lena'), userId('hana')];
    expect((await mo.put(path, { memberIds, version: 9 })).status).toBe(409);
    const bad = await mo.put<{ fields: object }>(path, { memberIds: ['x'], version: shield.version });
    expect([bad.status, Object.keys(bad.body.fields)]).toEqual([400, ['memberIds']]);
    const changed = await mo.put<ShieldView>(path, { memberIds, version: shield.version });
    expect(changed.body.members.map(({ name }) => name).join()).toMatch(/Hana/);
    shield = changed.body;
    expect((await open('hana')).body.limited).toBeNull();
    const gus = await (await story.as('gus')).put(path, { memberIds, version: shield.version });
    expect(gus.status).toBe(403);
    const lena = await story.as('lena');
    expect(without(await lena.put(path, { memberIds, version: 2 }))).toEqual(
      without(await lena.put(`/api/shields/${randomUUID()}/members`, { memberIds, version: 2 })),
    );
  });

  it('comes back after three months as a task of who put it on, and stays when it was kept', async () => {
    const tasks = async (key: string): Promise<unknown[]> =>
      (await (await story.as(key)).get<MyWeekView>('/api/my/week')).body.items
        .filter(({ kind }) => kind === 'SHIELD_REVIEW')
        .map(({ text, dueOn, child }) => [text, dueOn, child]);
    const review = async (key: string, over: object = {}): Promise<Answer<ShieldView & { fields: object }>> =>
      (await story.as(key)).post(`/api/shields/${shield.id}/reviews`, {
        reason: 'He was seen near the school in May',
        reviewOn: '2026-09-01',
        version: shield.version,
        ...over,
      });
    // The order that began it has run out; nothing opens by that.
    expect(await tasks('mo')).not.toContainEqual([ref, '2026-06-16', null]);
    await story.at('2026-06-18');
    expect(await tasks('mo')).toContainEqual([ref, '2026-06-16', null]);
    expect(await tasks('lena')).toEqual([]);
    expect((await open('yusuf')).body.limited).toBe('STUB');
    expect(Object.keys((await review('mo', { reviewOn: '2026-10-01' })).body.fields)).toEqual(['reviewOn']);
    expect(Object.keys((await review('mo', { reason: ' ' })).body.fields)).toEqual(['reason']);
    expect((await review('mo', { version: 99 })).status).toBe(409);
    expect((await review('gus')).status).toBe(403);
    expect((await review('lena')).status).toBe(404);
    const kept = await review('mo');
    expect([kept.status, kept.body.reviewOn, kept.body.reviewed?.reason]).toEqual([
      200,
      '2026-09-01',
      'He was seen near the school in May',
    ]);
    shield = kept.body;
    expect(await tasks('mo')).not.toContainEqual([ref, '2026-06-16', null]);
    expect((await open('yusuf')).body.limited).toBe('STUB');
    await story.at('2026-03-17');
  });

  it('is lifted by two people, never by one', async () => {
    const path = `/api/shields/${shield.id}/lifting`;
    const lift = async (key: string, version: number): Promise<Answer<ShieldView & { code: string }>> =>
      (await story.as(key)).post(path, { reason: 'They have moved on', version });
    const asked = await lift('mo', shield.version);
    expect(asked.body).toMatchObject({ until: null, mayLift: false, liftReason: 'They have moved on' });
    expect((await lift('mo', asked.body.version)).body.code).toBe('SECOND_PERSON');
    expect((await open('yusuf')).body.limited).toBe('STUB');
    expect((await lift('gus', shield.version)).status).toBe(409);
    const lifted = await lift('gus', asked.body.version);
    expect(lifted.body.until).not.toBeNull();
    expect((await open('yusuf')).body.limited).toBeNull();
    const actions = await story.program.rows<{ action: string }>(
      `select action from audit.entry where action like 'shield.%' order by id`,
    );
    expect(actions.map(({ action }) => action)).toEqual([
      ...['shield.asked', 'shield.asked', 'shield.declined', 'shield.declined'],
      'shield.set',
      'shield.changed',
      'shield.reviewed',
      'shield.lift-asked',
      'shield.lifted',
    ]);
  });
});

describe('a seal', () => {
  it('leaves nothing: not to the team, not to the CAF team; only who is named sees the record', async () => {
    const made = await set('gus', { kind: 'SEAL', ground: 'OPENED_IN_ERROR' });
    expect(made.status).toBe(201);
    expect((await open('lena')).status).toBe(200);
    for (const key of ['hana', 'mo', 'gus', 'mia']) {
      const random = await (await story.as(key)).get(`/api/episodes/${randomUUID()}`);
      expect(without(await open(key))).toEqual(without(random));
    }
    const list = await (await story.as('mo')).get<CaseloadPage>('/api/my/cases?limit=100');
    expect(list.body.items.map(({ id }) => id)).not.toContain(E1);
    expect(list.text).not.toContain('Ames');
    const register = await (await story.as('mo')).get<ShieldRegisterPage>('/api/shields');
    expect(register.body.items.find(({ id }) => id === made.body.id)).toMatchObject({
      episodeRef: ref,
      kind: 'SEAL',
    });
    expect(register.text).not.toMatch(/Ava|Ames/);
    expect((await (await story.as('hana')).get('/api/shields')).status).toBe(404);
  });

  it('has no line in the register of somebody who is blocked for the child', async () => {
    await story.program.rows(
      `insert into app.conflict_block (person_id, user_id, reason) values ($1, $2, 'A cousin')`,
      [personId('ava'), userId('mo')],
    );
    const register = await (await story.as('mo')).get<ShieldRegisterPage>('/api/shields?limit=100');
    expect(register.body.items.some(({ episodeRef }) => episodeRef === ref)).toBe(false);
  });
});
