import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ical, { type VEvent } from 'node-ical';
import { aPlannedMeeting, avaWorld, type AvaWorld, type Planned } from '../../factories/ava.js';
import { Program, type Answer, type Client } from '../../kit/program.js';

let program: Program;
let world: AvaWorld;
let lena: Client;
let hana: Client;
let meeting: Planned;

beforeAll(async () => {
  program = await Program.start(undefined, {
    ENCIRCLE_PUBLIC_URL: 'http://encircle.borough.example',
    ENCIRCLE_MAIL_FROM: 'encircle@borough.example',
  });
});
afterAll(() => program.stop());
beforeEach(async () => {
  await program.setNow('2026-02-12T09:00:00Z');
  await program.rows('delete from sec.sign_in_throttle');
  world = await avaWorld(program);
  lena = await program.as(world.lena.email);
  hana = await program.as(world.hana.email);
  meeting = await aPlannedMeeting(lena, world);
});

const made = async (who = hana): Promise<string> => {
  const answer = await who.put<{ address: string }>('/api/my/calendar-feed', undefined);
  expect(answer.status).toBe(200);
  const address = new URL(answer.body.address);
  expect(address.origin).toBe('http://encircle.borough.example');
  return address.pathname;
};
const fetched = (path: string): Promise<Answer> => program.inject('GET', path, undefined, {});
const eventsOf = ({ text }: Answer): VEvent[] =>
  Object.values(ical.sync.parseICS(text)).filter((each): each is VEvent => each?.type === 'VEVENT');
const count = async (path: string): Promise<number> => eventsOf(await fetched(path)).length;

describe('a personal calendar feed', () => {
  it('holds one’s own meetings by reference and time, and nothing else of the case', async () => {
    const answer = await fetched(await made());
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(answer.headers['set-cookie']).toBeUndefined();
    const [event, ...more] = eventsOf(answer);
    expect(more).toEqual([]);
    expect([event?.start.toISOString(), event?.end?.toISOString()]).toEqual([
      '2026-02-24T15:45:00.000Z',
      '2026-02-24T16:45:00.000Z',
    ]);
    expect(event?.summary).toBe(`Meeting ${world.episode.ref}`);
    expect(event?.uid).toBe(`${meeting.id}@borough.example`);
    expect([event?.location, event?.description, event?.attendee, event?.organizer]).toEqual(
      Array(4).fill(undefined),
    );
    for (const word of ['Ava', 'Ames', 'Mia', 'library', 'Lena', 'Hana', world.health.name, world.camhs.name])
      expect(answer.text).not.toContain(word);
  });

  it('shows its address once, and keeps what it hashes to', async () => {
    const path = await made();
    const secret = path.replace('/api/calendar/', '').replace('.ics', '');
    const view = await hana.get('/api/my/calendar-feed');
    expect(view.body).toEqual({ active: true, madeAt: expect.stringMatching(/^2026-02-12T09:00:0/) });
    const kept = await program.rows(
      `select 1 from app.calendar_feed f where f::text like '%' || $1 || '%'
       union all select 1 from app.idempotency i where i::text like '%' || $1 || '%'
       union all select 1 from audit.entry e where e::text like '%' || $1 || '%'`,
      [secret],
    );
    expect(kept).toEqual([]);
  });

  it('is written down once a day for each case, however often it is fetched', async () => {
    const path = await made();
    for (let n = 0; n < 3; n += 1) await fetched(path);
    const looks = (): Promise<object[]> =>
      program.rows(
        `select channel from audit.entry where episode_id = $1 and action = 'calendar-feed.fetched' and actor_id = $2`,
        [world.episode.id, world.hana.id],
      );
    expect(await looks()).toEqual([{ channel: 'feed' }]);
    await program.setNow('2026-02-13T09:00:00Z');
    await fetched(path);
    expect(await looks()).toHaveLength(2);
  });

  it('follows a meeting that moves as the same entry, and drops one that is called off', async () => {
    const path = await made();
    const moved = await lena.patch<Planned>(`/api/meetings/${meeting.id}`, {
      version: meeting.version,
      change: 'MOVE',
      date: '2026-03-03',
      time: '09:00',
      reason: 'Mia is away',
    });
    const [event] = eventsOf(await fetched(path));
    expect([event?.uid, Number(event?.sequence), event?.start.toISOString()]).toEqual([
      `${meeting.id}@borough.example`,
      1,
      '2026-03-03T09:00:00.000Z',
    ]);
    await lena.patch(`/api/meetings/${moved.body.id}`, {
      version: moved.body.version,
      change: 'CANCEL',
      reason: 'Mia is away',
    });
    expect(await count(path)).toBe(0);
  });
});

