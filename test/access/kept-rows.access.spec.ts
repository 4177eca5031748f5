import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyKept } from '../kit/kept-rows.js';
import { startStory, type StoryProgram } from '../kit/story.js';

/** What lists are driven by and guards compare is worked out again from the facts, before and after the story is used. */
let story: StoryProgram;

beforeAll(async () => {
  story = await startStory(null, { avasTeamsWork: true });
});
afterAll(() => story.program.stop());

const e1 = (): string => {
  const id = story.story.episodes.find(({ key }) => key === 'E1')?.id;
  if (!id) throw new Error('the story has no E1');
  return id;
};

describe('rows that are kept because a list or a guard compares them', () => {
  it('are as the facts say when the story begins', async () => {
    const { rows, differences } = await verifyKept(story.program.database);
    expect(differences).toEqual([]);
    for (const name of ['app.case_grant', 'app.edge.read_until', 'sec.match_key'])
      expect([name, rows[name]]).not.toEqual([name, 0]);
  });

  it('and after people came and went, agreement ended and time passed', async () => {
    const lena = await story.as('lena');
    const [line] = await story.program.rows<{ giver: string }>(
      `select giver_person_id as giver from app.consent_line where episode_id = $1 and category = 'HEALTH' limit 1`,
      [e1()],
    );
    const withdrawn = await lena.post(`/api/episodes/${e1()}/consents/withdraw`, {
      giverPersonId: line?.giver,
      how: 'PHONE',
      scope: 'CATEGORY',
      category: 'HEALTH',
    });
    expect(withdrawn.status).toBe(200);
    await story.program.rows(
      `update app.edge set until_at = sec.now(), ended_reason = 'LEFT' where episode_id = $1 and kind = 'TACM'
         and until_at = 'infinity' and id = (select min(e.id::text)::uuid from app.edge e where e.episode_id = $1 and e.kind = 'TACM'
           and e.until_at = 'infinity')`,
      [e1()],
    );
    await story.at('2026-03-20');
    expect((await verifyKept(story.program.database)).differences).toEqual([]);
  });

  it('and a row that was changed behind their back is named', async () => {
    const { admin } = story.program.database;
    await admin.query(
      `update app.case_grant set open = not open where (principal_id, episode_id) =
         (select g.principal_id, g.episode_id from app.case_grant g where g.episode_id = $1 limit 1)`,
      [e1()],
    );
    await admin.query(
      `update app.consent_line set team_read_until = team_read_until + interval '1 day' where id =
         (select l.id from app.consent_line l where isfinite(l.team_read_until) limit 1)`,
    );
    await admin.query(
      `delete from sec.match_key where (person_id, kind, key) in (select k.person_id, k.kind, k.key from sec.match_key k limit 1)`,
    );
    const { differences } = await verifyKept(story.program.database);
    expect(differences.filter((line) => /: \d+$/.test(line))).toEqual([
      'app.case_grant: 2',
      'app.consent_line.until_at, team_read_until, lead_read_until: 2',
      'sec.match_key: 1',
    ]);
  });
});
