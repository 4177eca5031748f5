import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aPlannedMeeting, avaWorld, invitationOf, type AvaWorld, type Planned } from '../../factories/ava.js';
import { onTheCase } from '../../factories/episodes.js';
import { aWorker } from '../../factories/people.js';
import { Program, type Client } from '../../kit/program.js';

let program: Program;
let world: AvaWorld;
let lena: Client;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-02-02T09:00:00Z');
});
afterAll(() => program.stop());
beforeEach(async () => {
  world = await avaWorld(program);
  lena = await program.as(world.lena.email);
});

const body = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'INITIAL_TAC',
  date: '2026-02-24',
  time: '15:45',
  mode: 'IN_PERSON',
  invitees: [{ userId: world.hana.id }],
  ...over,
});

const plan = (who: Client, over: Record<string, unknown> = {}) =>
  who.post<{ code: string; fields: Record<string, string[]> }>(
    `/api/episodes/${world.episode.id}/meetings`,
    body(over),
  );

describe('planning a meeting', () => {
  it('plans the first meeting, moves the case to its next stage and leaves an audit row', async () => {
    const meeting = await aPlannedMeeting(lena, world);
    expect(meeting).toMatchObject({
      status: 'PLANNED',
      plannedAt: '2026-02-24T15:45:00.000Z',
      place: 'Northway Primary, library',
      chairName: 'Lena Marsh',
      child: { name: 'Ava', age: 9 },
      warnings: [],
      mayRun: true,
    });
    expect(meeting.invitations.map((each) => each.name)).toEqual([
      'Mia Ames',
      'Lena Marsh',
      'Carl Whitlock',
      'Hana Siddiqui',
      'Yusuf Demir',
    ]);
    const [episode] = await program.rows<{ state: string }>('select state from app.episode where id = $1', [
      world.episode.id,
    ]);
    expect(episode?.state).toBe('TAC_PLANNED');
    const audited = await program.rows(
      `select action from audit.entry where episode_id = $1 and action = 'meeting.planned' and outcome = 'ALLOW'`,
      [world.episode.id],
    );
    expect(audited).toHaveLength(1);
  });

  it('warns of weekends, bank holidays and short notice, and plans all the same', async () => {
    const answer = await lena.post<{ warnings: { code: string }[] }>(
      `/api/episodes/${world.episode.id}/meetings`,
      body({ date: '2026-04-06' }),
    );
    expect(answer.body.warnings.map((each) => each.code)).toEqual(['BANK_HOLIDAY', 'AFTER_DUE']);
    const soon = await lena.post<{ warnings: { code: string }[]; invitations: { shortNotice: boolean }[] }>(
      `/api/episodes/${world.episode.id}/meetings`,
      body({ type: 'EXTRAORDINARY', date: '2026-02-07' }),
    );
    expect(soon.body.warnings.map((each) => each.code)).toEqual(['WEEKEND', 'SHORT_NOTICE']);
    expect(soon.body.invitations[0]?.shortNotice).toBe(true);
    const need = (value: object) =>
      program.rows(
        `insert into app.person_fact (person_id, category, key, value, created_by)
         values ($1, 'IDENT', 'interpreter', $2, $3) on conflict (person_id, key) do update set value = excluded.value`,
        [world.ava.id, JSON.stringify(value), world.lena.id],
      );
    const warned = async (): Promise<string[]> => {
      const again = await lena.get<{ warnings: { words: string }[] }>(
        `/api/meetings/${(answer.body as unknown as { id: string }).id}`,
      );
      return again.body.warnings.map(({ words }) => words);
    };
    await need({ needed: true, language: 'Polish' });
    expect(await warned()).toContain('An interpreter or signer is needed (Polish) and not arranged yet');
    await need({ needed: true, language: 'Polish', arranged: true });
    expect((await warned()).join()).not.toContain('interpreter');
  });

  it('blocks a service the family refused, says whose no it is, and nothing reaches that service', async () => {
    const answer = await plan(lena, { invitees: [{ userId: world.hana.id }, { userId: world.viv.id }] });
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('REFUSED_BY_FAMILY');
    expect(answer.body.fields['invitees.1.userId']).toEqual([
      `Mia said no to ${world.havenside.name}. Viv Stone cannot be invited`,
    ]);
    const guest = await plan(lena, {
      invitees: [{ guest: { name: 'A Housing Friend', agencyId: world.havenside.id } }],
    });
    expect(guest.body.code).toBe('REFUSED_BY_FAMILY');
    expect(
      await program.rows('select 1 from app.meeting where episode_id = $1', [world.episode.id]),
    ).toHaveLength(0);
    expect(
      await program.rows('select 1 from app.outbox where episode_id = $1', [world.episode.id]),
    ).toHaveLength(0);
    const viv = await program.as(world.viv.email);
    expect((await viv.get<{ items: unknown[] }>('/api/my/meetings')).body).toEqual({ items: [], next: null });
    const [x] = await program.rows<{ state: string }>('select state from app.episode where id = $1', [
      world.episode.id,
    ]);
    expect(x?.state).toBe('ASSESSED');
  });

  it('wants a worker of the team, not any worker, and names each field that is wrong', async () => {
    const stranger = await aWorker(program, world.health, { fullName: 'Nora Ash' });
    const answer = await plan(lena, { invitees: [{ userId: stranger.id }] });
    expect(answer.body.fields['invitees.0.userId']).toEqual(['Ask Nora Ash to join the team first']);
    const wrong = await plan(lena, { date: '2026-02-30', time: '25:00', mode: 'PIGEON', invitees: [] });
    expect(wrong.status).toBe(400);
    expect(Object.keys(wrong.body.fields).sort()).toEqual(['date', 'invitees', 'mode', 'time']);
    const twice = await plan(lena, { invitees: [{ userId: world.hana.id }, { userId: world.hana.id }] });
    expect(twice.body.fields['invitees.1']).toEqual(['This person is invited already']);
    const chair = await plan(lena, { chairId: stranger.id });
    expect(chair.body.fields['chairId']).toEqual(['Choose a worker of the team']);
  });

  it('lets only those who run the meetings plan one', async () => {
    const hana = await program.as(world.hana.email);
    expect((await plan(hana)).status).toBe(403);
    const viv = await program.as(world.viv.email);
    const hidden = await plan(viv);
    const random = await viv.post(`/api/episodes/${randomUUID()}/meetings`, body());
    expect([hidden.status, hidden.text]).toEqual([404, random.text]);
  });

  it('does not plan a second first meeting, nor a review before there is a plan', async () => {
    await aPlannedMeeting(lena, world);
    expect((await plan(lena)).body.code).toBe('FIRST_MEETING_THERE');
    expect((await plan(lena, { type: 'REVIEW_TAC' })).body.code).toBe('WRONG_STATE');
  });
});