describe('what ended is gone at the next fetch', () => {
  it.each<[string, () => Promise<unknown>]>([
    [
      'the agreement of the family',
      () =>
        lena.post(`/api/episodes/${world.episode.id}/consents/withdraw`, {
          giverPersonId: world.mia.id,
          how: 'PHONE',
          scope: 'SERVICE',
          recipientId: world.health.id,
        }),
    ],
    ['the place on the team', () => lena.delete(`/api/episodes/${world.episode.id}/team/${world.hana.id}`)],
    [
      'nothing, but a conflict of interest keeps them out',
      () =>
        program.rows(
          `insert into app.conflict_block (person_id, user_id, reason, asked_by) values ($1, $2, 'A neighbour', 'LEAD')`,
          [world.ava.id, world.hana.id],
        ),
    ],
    [
      'nothing, but the child is shielded from them',
      () =>
        program.rows(`insert into app.shield (person_id, ground) values ($1, 'DV_REFUGE')`, [world.ava.id]),
    ],
  ])('%s', async (_, happens) => {
    const path = await made();
    expect(await count(path)).toBe(1);
    const done = await happens();
    if (done && typeof done === 'object' && 'status' in done) expect(done.status).toBeLessThan(300);
    const answer = await fetched(path);
    expect([answer.status, eventsOf(answer).length, answer.text.includes(world.episode.ref)]).toEqual([
      200,
      0,
      false,
    ]);
  });

  const shape = ({ status, text, headers }: Answer): unknown => [
    status,
    text.replace(/"requestId":"[^"]*"/, ''),
    Object.keys(headers).sort(),
  ];

  it.each<[string, () => Promise<unknown>]>([
    ['was taken away', () => hana.delete('/api/my/calendar-feed')],
    ['was replaced by a new one', () => made()],
    [
      'belongs to an account that was closed',
      () => program.rows(`update app.app_user set status = 'DISABLED' where id = $1`, [world.hana.id]),
    ],
    [
      'belongs to a place of work that ended',
      () =>
        program.rows(`update app.membership set valid_to = '2026-02-11' where user_id = $1`, [world.hana.id]),
    ],
    [
      'belongs to somebody whose training ran out',
      () =>
        program.rows(`update app.app_user set training_valid_to = '2026-02-11' where id = $1`, [
          world.hana.id,
        ]),
    ],
  ])('an address that %s is one nobody ever made', async (_, happens) => {
    const path = await made();
    await happens();
    const nowhere = await fetched(`/api/calendar/${'x'.repeat(43)}.ics`);
    expect(shape(await fetched(path))).toEqual(shape(nowhere));
    expect(nowhere.status).toBe(404);
  });

  it('opens nothing else, and cannot be guessed for long', async () => {
    const path = await made();
    const secret = path.replace('/api/calendar/', '').replace('.ics', '');
    for (const headers of [{ cookie: `encircle=${secret}` }, { authorization: `Bearer ${secret}` }] as Record<
      string,
      string
    >[])
      expect((await program.inject('GET', `/api/meetings/${meeting.id}`, undefined, headers)).status).toBe(
        401,
      );
    for (let n = 0; n < 61; n += 1) await fetched(`/api/calendar/${n}.ics`);
    expect((await fetched(path)).status).toBe(429);
  });
});
