import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { agencyId, episodeId, personId, userId } from '@encircle/shared/fixture';
import type {
  AccessReviewsPage,
  AccessReviewView,
  BreakGlassNotice,
  BreakGlassView,
} from '@encircle/shared/emergency-access';
import type { Client } from '../../kit/program.js';
import { startStory, type StoryProgram } from '../../kit/story.js';

const AVA = { episode: episodeId('E1'), child: personId('ava') };

describe('the review of emergency access', () => {
  let story: StoryProgram;
  let gus: Client;
  let opened: BreakGlassView;

  beforeAll(async () => {
    story = await startStory();
    gus = await story.as('gus');
    opened = await breakAs('yusuf', 'SENS_MH');
    await (
      await story.as('yusuf')
    ).get(`/api/episodes/${AVA.episode}/content?category=SENS_MH&subjectId=${AVA.child}`);
  });
  afterAll(() => story.program.stop());

  async function breakAs(key: string, kind: string): Promise<BreakGlassView> {
    const answer = await (
      await story.as(key)
    ).post<BreakGlassView>(`/api/episodes/${AVA.episode}/break-glass`, {
      subjectId: AVA.child,
      categories: [kind],
      ground: 'VITAL',
      reason: 'Ava has not come home tonight and somebody must know where to look.',
      understood: true,
    });
    expect(answer.status).toBe(201);
    return answer.body;
  }

  const list = async (client: Client, query = ''): Promise<AccessReviewsPage> =>
    (await client.get<AccessReviewsPage>(`/api/access-reviews${query}`)).body;
  const open = async (client: Client, id: string) =>
    client.get<AccessReviewView>(`/api/access-reviews/${id}`);

  it('is on the officer’s list with its day, and says what was looked at', async () => {
    const page = await list(gus);
    expect(page).toMatchObject({ open: 1, late: 0, next: null });
    expect(page.items[0]).toMatchObject({
      kind: 'BREAK_GLASS',
      reference: opened.reference,
      ground: 'VITAL',
      dueOn: '2026-03-23',
      late: 0,
      escalated: false,
      uses: 1,
      repeated: false,
    });
    expect(JSON.stringify(page)).not.toContain('Ava');
    const view = (await open(gus, page.items[0]?.id ?? '')).body;
    expect(view).toMatchObject({
      mayReview: true,
      categories: ['SENS_MH'],
      reason: expect.stringContaining('not come home'),
    });
    expect(view.looks.map(({ action }) => action)).toContain('content.viewed');
  });

  it('is escalated when nobody begins within two working days, and marked late after five', async () => {
    await story.at('2026-03-19');
    expect((await list(gus)).items[0]).toMatchObject({ escalated: true, late: 0 });
    await story.at('2026-03-25');
    expect(await list(gus)).toMatchObject({ late: 1, items: [{ escalated: true, late: 2 }] });
    await story.at('2026-03-16');
  });

  it('is looked on by the CAF team, decided by officers only, and unknown to everybody else', async () => {
    const [row] = (await list(gus)).items;
    const id = row?.id ?? '';
    const mo = await story.as('mo');
    expect((await open(mo, id)).body.mayReview).toBe(false);
    const words = { version: 1, outcome: 'JUSTIFIED', words: 'There was reason enough.' };
    expect((await mo.post(`/api/access-reviews/${id}/outcome`, words)).status).toBe(404);
    for (const key of ['lena', 'yusuf', 'okoro', 'dee', 'sid', 'ana', 'mia'])
      expect([key, (await open(await story.as(key), id)).status]).toEqual([key, 404]);
    expect((await open(gus, randomUUID())).status).toBe(404);
  });

  it('is not for the user’s own line', async () => {
    const [row] = (await list(gus)).items;
    // Gus becomes a manager where Yusuf works.
    await story.program.rows(
      `insert into app.membership (user_id, agency_id, role, job_title, valid_from) values ($1, $2, 'AMGR', 'Manager', '2026-01-01')`,
      [userId('gus'), agencyId('locality-support')],
    );
    const officer = await story.program.as((await emailOf('gus')) ?? '', { role: 'IGO' });
    expect((await open(officer, row?.id ?? '')).body.mayReview).toBe(false);
    const refused = await officer.post<{ code: string }>(`/api/access-reviews/${row?.id}/begin`, {
      version: 1,
    });
    expect([refused.status, refused.body.code]).toEqual([403, 'OWN_LINE']);
    await story.program.rows(`delete from app.membership where user_id = $1 and role = 'AMGR'`, [
      userId('gus'),
    ]);
  });

  const emailOf = async (key: string): Promise<string | undefined> =>
    (
      await story.program.rows<{ email: string }>('select email from app.app_user where id = $1', [
        userId(key),
      ])
    )[0]?.email;

  it('names what is missing, keeps a stale save apart, and takes an outcome in words', async () => {
    const [row] = (await list(gus)).items;
    const path = `/api/access-reviews/${row?.id}`;
    const begun = await gus.post<AccessReviewView>(`${path}/begin`, { version: 1 });
    expect(begun.body.row).toMatchObject({ version: 2, reviewer: expect.any(String) });
    const wrong = await gus.post<{ fields: object }>(`${path}/outcome`, {
      version: 2,
      outcome: 'JUSTIFIED',
      words: '          ',
    });
    expect([wrong.status, Object.keys(wrong.body.fields)]).toEqual([400, ['words']]);
    const breach = await gus.post<{ fields: object }>(`${path}/outcome`, {
      version: 2,
      outcome: 'BREACH_RECORDED',
      words: 'No breach here.',
    });
    expect([breach.status, Object.keys(breach.body.fields)]).toEqual([400, ['outcome']]);
    const stale = await gus.post(`${path}/outcome`, {
      version: 1,
      outcome: 'JUSTIFIED',
      words: 'There was reason enough.',
    });
    expect(stale.status).toBe(409);
    const decided = await gus.post<AccessReviewView>(`${path}/outcome`, {
      version: 2,
      outcome: 'NOT_JUSTIFIED',
      words: 'The hub was open and was not rung.',
    });
    expect(decided.body.row).toMatchObject({ outcome: 'NOT_JUSTIFIED' });
    const after = await list(gus);
    expect(after.items).toMatchObject([{ kind: 'BREACH', reference: opened.reference, dueOn: '2026-03-17' }]);
    expect((await list(gus, '?show=DONE')).items).toMatchObject([{ outcome: 'NOT_JUSTIFIED' }]);
    const told = await story.program.rows<{ topic: string; payload: object }>(
      `select topic, payload from app.outbox where topic like 'access-review.%' order by topic`,
    );
    expect([...new Set(told.map(({ topic }) => topic))]).toEqual([
      'access-review.breach',
      'access-review.decided',
    ]);
    expect(
      told.every(
        ({ payload }) => JSON.stringify(payload) === JSON.stringify({ reference: opened.reference }),
      ),
    ).toBe(true);
    const mine = await (await story.as('yusuf')).get<BreakGlassNotice>(`/api/break-glass/${opened.id}`);
    expect(mine.body.outcome).toBe('NOT_JUSTIFIED');
  });

  it('flags the third in thirty days and pages by when each is due', async () => {
    await breakAs('yusuf', 'SENS_SH');
    await story.at('2026-03-17');
    await breakAs('yusuf', 'SENS_SM');
    const all = await list(gus);
    expect(all.items.map(({ uses, repeated, kind }) => [kind, uses, repeated])).toEqual([
      ['BREACH', 1, false],
      ['BREAK_GLASS', 2, false],
      ['BREAK_GLASS', 3, true],
    ]);
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const page: AccessReviewsPage = await list(gus, `?limit=1${after === null ? '' : `&after=${after}`}`);
      walked.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(walked).toEqual(all.items.map(({ id }) => id));
    expect((await gus.get('/api/access-reviews?after=nonsense')).status).toBe(400);
  });
});
