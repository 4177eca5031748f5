import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseloadPage } from '@encircle/shared/cases';
import { episodeId, personId, userId } from '@encircle/shared/fixture';
import type { BlockRegisterPage, BlocksView, BlockView } from '@encircle/shared/restrictions';
import type { Answer } from '../../kit/program.js';
import { startStory, type StoryProgram } from '../../kit/story.js';

let story: StoryProgram;
const E1 = episodeId('E1');
const BLOCKS = `/api/episodes/${E1}/blocks`;
const body = (over: object = {}): object => ({
  userId: userId('yusuf'),
  basis: 'NAMED',
  askedBy: 'CHILD',
  reason: 'He lives next door to us',
  ...over,
});
const same = (real: Answer, random: Answer): void => {
  const without = (text: string): string => text.replace(/"reference":"[^"]*"/, '');
  expect([real.status, without(real.text)]).toEqual([random.status, without(random.text)]);
};
const cases = async (key: string): Promise<string[]> =>
  (await (await story.as(key)).get<CaseloadPage>('/api/my/cases?limit=100')).body.items.map(({ id }) => id);

beforeAll(async () => {
  story = await startStory(null, { avasTeamsWork: true });
});
afterAll(() => story.program.stop());

describe('a block set by the lead professional', () => {
  let block: BlockView;

  it('names what is wrong, field by field, and writes nothing', async () => {
    const lena = await story.as('lena');
    const bad = await lena.post<{ fields: Record<string, string[]> }>(BLOCKS, { basis: 'X', reason: ' ' });
    expect(bad.status).toBe(400);
    expect(Object.keys(bad.body.fields).sort()).toEqual(['askedBy', 'basis', 'reason', 'userId']);
    const nobody = await lena.post<{ fields: object }>(BLOCKS, body({ userId: randomUUID() }));
    expect([nobody.status, Object.keys(nobody.body.fields)]).toEqual([400, ['userId']]);
    const forOfficer = await lena.post<{ fields: object }>(BLOCKS, body({ askedBy: 'IGO' }));
    expect([forOfficer.status, Object.keys(forOfficer.body.fields)]).toEqual([400, ['askedBy']]);
    const wrongChild = await lena.post<{ fields: object }>(BLOCKS, body({ childId: personId('ben') }));
    expect([wrongChild.status, Object.keys(wrongChild.body.fields)]).toEqual([400, ['childId']]);
    expect(await story.program.rows('select 1 from app.conflict_block')).toEqual([]);
  });

  it('is not for a colleague to set against another, nor for anybody outside', async () => {
    const hana = await (await story.as('hana')).post<{ code: string }>(BLOCKS, body());
    expect([hana.status, hana.body.code]).toEqual([403, 'RESTRICTIONS_NOT_YOURS']);
    expect((await (await story.as('hana')).get(BLOCKS)).status).toBe(403);
    for (const key of ['viv', 'sid', 'sol', 'ana']) {
      const who = await story.as(key);
      same(await who.post(BLOCKS, body()), await who.post(`/api/episodes/${randomUUID()}/blocks`, body()));
    }
    expect(await story.program.rows('select 1 from app.conflict_block')).toEqual([]);
  });

  it('holds at once: before it he sees the case, after it he finds nothing anywhere', async () => {
    expect(await cases('yusuf')).toContain(E1);
    const made = await (await story.as('lena')).post<BlockView>(BLOCKS, body());
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      worker: expect.stringContaining('Yusuf'),
      confirmBy: '2026-03-18',
      mayEnd: true,
    });
    block = made.body;
    expect(await cases('yusuf')).not.toContain(E1);
    const yusuf = await story.as('yusuf');
    for (const rest of [
      '',
      '/team',
      '/notes',
      '/access',
      '/looks',
      '/meetings',
      '/plan',
      '/consents',
      '/blocks',
    ])
      same(
        await yusuf.get(`/api/episodes/${E1}${rest}`),
        await yusuf.get(`/api/episodes/${randomUUID()}${rest}`),
      );
    same(
      await yusuf.post(`/api/blocks/${block.id}/end`, { version: 1, reason: 'let me in' }),
      await yusuf.post(`/api/blocks/${randomUUID()}/end`, { version: 1, reason: 'let me in' }),
    );
    for (const list of ['/api/my/week', '/api/my/meetings', '/api/jump?q=ava', '/api/my/cases?limit=100'])
      expect((await yusuf.get(list)).text).not.toMatch(/Ava|Ames/);
    const found = await yusuf.post<{ known: unknown[]; index: { answer: string } }>('/api/find', {
      purpose: 'COORDINATE',
      name: 'Ava Ames',
      dateOfBirth: '2016-06-10',
    });
    expect(found.text).not.toMatch(/MAY_EXIST|Ames/);
  });

  it('leaves the others what they had, and says nothing of it to them or to him in "who can see this"', async () => {
    expect(await cases('hana')).toContain(E1);
    const hana = await (
      await story.as('hana')
    ).get<{ lines: { name: string }[] }>(`/api/episodes/${E1}/access`);
    expect(hana.body.lines.map(({ name }) => name).join()).not.toMatch(/Yusuf/);
    expect(hana.text).not.toMatch(/block|conflict/i);
  });

  it('is written down, without a word of the reason', async () => {
    const [row] = await story.program.rows<{ action: string; fields: string[]; all: string }>(
      `select action, fields, to_json(e)::text as all from audit.entry e where action = 'block.set'`,
    );
    expect(row?.fields).toEqual(['userId', 'basis', 'askedBy']);
    expect(row?.all).not.toContain('next door');
    const mails = await story.program.rows<{ payload: object }>(
      `select payload from app.outbox where topic = 'restriction.block-set'`,
    );
    expect(mails.map(({ payload }) => Object.keys(payload))).toEqual([['blockId']]);
  });

  it('is not set twice', async () => {
    const again = await (await story.as('lena')).post<{ code: string }>(BLOCKS, body());
    expect([again.status, again.body.code]).toEqual([409, 'BLOCK_EXISTS']);
  });

  it('waits for the officer, who sees the reference and no child, confirms, and alone lifts it after that', async () => {
    const gus = await story.as('gus');
    const waiting = await gus.get<BlockRegisterPage>('/api/blocks?waiting=true');
    expect(waiting.body.items).toHaveLength(1);
    expect(waiting.text).not.toMatch(/Ava|Ames/);
    const stale = await gus.post(`/api/blocks/${block.id}/confirmation`, { version: 9 });
    expect(stale.status).toBe(409);
    const confirmed = await gus.post<BlockView>(`/api/blocks/${block.id}/confirmation`, {
      version: block.version,
    });
    expect(confirmed.body).toMatchObject({ confirmedBy: expect.stringContaining('Gus'), confirmBy: null });
    const lena = await story.as('lena');
    const refused = await lena.post<{ code: string }>(`/api/blocks/${block.id}/end`, {
      version: confirmed.body.version,
      reason: 'A mistake',
    });
    expect([refused.status, refused.body.code]).toEqual([403, 'BLOCK_IS_CONFIRMED']);
    const bad = await gus.post<{ fields: object }>(`/api/blocks/${block.id}/end`, { version: 2, reason: '' });
    expect([bad.status, Object.keys(bad.body.fields)]).toEqual([400, ['reason']]);
    const old = await gus.post(`/api/blocks/${block.id}/end`, { version: 1, reason: 'They moved away' });
    expect(old.status).toBe(409);
    const ended = await gus.post<BlockView>(`/api/blocks/${block.id}/end`, {
      version: confirmed.body.version,
      reason: 'They moved away',
    });
    expect(ended.body).toMatchObject({ endedReason: 'They moved away', mayEnd: false });
    expect(await cases('yusuf')).toContain(E1);
    const kept = await lena.get<BlocksView>(BLOCKS);
    expect(kept.body.items).toMatchObject([{ id: block.id, endedReason: 'They moved away' }]);
  });
});

