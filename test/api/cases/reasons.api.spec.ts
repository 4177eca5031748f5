import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { episodeId, personId } from '@encircle/shared/fixture';
import { startStory, type StoryProgram } from '../../kit/story.js';

const AVA = episodeId('E1');
const WHY = { 'x-encircle-reason': 'AUDIT_SAMPLE' };

describe('who looks from outside the work with a family', () => {
  let story: StoryProgram;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.program.stop());

  const looks = async (action: string) =>
    story.program.rows<{ reason: string | null; outcome: string }>(
      `select e.reason, e.outcome from audit.entry e join app.app_user u on u.id = e.actor_id
       where u.full_name = 'Uma Brandt' and e.action = $1 order by e.id desc`,
      [action],
    );

  it('says why first: nothing is shown and no look is written until then', async () => {
    const uma = await story.as('uma');
    const asked = await uma.get<{ code: string; fields: Record<string, string[]> }>(`/api/episodes/${AVA}`);
    expect(asked.status).toBe(403);
    expect(asked.body).toMatchObject({
      code: 'REASON_NEEDED',
      fields: { reason: ['Say why you are looking'] },
    });
    expect(asked.text).not.toContain('Ava');
    expect(await looks('case.opened')).toEqual([]);
    const blank = await uma.get(`/api/episodes/${AVA}`, { 'x-encircle-reason': '%20%20' });
    expect(blank.status).toBe(403);

    const opened = await uma.get(`/api/episodes/${AVA}`, WHY);
    expect(opened.status).toBe(200);
    expect(await looks('case.opened')).toMatchObject([{ reason: 'AUDIT_SAMPLE', outcome: 'ALLOW' }]);
  });

  it('says why for every kind of content, not for the case page alone', async () => {
    const uma = await story.as('uma');
    const path = `/api/episodes/${AVA}/content?category=CHILD&subjectId=${personId('ava')}`;
    expect(await uma.get(path)).toMatchObject({ status: 403, body: { code: 'REASON_NEEDED' } });
    expect((await uma.get(path, WHY)).status).toBe(200);
  });

  it.each(['uma', 'gus', 'pat'])(
    '%s gets one answer for a case, another’s case and no case at all',
    async (key) => {
      const client = await story.as(key);
      const answers = [];
      for (const id of [AVA, episodeId('E2'), episodeId('E5'), randomUUID()]) {
        const { status, body } = await client.get<{ reference: string }>(`/api/episodes/${id}`);
        answers.push(JSON.stringify({ status, ...body, reference: '' }));
      }
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('REASON_NEEDED');
      expect((await client.get(`/api/episodes/${randomUUID()}`, WHY)).status).toBe(404);
    },
  );

  it('who works with the family is not asked', async () => {
    for (const key of ['lena', 'yusuf', 'mia'])
      expect((await (await story.as(key)).get(`/api/episodes/${AVA}`)).status).toBe(200);
  });

  it('the database refuses to write down content shown without a reason', async () => {
    await story.as('uma');
    const client = await story.program.database.admin.connect();
    try {
      const token = randomUUID();
      await client.query(
        `insert into sec.session (token_hash, user_id, membership_id, csrf_hash, idle, expires_at)
         select sha256(convert_to($1, 'UTF8')), u.id, m.id, sha256('x'), interval '1 hour', clock_timestamp() + interval '1 hour'
         from app.app_user u join app.membership m on m.user_id = u.id where u.full_name = 'Uma Brandt'`,
        [token],
      );
      await client.query('begin; set local role app_user');
      await client.query('select sec.enter($1, null, null)', [token]);
      await expect(
        client.query(
          `select audit.record('plan.viewed', 'ALLOW', $1, null, null, null, null, null, null, null, null)`,
          [AVA],
        ),
      ).rejects.toMatchObject({ code: 'EN001' });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
