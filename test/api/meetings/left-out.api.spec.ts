import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { episodeId, personId, userId } from '@encircle/shared/fixture';
import type { LeftOutList, MeetingView } from '@encircle/shared/meetings';
import type { Answer } from '../../kit/program.js';
import { startStory, type StoryProgram } from '../../kit/story.js';

let story: StoryProgram;
let meeting: MeetingView;
const E1 = episodeId('E1');
const OUT = {
  personId: personId('sol'),
  code: 'NOT_INVITED_SAFETY',
  reason: 'He shouted at Mia at the last meeting',
};
type Refused = { code: string; fields: Record<string, string[]> };

const list = async (key: string, id = meeting.id): Promise<Answer<LeftOutList>> =>
  (await story.as(key)).get(`/api/meetings/${id}/left-out`);
const leaveOut = async (
  key: string,
  over: object = {},
  id = meeting.id,
): Promise<Answer<LeftOutList & Refused>> =>
  (await story.as(key)).post(`/api/meetings/${id}/left-out`, { ...OUT, ...over });
const undo = async (key: string, id: string, version = 1): Promise<Answer<LeftOutList>> =>
  (await story.as(key)).post(`/api/left-out/${id}/undo`, { version });
const without = (answer: Answer): unknown[] => [
  answer.status,
  answer.text.replace(/"reference":"[^"]*"/, ''),
];

beforeAll(async () => {
  story = await startStory(null, { avasTeamsWork: true });
  const lena = await story.as('lena');
  const planned = await lena.post<MeetingView>(`/api/episodes/${E1}/meetings`, {
    type: 'REVIEW_TAC',
    date: '2026-04-14',
    time: '15:30',
    mode: 'IN_PERSON',
    invitees: [{ userId: userId('hana') }, { userId: userId('yusuf') }, { personId: personId('mia') }],
  });
  expect(planned.status).toBe(201);
  meeting = planned.body;
});
afterAll(() => story.program.stop());

describe('somebody of the family who is not invited', () => {
  it('is named with a reason by whoever runs the meeting, and the answers that are wrong are named', async () => {
    const wrong = async (over: object): Promise<string[]> =>
      Object.keys((await leaveOut('lena', over)).body.fields);
    expect(await wrong({ personId: 'x', code: 'X', reason: ' ' })).toEqual(
      expect.arrayContaining(['personId', 'code', 'reason']),
    );
    expect(await wrong({ personId: personId('rob') })).toEqual(['personId']);
    expect(await wrong({ personId: personId('mia') })).toEqual(['personId']);
    expect((await leaveOut('yusuf')).body.code).toBe('NOT_YOURS_TO_RUN');
    const done = await leaveOut('lena');
    expect([done.status, done.body.items.map(({ name, code }) => [name, code])]).toEqual([
      201,
      [[expect.stringMatching(/^Sol/), 'NOT_INVITED_SAFETY']],
    ]);
    expect((await leaveOut('lena')).body.code).toBe('ALREADY_THERE');
    const audit = await story.program.rows(`select 1 from audit.entry where action = 'meeting.left-out'`);
    expect(audit.length).toBe(1);
  });

  it('is no invitation: the list of those asked and its count do not change', async () => {
    const seen = await (await story.as('hana')).get<MeetingView>(`/api/meetings/${meeting.id}`);
    expect(seen.body.invitations.length).toBe(meeting.invitations.length);
    expect(seen.text).not.toMatch(/shouted|Sol/);
    expect((await list('hana')).text).toContain('shouted');
  });

  it('tells nobody outside, and nobody of the family', async () => {
    const [item] = (await list('lena')).body.items;
    for (const key of ['wes', 'viv', 'sid', 'pia', 'ben', 'carl']) {
      const nowhere = randomUUID();
      if (key !== 'carl') {
        expect(without(await list(key))).toEqual(without(await list(key, nowhere)));
        expect(without(await leaveOut(key))).toEqual(without(await leaveOut(key, {}, nowhere)));
      }
      expect((await undo(key, item?.id ?? '')).status).toBeGreaterThanOrEqual(403);
    }
    expect((await list('mia')).text).not.toMatch(/shouted|Sol/);
  });

  it('cannot be invited until it is undone, and stays out of the meeting that takes its place', async () => {
    const lena = await story.as('lena');
    const invite = (): Promise<Answer<MeetingView & Refused>> =>
      lena.post(`/api/meetings/${meeting.id}/invitations`, { invitees: [{ personId: personId('sol') }] });
    expect(Object.keys((await invite()).body.fields)).toEqual(['invitees.0']);
    const moved = await lena.patch<MeetingView>(`/api/meetings/${meeting.id}`, {
      version: meeting.version,
      change: 'MOVE',
      reason: 'The hall is taken that day',
      date: '2026-04-21',
      time: '15:30',
    });
    expect(moved.status).toBe(200);
    meeting = moved.body;
    const [kept] = (await list('lena')).body.items;
    expect(kept).toMatchObject({ code: 'NOT_INVITED_SAFETY', reason: OUT.reason });
    expect((await undo('lena', kept?.id ?? '', 9)).status).toBe(409);
    expect((await undo('lena', kept?.id ?? '')).body.items).toEqual([]);
    expect((await invite()).status).toBe(201);
  });
});