describe('who else may ask', () => {
  it('a worker shuts themselves out; a young person names somebody on their own record', async () => {
    const hana = await (
      await story.as('hana')
    ).post<BlockView>(
      BLOCKS,
      body({ userId: userId('hana'), basis: 'RELATIVE', askedBy: 'WORKER', reason: 'Her aunt is my sister' }),
    );
    expect(hana.status).toBe(201);
    expect(await cases('hana')).not.toContain(E1);
    const ben = await story.as('ben');
    const named = await ben.post<BlockView>(
      `/api/episodes/${episodeId('E2')}/blocks`,
      body({ userId: userId('tom'), reason: 'He coaches my team' }),
    );
    expect(named.status).toBe(201);
    expect(await cases('tom')).not.toContain(episodeId('E2'));
    same(await ben.post(BLOCKS, body()), await ben.post(`/api/episodes/${randomUUID()}/blocks`, body()));
  });

  it('shuts out the CAF team’s own, index, count and all', async () => {
    const mo = await story.as('mo');
    const before = await mo.get<CaseloadPage>('/api/my/cases?limit=100');
    await (
      await story.as('gus')
    ).post(BLOCKS, body({ userId: userId('mo'), askedBy: 'IGO', reason: 'A cousin' }));
    const after = await mo.get<CaseloadPage>('/api/my/cases?limit=100');
    expect(before.body.items.map(({ id }) => id)).toContain(E1);
    expect(after.body.items.map(({ id }) => id)).not.toContain(E1);
    expect(Number(after.body.total)).toBe(Number(before.body.total) - 1);
    same(await mo.get(`/api/episodes/${E1}`), await mo.get(`/api/episodes/${randomUUID()}`));
    same(await mo.get(BLOCKS), await mo.get(`/api/episodes/${randomUUID()}/blocks`));
    expect((await mo.get<BlockRegisterPage>('/api/blocks')).text).not.toContain(E1);
  });

  it('is set by reference by those who keep the register; a reference nobody has, or of a case shut to them, is wrong', async () => {
    const refOf = async (id: string): Promise<string> =>
      (await story.program.rows<{ ref: string }>('select ref from app.episode where id = $1', [id]))[0]
        ?.ref ?? '';
    const ref = await refOf(episodeId('E3'));
    const gus = await story.as('gus');
    const made = await gus.post<BlockView>(
      '/api/blocks',
      body({ userId: userId('ola'), askedBy: 'IGO', ref }),
    );
    expect([made.status, made.body.episodeId, made.body.confirmBy]).toEqual([201, episodeId('E3'), null]);
    const unknown = await gus.post<{ fields: object }>('/api/blocks', body({ ref: 'CAF-2026-000000' }));
    expect([unknown.status, Object.keys(unknown.body.fields)]).toEqual([400, ['ref']]);
    const refOfE1 = await refOf(E1);
    const mo = await (await story.as('mo')).post('/api/blocks', body({ askedBy: 'CAF_TEAM', ref: refOfE1 }));
    same(
      mo,
      await (await story.as('mo')).post('/api/blocks', body({ askedBy: 'CAF_TEAM', ref: 'CAF-2026-000000' })),
    );
    expect((await (await story.as('lena')).post('/api/blocks', body({ ref }))).status).toBe(404);
  });

  it('pages the register, one at a time as all at once', async () => {
    const gus = await story.as('gus');
    const all = await gus.get<BlockRegisterPage>('/api/blocks?limit=100');
    const ids: string[] = [];
    let after = '';
    do {
      const page = await gus.get<BlockRegisterPage>(`/api/blocks?limit=1${after}`);
      ids.push(...page.body.items.map(({ id }) => id));
      after = page.body.next ? `&after=${page.body.next}` : '';
    } while (after !== '');
    expect(ids).toEqual(all.body.items.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(2);
    expect((await gus.get('/api/blocks?after=nonsense')).status).toBe(400);
  });
});