describe('answers, moving and calling off', () => {
  let meeting: Planned;
  beforeEach(async () => {
    meeting = await aPlannedMeeting(lena, world);
  });

  it('takes the answer of the invited worker, and of others only through who runs the meeting', async () => {
    const hana = await program.as(world.hana.email);
    const own = invitationOf(meeting, world.hana);
    const answered = await hana.post<Planned>(`/api/invitations/${own.id}/answer`, {
      version: 1,
      answer: 'COMING',
    });
    expect(answered.status).toBe(201);
    expect(answered.body.invitations.find((each) => each.id === own.id)).toMatchObject({
      rsvp: 'COMING',
      version: 2,
    });
    const carls = invitationOf(meeting, world.carl);
    expect(
      (await hana.post(`/api/invitations/${carls.id}/answer`, { version: 1, answer: 'COMING' })).status,
    ).toBe(403);
    const forCarl = await lena.post<Planned>(`/api/invitations/${carls.id}/answer`, {
      version: 1,
      answer: 'SENDING_REPORT',
    });
    expect(forCarl.text).toContain('SENDING_REPORT');
    expect(forCarl.body.invitations.find((each) => each.id === carls.id)).toMatchObject({
      rsvp: 'SENDING_REPORT',
      reportDueOn: '2026-02-24',
    });
    const late = await lena.post<{ code: string }>(`/api/invitations/${carls.id}/answer`, {
      version: 1,
      answer: 'COMING',
    });
    expect([late.status, late.body.code]).toEqual([409, 'STALE']);
  });

  it('keeps the old date, why and who asked when it is moved, and asks everyone again', async () => {
    const answer = await lena.patch<Planned & { earlier: unknown[]; id: string }>(
      `/api/meetings/${meeting.id}`,
      {
        version: meeting.version,
        change: 'MOVE',
        reason: 'Carl is ill',
        askedBy: 'Carl',
        date: '2026-03-03',
        time: '09:30',
      },
    );
    expect(answer.status).toBe(200);
    expect(answer.body.id).not.toBe(meeting.id);
    expect(answer.body).toMatchObject({
      plannedAt: '2026-03-03T09:30:00.000Z',
      place: 'Northway Primary, library',
      earlier: [
        {
          id: meeting.id,
          plannedAt: '2026-02-24T15:45:00.000Z',
          status: 'POSTPONED',
          reason: 'Carl is ill',
          askedBy: 'Carl',
        },
      ],
    });
    expect(answer.body.invitations).toHaveLength(5);
    const old = await program.rows<{ attendance: string }>(
      'select attendance from app.invitation where meeting_id = $1',
      [meeting.id],
    );
    expect(old.every((each) => each.attendance === 'MTG_CAN')).toBe(true);
    const moves = await program.rows<{ transition: string }>(
      `select transition from app.episode_move where episode_id = $1 and transition = 'T17'`,
      [world.episode.id],
    );
    expect(moves).toHaveLength(1);
  });

  it('cancels with a reason only, and marks everyone as not held', async () => {
    const bare = await lena.patch<{ fields: Record<string, string[]> }>(`/api/meetings/${meeting.id}`, {
      version: 1,
      change: 'CANCEL',
    });
    expect(bare.body.fields['reason']).toEqual(['Say why the meeting does not go ahead']);
    const off = await lena.patch<{ status: string; invitations: { attendance: string }[] }>(
      `/api/meetings/${meeting.id}`,
      {
        version: 1,
        change: 'CANCEL',
        reason: 'Snow',
      },
    );
    expect(off.body.status).toBe('CANCELLED');
    expect(new Set(off.body.invitations.map((each) => each.attendance))).toEqual(new Set(['MTG_CAN']));
    const again = await lena.patch<{ code: string }>(`/api/meetings/${meeting.id}`, {
      version: 2,
      change: 'CANCEL',
      reason: 'Snow',
    });
    expect([again.status, again.body.code]).toEqual([422, 'MEETING_OFF']);
  });

  it('answers a stale change with what is stored', async () => {
    await lena.patch(`/api/meetings/${meeting.id}`, { version: 1, change: 'DETAILS', levelAgreed: 3 });
    const stale = await lena.patch<{ code: string; data: { stored: { levelAgreed: number } } }>(
      `/api/meetings/${meeting.id}`,
      {
        version: 1,
        change: 'DETAILS',
        levelAgreed: 2,
      },
    );
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE']);
    expect(stale.body.data.stored.levelAgreed).toBe(3);
  });

  it('is, to an outsider, what a random id is', async () => {
    const viv = await program.as(world.viv.email);
    const [seen, random] = [
      await viv.get(`/api/meetings/${meeting.id}`),
      await viv.get(`/api/meetings/${randomUUID()}`),
    ];
    expect([seen.status, seen.text]).toEqual([404, random.text]);
    expect((await viv.get(`/api/meetings/none`)).text).toBe(random.text);
  });

  it('hides the invitation of a sensitive worker from those the agreement does not name', async () => {
    const mind = await aWorker(program, world.camhs, { fullName: 'Dr Quiet' });
    await onTheCase(program, world.episode.id, mind, 'TACM', { sensitiveClass: 'SENS_MH' });
    const invited = await lena.post<Planned>(`/api/meetings/${meeting.id}/invitations`, {
      invitees: [{ userId: mind.id }],
    });
    expect(invited.body.invitations.map((each) => each.name)).toContain('Dr Quiet');
    expect(invited.body.version).toBe(meeting.version);
    const yusuf = await program.as(world.yusuf.email);
    const seen = await yusuf.get<Planned>(`/api/meetings/${meeting.id}`);
    expect(seen.text).not.toContain('Dr Quiet');
    expect(seen.body.invitations).toHaveLength(5);
    const hana = await program.as(world.hana.email);
    expect((await hana.get<Planned>(`/api/meetings/${meeting.id}`)).text).toContain('Dr Quiet');
  });
});
