import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aPlannedMeeting, avaWorld, type AvaWorld, type Planned } from '../../factories/ava.js';
import { Program, type Client } from '../../kit/program.js';

interface Seen extends Planned {
  minutes: {
    id: string;
    text: string;
    position: number;
    version: number;
    category: string;
    answered: string | null;
  }[];
  minutesStatus: string;
  code: string;
}

let program: Program;
let world: AvaWorld;
let lena: Client;
let yusuf: Client;
let meeting: Planned;

beforeAll(async () => {
  program = await Program.start();
});
afterAll(() => program.stop());
beforeEach(async () => {
  await program.setNow('2026-02-02T09:00:00Z');
  world = await avaWorld(program);
  lena = await program.as(world.lena.email);
  yusuf = await program.as(world.yusuf.email);
  meeting = await aPlannedMeeting(lena, world);
  await program.setNow('2026-02-24T16:00:00Z');
});

const add = (body: object) => lena.post<Seen>(`/api/meetings/${meeting.id}/minutes`, body);

describe('minutes', () => {
  it('keeps points, decisions, questions and things for later as lines of their own', async () => {
    await add({ kind: 'QUESTION', text: 'Can I keep library mornings?', saidBy: 'Ava' });
    await add({ kind: 'POINT', text: 'Mornings are calmer', saidBy: 'Lena' });
    await add({ kind: 'DECISION', code: 'LP_CONFIRMED', text: 'Lena stays' });
    const last = await add({ kind: 'PARKED', text: 'Summer club: ask in June' });
    expect(last.status).toBe(201);
    expect(last.body.minutes.map((line) => [line.position, line.text])).toEqual([
      [1, 'Can I keep library mornings?'],
      [2, 'Mornings are calmer'],
      [3, 'Lena stays'],
      [4, 'Summer club: ask in June'],
    ]);
    const question = last.body.minutes[0];
    const answered = await lena.patch<Seen>(`/api/meetings/${meeting.id}/minutes`, {
      minuteId: question?.id,
      version: question?.version,
      answered: 'Yes, all summer term',
    });
    expect(answered.body.minutes[0]).toMatchObject({ answered: 'Yes, all summer term', version: 2 });
    const stale = await lena.patch<Seen>(`/api/meetings/${meeting.id}/minutes`, {
      minuteId: question?.id,
      version: 1,
      text: 'Other words',
    });
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE']);
  });

  it('leaves no trace of a hidden line: version, time, places and counts stay as they were for others', async () => {
    await add({ kind: 'POINT', text: 'Mornings are calmer' });
    const before = await yusuf.get<Seen>(`/api/meetings/${meeting.id}`);
    const listed = await yusuf.get(`/api/episodes/${world.episode.id}/meetings`);
    const hidden = await add({ kind: 'POINT', text: 'ZQ7 counselling began', category: 'SENS_MH' });
    expect(hidden.body.minutes.map((line) => line.text)).toContain('ZQ7 counselling began');
    expect((await yusuf.get(`/api/meetings/${meeting.id}`)).text).toBe(before.text);
    expect((await yusuf.get(`/api/episodes/${world.episode.id}/meetings`)).text).toBe(listed.text);
    const after = await add({ kind: 'POINT', text: 'Bedtimes are better' });
    expect(after.body.version).toBe(meeting.version);
    expect(
      (await yusuf.get<Seen>(`/api/meetings/${meeting.id}`)).body.minutes.map((line) => line.position),
    ).toEqual([1, 2]);
    const hana = await program.as(world.hana.email);
    expect((await hana.get<Seen>(`/api/meetings/${meeting.id}`)).body.minutes).toHaveLength(3);
  });

  it('previews for each recipient what they may see, and sends', async () => {
    await add({ kind: 'POINT', text: 'Mornings are calmer' });
    await add({ kind: 'POINT', text: 'ZQ7 counselling began', category: 'SENS_MH' });
    const preview = await lena.get<{
      recipients: { name: string; heldBack: number; minutes: { text: string }[] }[];
    }>(`/api/meetings/${meeting.id}/minutes/preview`);
    const seen = Object.fromEntries(
      preview.body.recipients.map((each) => [each.name, [each.minutes.length, each.heldBack]]),
    );
    expect(seen).toEqual({
      'Lena Marsh': [2, 0],
      'Hana Siddiqui': [2, 0],
      'Yusuf Demir': [1, 1],
      'Carl Whitlock': [1, 1],
    });
    const early = await lena.post<Seen>(`/api/meetings/${meeting.id}/minutes/send`, {
      version: meeting.version,
    });
    expect([early.status, early.body.code]).toEqual([422, 'MEETING_NOT_HELD']);
    await program.rows(`update app.meeting set status = 'HELD', held_at = planned_at where id = $1`, [
      meeting.id,
    ]);
    const sent = await lena.post<Seen>(`/api/meetings/${meeting.id}/minutes/send`, {
      version: meeting.version,
    });
    expect(sent.body.minutesStatus).toBe('CIRCULATED');
    const told = await program.rows<{ payload: object }>(
      `select payload from app.outbox where topic = 'meeting.minutes'`,
    );
    expect(told).toHaveLength(3);
    expect(
      told.every((each) => JSON.stringify(each.payload) === JSON.stringify({ meetingId: meeting.id })),
    ).toBe(true);
    const more = await add({ kind: 'POINT', text: 'One more thing' });
    expect(more.body.minutesStatus).toBe('AMENDED');
  });

  it('names the field that is wrong, and is for who runs the meeting', async () => {
    const wrong = await add({ kind: 'GOSSIP', text: '' });
    expect(Object.keys((wrong.body as unknown as { fields: object }).fields).sort()).toEqual([
      'kind',
      'text',
    ]);
    const hana = await program.as(world.hana.email);
    const body = { kind: 'POINT', text: 'Something' };
    expect((await hana.post(`/api/meetings/${meeting.id}/minutes`, body)).status).toBe(403);
    const viv = await program.as(world.viv.email);
    const [hidden, random] = [
      await viv.post(`/api/meetings/${meeting.id}/minutes`, body),
      await viv.post(`/api/meetings/${randomUUID()}/minutes`, body),
    ];
    expect([hidden.status, hidden.text]).toEqual([404, random.text]);
    expect(await program.rows('select 1 from app.minute where meeting_id = $1', [meeting.id])).toHaveLength(
      0,
    );
  });
});
