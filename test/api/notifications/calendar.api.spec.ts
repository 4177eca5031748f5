import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ical, { type VEvent } from 'node-ical';
import { aPlannedMeeting, avaWorld, type AvaWorld, type Planned } from '../../factories/ava.js';
import { calendarOf, MailCatcher, type CaughtMail } from '../../kit/mail-catcher.js';
import { Program, type Client } from '../../kit/program.js';

let program: Program;
let catcher: MailCatcher;
let world: AvaWorld;
let lena: Client;
let meeting: Planned;

beforeAll(async () => {
  catcher = await MailCatcher.start();
  program = await Program.start(undefined, {
    ENCIRCLE_SMTP_URL: catcher.url,
    ENCIRCLE_MAIL_FROM: 'encircle@borough.example',
    ENCIRCLE_PUBLIC_URL: 'http://encircle.borough.example',
  });
  await program.setNow('2026-02-02T09:00:00Z');
});
afterAll(async () => {
  await program.stop();
  await catcher.stop();
});
beforeEach(async () => {
  catcher.clear();
  world = await avaWorld(program);
  lena = await program.as(world.lena.email);
  meeting = await aPlannedMeeting(lena, world);
  while (await program.deliver());
});

/** The one event of a mail's calendar file, read by a library that did not write it. */
function eventOf(mail: CaughtMail | undefined): Omit<VEvent, 'method'> & { method: string } {
  const text = mail && calendarOf(mail);
  if (!text) throw new Error('no calendar file');
  const parsed = ical.sync.parseICS(text);
  const events = Object.values(parsed).filter((each): each is VEvent => each?.type === 'VEVENT');
  expect(events).toHaveLength(1);
  return { ...(events[0] as VEvent), method: /METHOD:(\w+)/.exec(text)?.[1] ?? '' };
}
const latest = (email: string): CaughtMail | undefined => catcher.to(email).at(-1);
const change = async (id: string, version: number, body: object) => {
  const answer = await lena.patch<Planned>(`/api/meetings/${id}`, {
    version,
    reason: 'Mia is away',
    ...body,
  });
  expect(answer.status).toBe(200);
  while (await program.deliver());
  return answer.body;
};

describe('the calendar file of an invitation', () => {
  it('says when and where to read more, and names nobody but the one who gets it', () => {
    const event = eventOf(latest(world.hana.email));
    expect(event.method).toBe('REQUEST');
    expect(event.start.toISOString()).toBe('2026-02-24T15:45:00.000Z');
    expect(event.end?.toISOString()).toBe('2026-02-24T16:45:00.000Z');
    expect(event.uid).toBe(`${meeting.id}@borough.example`);
    expect(Number(event.sequence)).toBe(0);
    expect(event.status).toBe('CONFIRMED');
    expect(event.summary).toMatch(/^Meeting T-/);
    expect(event.location).toBeUndefined();
    expect(event.description).toBeUndefined();
    const text = calendarOf(latest(world.hana.email) as CaughtMail) ?? '';
    expect(text.match(/ATTENDEE/g)).toHaveLength(1);
    expect(text.replace(/\r?\n[ \t]/g, '')).toContain(world.hana.email);
    for (const each of [world.yusuf, world.carl, world.lena])
      expect(text.replace(/\r?\n[ \t]/g, '')).not.toContain(each.email);
  });

  it('follows a meeting that moves, in summer time too, as the same entry with a higher number', async () => {
    const moved = await change(meeting.id, meeting.version, {
      change: 'MOVE',
      date: '2026-04-21',
      time: '15:45',
    });
    const event = eventOf(latest(world.hana.email));
    expect(latest(world.hana.email)?.subject).toMatch(/^A meeting has moved/);
    expect([event.uid, Number(event.sequence), event.method]).toEqual([
      `${meeting.id}@borough.example`,
      1,
      'REQUEST',
    ]);
    expect(event.start.toISOString()).toBe('2026-04-21T14:45:00.000Z');
    await change(moved.id, moved.version, { change: 'CANCEL' });
    const gone = eventOf(latest(world.hana.email));
    expect([gone.uid, Number(gone.sequence), gone.method, gone.status]).toEqual([
      `${meeting.id}@borough.example`,
      2,
      'CANCEL',
      'CANCELLED',
    ]);
  });

  it('is not sent for a meeting that moved before the mail could go', async () => {
    catcher.clear();
    const other = await aPlannedMeeting(lena, world, { type: 'EXTRAORDINARY', date: '2026-03-03' });
    const answer = await lena.patch<Planned>(`/api/meetings/${other.id}`, {
      version: other.version,
      change: 'MOVE',
      date: '2026-03-04',
      time: '09:00',
      reason: 'Mia is away',
    });
    expect(answer.status).toBe(200);
    while (await program.deliver());
    expect(catcher.to(world.hana.email).map(({ subject }) => subject.replace(/ \(.*/, ''))).toEqual([
      'A meeting has moved',
    ]);
  });

  it('is for those who may know of the meeting: whoever left the team gets no cancellation either', async () => {
    await lena.delete(`/api/episodes/${world.episode.id}/team/${world.yusuf.id}`);
    catcher.clear();
    await change(meeting.id, meeting.version, { change: 'CANCEL' });
    expect(catcher.to(world.yusuf.email)).toEqual([]);
    expect(catcher.to(world.hana.email)).toHaveLength(1);
  });
});
