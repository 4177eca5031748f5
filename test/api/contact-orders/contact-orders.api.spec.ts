import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ContactOrderList, ContactOrderView } from '@encircle/shared/contact-orders';
import { episodeId, personId } from '@encircle/shared/fixture';
import type { MyWeekView } from '@encircle/shared/my-week';
import type { Answer } from '../../kit/program.js';
import { startStory, type StoryProgram } from '../../kit/story.js';

let story: StoryProgram;
const E1 = episodeId('E1');
const E5 = episodeId('E5');
const ORDER = {
  personId: personId('sol'),
  kind: 'NON_MOLESTATION',
  terms: 'Not to come within 100 metres of the home or the school',
  documentRef: 'Northway Family Court, NW26P00123',
  keeps: 'WHERE',
  fromOn: '2026-03-10',
  untilOn: '2026-03-31',
  reviewOn: '2026-06-10',
};
type Refused = { code: string; fields: Record<string, string[]> };
const record = async (key: string, over: object = {}, of = E1): Promise<Answer<ContactOrderView & Refused>> =>
  (await story.as(key)).post(`/api/episodes/${of}/contact-orders`, { ...ORDER, ...over });
const list = async (key: string, of = E1): Promise<Answer<ContactOrderList>> =>
  (await story.as(key)).get(`/api/episodes/${of}/contact-orders`);
const review = async (key: string, id: string, body: object): Promise<Answer<ContactOrderView & Refused>> =>
  (await story.as(key)).post(`/api/contact-orders/${id}/review`, body);
const keptFrom = async (person: string): Promise<{ categories: string[]; open: boolean }[]> =>
  story.program.rows(
    `select categories, until_at > sec.now() as open from app.court_order where recipient_id = $1 and contact_order_id is not null`,
    [person],
  );
const weekOf = async (key: string): Promise<MyWeekView['items']> =>
  (await (await story.as(key)).get<MyWeekView>('/api/my/week')).body.items.filter(
    ({ kind }) => kind === 'ORDER_REVIEW',
  );
const without = (answer: Answer): unknown[] => [
  answer.status,
  answer.text.replace(/"reference":"[^"]*"/, ''),
];

beforeAll(async () => {
  story = await startStory(null, { avasTeamsWork: true });
});
afterAll(() => story.program.stop());

describe('an order about contact', () => {
  let order: ContactOrderView;

  it('says which answer is wrong, and takes nobody who is not of the family', async () => {
    const wrong = async (over: object): Promise<string[]> =>
      Object.keys((await record('lena', over)).body.fields);
    expect(
      await wrong({ personId: 'x', kind: 'X', terms: ' ', keeps: 'X', fromOn: 'x', reviewOn: '' }),
    ).toEqual(expect.arrayContaining(['personId', 'kind', 'terms', 'keeps', 'fromOn', 'reviewOn']));
    expect(await wrong({ personId: personId('rob') })).toEqual(['personId']);
    expect(await wrong({ childId: randomUUID() })).toEqual(['childId']);
    expect(await wrong({ untilOn: '2026-03-01' })).toEqual(['untilOn']);
    expect(await wrong({ reviewOn: '2026-03-16' })).toEqual(['reviewOn']);
    expect((await list('lena')).body.items).toEqual([]);
  });

  it('is recorded, acts on the person it is against, and shows to those who may read of the family', async () => {
    const made = await record('lena');
    expect([made.status, made.body.standing, made.body.child, made.body.recordedBy]).toEqual([
      201,
      'IN_FORCE',
      'Ava',
      'Lena Marsh',
    ]);
    order = made.body;
    expect(await keptFrom(personId('sol'))).toEqual([
      { categories: ['IDENT', 'INVOLVE', 'MEETING'], open: true },
    ]);
    for (const key of ['lena', 'hana', 'yusuf'])
      expect((await list(key)).body.items.map(({ id }) => id)).toEqual([order.id]);
    expect((await list('hana')).body.mayRecord).toBe(true);
    const audit = await story.program.rows<{ action: string }>(
      `select distinct action from audit.entry where action like 'contact-order%' order by 1`,
    );
    expect(audit.map(({ action }) => action)).toEqual(['contact-order.recorded', 'contact-orders.listed']);
  });

  it('leaves no trace for anybody outside, nor for the family', async () => {
    for (const key of ['wes', 'viv', 'ned', 'sid', 'pia', 'ben']) {
      const nowhere = randomUUID();
      expect(without(await list(key))).toEqual(without(await list(key, nowhere)));
      expect(without(await record(key))).toEqual(without(await record(key, {}, nowhere)));
      const body = { decision: 'END', reason: 'The court lifted it', version: 1 };
      expect(without(await review(key, order.id, body))).toEqual(without(await review(key, nowhere, body)));
    }
    const mia = await list('mia');
    expect(mia.text).not.toContain(order.id);
  });

  it('comes back as a task and holds when its last day has gone by', async () => {
    expect((await weekOf('lena')).map(({ dueOn, recordId }) => [dueOn, recordId])).toEqual([
      ['2026-03-31', order.id],
    ]);
    expect(await weekOf('hana')).toEqual([]);
    await story.at('2026-04-02');
    const [past] = (await list('lena')).body.items;
    expect([past?.standing, past?.reviewDue, past?.mayReview]).toEqual(['PAST_ITS_END', true, true]);
    expect((await weekOf('lena'))[0]?.group).toBe('OVERDUE');
    expect(await keptFrom(personId('sol'))).toMatchObject([{ open: true }]);
  });

  it('is kept or ended by a decision with its reason, for the version that was seen', async () => {
    const keep = {
      decision: 'KEEP',
      reason: 'The court made it longer by six months',
      untilOn: '2026-09-30',
      reviewOn: '2026-07-01',
      version: order.version,
    };
    expect(
      Object.keys((await review('lena', order.id, { ...keep, reviewOn: '2026-04-02' })).body.fields),
    ).toEqual(['reviewOn']);
    expect((await review('lena', order.id, { ...keep, version: 9 })).status).toBe(409);
    const kept = await review('lena', order.id, keep);
    expect([kept.status, kept.body.standing, kept.body.untilOn, kept.body.reviews.length]).toEqual([
      200,
      'IN_FORCE',
      '2026-09-30',
      1,
    ]);
    expect(await weekOf('lena')).toEqual([]);
    const end = { decision: 'END', reason: 'The court lifted it on 2 April', version: kept.body.version };
    const over = await review('lena', order.id, end);
    expect([
      over.body.standing,
      over.body.mayReview,
      over.body.reviews.map(({ decision }) => decision),
    ]).toEqual(['OVER', false, ['KEEP', 'END']]);
    expect(await keptFrom(personId('sol'))).toMatchObject([{ open: false }]);
    expect((await review('lena', order.id, { ...end, version: over.body.version })).body.code).toBe(
      'ORDER_IS_OVER',
    );
  });
});

describe('an order in a shielded case', () => {
  it('is the work of those on the list, and whoever it is against reads nothing of the case by it', async () => {
    await story.at('2026-03-16');
    const made = await record('sara', { personId: personId('rob'), keeps: 'ALL', untilOn: '2027-01-07' }, E5);
    expect(made.status).toBe(201);
    for (const key of ['hana', 'rob', 'lena', 'dee'])
      expect(without(await list(key, E5))).toEqual(without(await list(key, randomUUID())));
    expect((await list('sara', E5)).body.items.map(({ person }) => person)).toEqual([
      expect.stringMatching(/^Rob/),
    ]);
  });
});
