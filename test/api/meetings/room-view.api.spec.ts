import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agencyId, episodeId, fixtureId, personId, userId } from '@encircle/shared/fixture';
import { MINUTE_CATEGORIES } from '@encircle/shared/meetings';
import type { RoomView } from '@encircle/shared/room-view';
import type { Client } from '../../kit/program.js';
import { GuardedReader } from '../../kit/guarded-reader.js';
import { compareWalls, meetingWorld } from '../../kit/rooms.js';
import { startStory, type StoryProgram } from '../../kit/story.js';

const E1 = episodeId('E1');
const MEETINGS = [fixtureId('meeting', 'ava-first'), fixtureId('meeting', 'ava-review-1')];
const REVIEW = MEETINGS[1] ?? '';
/** A few sets of `npm run prove -- room-view`; other words with ENCIRCLE_SEED. */
const SEED = Number(process.env['ENCIRCLE_SEED']);
const SETS = 8;

let story: StoryProgram;
let lena: Client;
let guard: GuardedReader;

const rows = <T extends object = Record<string, unknown>>(
  sql: string,
  values: unknown[] = [],
): Promise<T[]> => story.program.rows<T>(sql, values);
const wall = (meeting: string) => lena.get<RoomView>(`/api/meetings/${meeting}/room-view`);

/** These came; the others did not. */
async function here(meeting: string, people: readonly string[]): Promise<void> {
  const ids = people.flatMap((key) => [fixtureId('person', key), fixtureId('user', key)]);
  await rows(
    `update app.invitation set attendance = case when user_id = $2 or user_id = any ($3) or person_id = any ($3)
       then 'ATT' else 'DNA' end where meeting_id = $1`,
    [meeting, userId('lena'), ids],
  );
}

