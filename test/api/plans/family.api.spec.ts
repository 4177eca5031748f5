import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aPlannedMeeting, avaWorld, type AvaWorld } from '../../factories/ava.js';
import { aFamilyAccount, anAdult, relativeOf } from '../../factories/children.js';
import { Program, type Client } from '../../kit/program.js';
import { claiming } from './claiming.js';

let program: Program;
let world: AvaWorld;
let lena: Client;
let meetingId: string;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-02-02T09:00:00Z');
  world = await avaWorld(program);
  await program.rows(`update app.relationship set portal = 'VERIFIED' where person_id = $1`, [world.mia.id]);
  lena = await program.as(world.lena.email);
  meetingId = (await aPlannedMeeting(lena, world)).id;
  await lena.post(`/api/meetings/${meetingId}/minutes`, {
    kind: 'QUESTION',
    text: 'Can I keep library mornings?',
  });
  await lena.post(`/api/meetings/${meetingId}/minutes`, {
    kind: 'POINT',
    text: 'ZQ7 adult matter',
    category: 'ADULT',
    aboutPersonId: world.mia.id,
  });
  await lena.post(`/api/meetings/${meetingId}/minutes`, {
    kind: 'POINT',
    text: 'ZQ7 neighbour rang',
    category: 'THIRD',
  });
  const plan = await lena.post<{ plan: { id: string } }>(`/api/episodes/${world.episode.id}/plan`, {});
  await lena.post(`/api/plans/${plan.body.plan.id}/outcomes`, { statement: 'Calmer mornings' });
});
afterAll(() => program.stop());

describe('meetings and plans for the family', () => {
  it('shows a parent the child’s plan and meeting, their own matters, and nothing a third party said', async () => {
    const mia = await program.as((await aFamilyAccount(program, world.mia, 'PAR')).email);
    const plan = await mia.get<{ plan: { outcomes: object[] }; mayLead: boolean }>(
      `/api/episodes/${world.episode.id}/plan`,
    );
    expect([plan.status, plan.body.plan.outcomes.length, plan.body.mayLead]).toEqual([200, 1, false]);
    const meeting = await mia.get<{ minutes: { text: string }[]; mayRun: boolean }>(
      `/api/meetings/${meetingId}`,
    );
    expect([meeting.status, meeting.body.mayRun]).toEqual([200, false]);
    expect(meeting.body.minutes.map((line) => line.text)).toEqual(
      expect.arrayContaining(['Can I keep library mornings?', 'ZQ7 adult matter']),
    );
    expect(meeting.text).not.toContain('neighbour');
    const week = await mia.get<{ items: object[] }>('/api/my/week');
    expect([week.status, week.body.items]).toEqual([200, []]);
  });

  it('lets a parent change nothing', async () => {
    const mia = await program.as((await aFamilyAccount(program, world.mia, 'PAR')).email);
    const answers = [
      await mia.post(`/api/episodes/${world.episode.id}/meetings`, {}),
      await mia.patch(`/api/meetings/${meetingId}`, { version: 1, change: 'CANCEL', reason: 'x' }),
      await mia.put(`/api/meetings/${meetingId}/attendance`, {
        version: 1,
        entries: [{ invitationId: randomUUID(), code: 'ATT' }],
      }),
      await mia.post(`/api/episodes/${world.episode.id}/close`, {
        reason: 'NEEDS_MET',
        closureDate: '2026-02-02',
      }),
    ];
    expect(answers.map((each) => each.status).every((status) => status === 404 || status === 400)).toBe(true);
    expect(
      await program.rows(`select 1 from app.meeting where id = $1 and status = 'PLANNED'`, [meetingId]),
    ).toHaveLength(1);
  });

  it('tells a parent without responsibility, and a parent not yet asked, no more than a random id does', async () => {
    const sol = await anAdult(program, { givenNames: 'Sol' });
    await relativeOf(program, world.ava, sol, { kind: 'STEP_PARENT', hasPr: 'NO' });
    const account = await program.as((await aFamilyAccount(program, sol, 'ADLT')).email);
    const [seen, random] = [
      await account.get(`/api/meetings/${meetingId}`),
      await account.get(`/api/meetings/${randomUUID()}`),
    ];
    expect([seen.status, seen.text]).toEqual([404, random.text]);
  });
});

claiming(() => program);
