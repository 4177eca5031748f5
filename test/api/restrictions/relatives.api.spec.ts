import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CaseloadPage } from '@encircle/shared/cases';
import { episodeId, userId } from '@encircle/shared/fixture';
import type { RelativesView, RelativeView } from '@encircle/shared/restrictions';
import { startStory, type StoryProgram } from '../../kit/story.js';

let story: StoryProgram;
const sees = async (key: string, id: string): Promise<boolean> =>
  (await (await story.as(key)).get<CaseloadPage>('/api/my/cases?limit=100')).body.items.some(
    (one) => one.id === id,
  );
const ava = { relation: 'NIECE_NEPHEW', givenNames: 'AVA', familyName: 'ames', dateOfBirth: '2016-06-10' };

beforeAll(async () => {
  story = await startStory();
});
afterAll(() => story.program.stop());

it('shuts the record of a relative to the worker who named them, and answers alike when there is none', async () => {
  const yusuf = await story.as('yusuf');
  expect(await sees('yusuf', episodeId('E1'))).toBe(true);
  const there = await yusuf.post<RelativeView>('/api/my/relatives', ava);
  const nowhere = await yusuf.post<RelativeView>('/api/my/relatives', { ...ava, givenNames: 'Zephyrine' });
  expect([there.status, Object.keys(there.body).sort()]).toEqual([201, Object.keys(nowhere.body).sort()]);
  expect(nowhere.status).toBe(201);
  expect(await sees('yusuf', episodeId('E1'))).toBe(false);
  expect(await sees('hana', episodeId('E1'))).toBe(true);
  const blocks = await story.program.rows<object>(
    `select user_id as "userId", basis, asked_by as "askedBy", confirmed_at as "confirmedAt" from app.conflict_block`,
  );
  expect(blocks).toEqual([
    { userId: userId('yusuf'), basis: 'RELATIVE', askedBy: 'WORKER', confirmedAt: null },
  ]);
});

it('shuts a record that comes later, at the moment it is made', async () => {
  const tom = await story.as('tom');
  await tom.post('/api/my/relatives', {
    relation: 'OWN_CHILD',
    givenNames: 'Ida',
    familyName: 'Fenn',
    dateOfBirth: '2019-01-02',
  });
  const before = await story.program.rows('select 1 from app.conflict_block where user_id = $1', [
    userId('tom'),
  ]);
  expect(before).toEqual([]);
  await story.program.rows(
    `insert into app.person (kind, given_names, family_name, date_of_birth, sex) values ('CHILD', 'Ida', 'Fenn', '2019-01-02', 'FEMALE')`,
  );
  const after = await story.program.rows('select 1 from app.conflict_block where user_id = $1', [
    userId('tom'),
  ]);
  expect(after).toHaveLength(1);
});

it('names the fields that are wrong', async () => {
  const lena = await story.as('lena');
  const bad = await lena.post<{ fields: Record<string, string[]> }>('/api/my/relatives', { relation: 'X' });
  expect([bad.status, Object.keys(bad.body.fields).sort()]).toEqual([
    400,
    ['dateOfBirth', 'familyName', 'givenNames', 'relation'],
  ]);
  const future = await lena.post<{ fields: object }>('/api/my/relatives', {
    ...ava,
    dateOfBirth: '2031-01-01',
  });
  expect([future.status, Object.keys(future.body.fields)]).toEqual([400, ['dateOfBirth']]);
});

it('shows a worker their own entries only; taking one back opens nothing by itself', async () => {
  const yusuf = await story.as('yusuf');
  const mine = await yusuf.get<RelativesView>('/api/my/relatives');
  expect(mine.body.items.map(({ givenNames }) => givenNames)).toEqual(['AVA', 'Zephyrine']);
  expect((await (await story.as('lena')).get<RelativesView>('/api/my/relatives')).body.items).toEqual([]);
  const entry = mine.body.items[0];
  const removal = `/api/my/relatives/${entry?.id ?? ''}/removal`;
  expect((await (await story.as('lena')).post(removal, { version: 1 })).status).toBe(404);
  expect((await yusuf.post(removal, { version: 7 })).status).toBe(409);
  const left = await yusuf.post<RelativesView>(removal, { version: entry?.version });
  expect(left.body.items).toHaveLength(1);
  expect(await sees('yusuf', episodeId('E1'))).toBe(false);
  expect((await (await story.as('mia')).get('/api/my/relatives')).status).toBe(404);
});