/** A line, a hope, an action and a word on it of every kind of information, each with a word of its own. */
async function everyKind(): Promise<void> {
  const [plan] = await rows<{ id: string }>(`select id from app.plan where episode_id = $1`, [E1]);
  const label = `episode_id, subject_id, about_person_id, category, source_agency_id, author_id, created_by`;
  for (const [n, category] of MINUTE_CATEGORIES.entries()) {
    const about = ['ADULT', 'DV', 'OFFENCE'].includes(category) ? personId('mia') : null;
    const values = [E1, personId('ava'), about, category, agencyId('northway'), userId('lena')];
    const word = (what: string): string => `zq${what}${n}x`;
    for (const meeting of MEETINGS)
      await rows(
        `insert into app.minute (${label}, meeting_id, kind, text, position)
         values ($1, $2, $3, $4, $5, $6, $6, $7, 'POINT', $8, 90)`,
        [...values, meeting, word('line')],
      );
    const hope = randomUUID();
    await rows(
      `insert into app.outcome (id, ${label}, plan_id, position, statement, agreed_with, scale_low, scale_high, better, status)
       values ($7, $1, $2, $3, $4, $5, $6, $6, $8, 90, $9, '{}', 0, 10, 'HIGHER', 'OPEN')`,
      [...values, hope, plan?.id, word('hope')],
    );
    const action = randomUUID();
    await rows(
      `insert into app.action (id, ${label}, plan_id, outcome_id, position, text, owner_user_id, owner_agency_id, by_when, status)
       values ($7, $1, $2, $3, $4, $5, $6, $6, $8, $9, 90, $10, $6, $5, '2026-04-01', 'AGREED')`,
      [...values, action, plan?.id, hope, word('action')],
    );
    await rows(
      `insert into app.action_comment (${label}, action_id, text) values ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
      [...values, action, word('comment')],
    );
  }
}

/** What the guard of the database lets this person read of the meeting and its plan: the second copy of the rules. */
const READABLE = `
  select text as word from app.minute where meeting_id = $1
  union all select statement from app.outcome where episode_id = $2
  union all select text from app.action where episode_id = $2
  union all select text from app.action_comment where episode_id = $2`;

const wordsIn = (text: string): string[] => [...new Set(text.match(/zq[a-z]+\d+x/g) ?? [])].sort();

beforeAll(async () => {
  story = await startStory(null, { avasTeamsWork: true });
  lena = await story.as('lena');
  guard = new GuardedReader(story.program.database);
});
afterAll(async () => {
  await guard.close();
  await story.program.stop();
});

describe('the room view of a meeting', () => {
  it('leaves no trace of what one of them may not see: place, count and order are as if it were not there', async () => {
    await here(REVIEW, ['yusuf']);
    const before = await wall(REVIEW);
    expect(before.status).toBe(200);
    expect(before.body.plan?.plan?.actions.length).toBeGreaterThan(0);
    await everyKind();
    const shared = (await guard.as(await story.as('yusuf'), READABLE, [REVIEW, E1])).filter((word) =>
      word.startsWith('zq'),
    );
    for (const table of ['action_comment', 'action', 'outcome', 'minute'])
      await rows(
        `update app.${table} set category = 'IMMIG' where ${table === 'outcome' ? 'statement' : 'text'} = any ($1)`,
        [shared],
      );
    const after = await wall(REVIEW);
    expect(after.text).toBe(before.text);
    for (const table of ['action_comment', 'action', 'outcome', 'minute'])
      await rows(`delete from app.${table} where ${table === 'outcome' ? 'statement' : 'text'} like 'zq%'`);
  });

  it(`holds for sets of people present what each of them may read, and nothing else (seed ${SEED})`, async () => {
    const world = meetingWorld(story.program, guard);
    const { figures, found, holds } = await compareWalls(world, { most: SETS, seed: SEED, ids: MEETINGS });
    expect(found).toEqual([]);
    expect(holds).toBe(true);
    expect(figures).toMatchObject({ meetings: 2, sets: 2 * SETS, toggles: 2, notRun: 0 });
    await everyKind();
  });

  it('counts whoever is not yet marked as here, and a deputy as the service that sent them', async () => {
    await here(REVIEW, ['mia']);
    const [few, many] = [async () => wordsIn((await wall(REVIEW)).text).length, wall];
    const alone = await few();
    await rows(`update app.invitation set attendance = null where meeting_id = $1 and user_id = $2`, [
      REVIEW,
      userId('carl'),
    ]);
    const unmarked = await few();
    await here(REVIEW, ['mia', 'carl']);
    expect([unmarked < alone, unmarked]).toEqual([true, await few()]);
    await rows(
      `update app.invitation set attendance = 'DEP', deputy_name = 'Somebody' where meeting_id = $1 and user_id = $2`,
      [REVIEW, userId('carl')],
    );
    const deputy = wordsIn((await many(REVIEW)).text);
    const carls = new Set(await guard.as(await story.as('carl'), READABLE, [REVIEW, E1]));
    expect(deputy.filter((word) => !carls.has(word))).toEqual([]);
  });

  it('is empty for somebody the family has not agreed to, and says so to nobody', async () => {
    await here(REVIEW, []);
    await rows(
      `insert into app.invitation (episode_id, meeting_id, subject_id, category, source_agency_id, author_id, created_by, guest_name,
         agency_id, professional_role, is_family, invited_on, attendance)
       values ($1, $2, $3, 'MEETING', $4, $5, $5, 'A guest', $6, 'OTHER', false, '2026-03-01', 'ATT')`,
      [E1, REVIEW, personId('ava'), agencyId('northway'), userId('lena'), agencyId('havenside')],
    );
    const { meeting, plan } = (await wall(REVIEW)).body;
    expect([meeting.minutes, meeting.invitations, plan, meeting.child.name, meeting.place]).toEqual([
      [],
      [],
      null,
      null,
      null,
    ]);
    await rows(`delete from app.invitation where guest_name = 'A guest'`);
  });

  it('is for who runs the meeting, is written down, and nobody else learns that there is one', async () => {
    await here(REVIEW, ['mia']);
    const { body } = await wall(REVIEW);
    const [look] = await rows<{ action: string; categories: string[]; actor_id: string }>(
      `select action, categories, actor_id from audit.entry where episode_id = $1 order by id desc limit 1`,
      [E1],
    );
    expect(look).toMatchObject({ action: 'meeting.room-shown', actor_id: userId('lena') });
    expect(look?.categories).toEqual(expect.arrayContaining(['MEETING', 'PLAN']));
    expect(body.meeting.invitations.map(({ name }) => name)).toContain('Lena Marsh');
    const hana = await story.as('hana');
    expect((await hana.get(`/api/meetings/${REVIEW}/room-view`)).status).toBe(403);
    const viv = await story.as('viv');
    const [hidden, random, nonsense] = [
      await viv.get(`/api/meetings/${REVIEW}/room-view`),
      await viv.get(`/api/meetings/${randomUUID()}/room-view`),
      await viv.get(`/api/meetings/nonsense/room-view`),
    ];
    expect([hidden.status, hidden.text, nonsense.text]).toEqual([404, random.text, random.text]);
  });
});
