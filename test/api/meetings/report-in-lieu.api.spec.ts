import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { aPlannedMeeting, avaWorld, invitationOf, type AvaWorld, type Planned } from '../../factories/ava.js';
import { aWorker } from '../../factories/people.js';
import { answerTokenIn, tokenIn } from '../../factories/report-link.js';
import { MailCatcher } from '../../kit/mail-catcher.js';
import { Program, type Answer, type Client } from '../../kit/program.js';

interface Meeting extends Planned {
  invitations: (Planned['invitations'][number] & {
    rsvp: string;
    reportReceivedOn: string | null;
    report: { state: string; dueOn: string; expiresOn: string; address: string } | null;
    answerLink: { state: string; expiresOn: string; address: string } | null;
    deputyName: string | null;
  })[];
  reports: { invitationId: string; name: string; agencyName: string; worries: string | null }[];
}
interface Refused {
  code: string;
  fields?: Record<string, string[]>;
}

let program: Program;
let catcher: MailCatcher;
let world: AvaWorld;
let lena: Client;
let meeting: Meeting;

beforeAll(async () => {
  catcher = await MailCatcher.start();
  program = await Program.start(undefined, {
    ENCIRCLE_SMTP_URL: catcher.url,
    ENCIRCLE_MAIL_FROM: 'encircle@borough.example',
    ENCIRCLE_PUBLIC_URL: 'http://encircle.borough.example',
  });
});
afterAll(async () => {
  await program.stop();
  await catcher.stop();
});
beforeEach(async () => {
  await program.setNow('2026-02-12T09:00:00Z');
  await program.rows('delete from sec.sign_in_throttle');
  world = await avaWorld(program);
  lena = await program.as(world.lena.email);
  meeting = (await aPlannedMeeting(lena, world)) as Meeting;
  while (await program.deliver());
  catcher.clear();
});

const GUEST = 'dana@camhs.example';
const aGuest = async (): Promise<string> => {
  const answer = await lena.post<Meeting>(`/api/meetings/${meeting.id}/invitations`, {
    invitees: [{ guest: { name: 'Dana Fell', agencyId: world.camhs.id } }],
  });
  const found = answer.body.invitations.find(({ name }) => name === 'Dana Fell');
  if (!found) throw new Error(`no guest: ${answer.text}`);
  return found.id;
};
const ask = (invitation: string, body: object = {}, who = lena): Promise<Answer<Meeting & Refused>> =>
  who.post(`/api/invitations/${invitation}/report-request`, body);
const delivered = async (): Promise<void> => {
  while (await program.deliver());
};
/** Asks, lets the mail go, and takes the secret out of it. */
const asked = async (invitation: string, to: string, body: object = {}): Promise<string> => {
  const answer = await ask(invitation, body);
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([201, answer.text.slice(0, 200)]);
  await delivered();
  const token = tokenIn(catcher.to(to).at(-1));
  if (token === null) throw new Error(`no link reached ${to}`);
  return token;
};
const open = (token: string): Promise<Answer> =>
  program.inject('POST', '/api/report-links/open', { token }, {});
const send = (token: string, words: object): Promise<Answer<Refused>> =>
  program.inject('POST', '/api/report-links/report', { token, ...words }, {});
const carl = (): string => invitationOf(meeting, world.carl).id;
const seen = async (who = lena): Promise<Meeting> =>
  (await who.get<Meeting>(`/api/meetings/${meeting.id}`)).body;

describe('a report in lieu', () => {
  it('is asked of somebody without an account, written without one, and read by the team as theirs', async () => {
    const guest = await aGuest();
    const token = await asked(guest, GUEST, { address: GUEST, dueOn: '2026-02-20' });
    const [mail] = catcher.to(GUEST);
    expect(mail?.subject).toMatch(/^A short report is asked of you \(T-/);
    for (const word of ['Ava', 'Ames', 'Dana', 'Northway', 'library', world.camhs.name])
      expect(mail?.readable).not.toContain(word);

    const opened = await open(token);
    const [{ ref } = { ref: '' }] = await program.rows<{ ref: string }>(
      'select ref from app.episode where id = $1',
      [world.episode.id],
    );
    expect([opened.status, opened.body]).toEqual([
      200,
      { ref, agencyName: world.camhs.name, dueOn: '2026-02-20', expiresOn: '2026-02-26' },
    ]);
    expect(opened.headers['cache-control']).toBe('no-store');
    expect(opened.headers['referrer-policy']).toBe('no-referrer');
    expect(opened.headers['set-cookie']).toBeUndefined();

    const sent = await send(token, {
      goingWell: ' She talks about her drawings. ',
      worries: 'Little sleep.',
    });
    expect([sent.status, sent.text]).toEqual([204, '']);
    const now = await seen();
    expect(now.reports).toEqual([
      expect.objectContaining({
        invitationId: guest,
        name: 'Dana Fell',
        agencyName: world.camhs.name,
        receivedOn: '2026-02-12',
        goingWell: 'She talks about her drawings.',
        worries: 'Little sleep.',
        nextSteps: null,
      }),
    ]);
    expect(now.invitations.find(({ id }) => id === guest)).toMatchObject({
      rsvp: 'SENDING_REPORT',
      reportReceivedOn: '2026-02-12',
      report: { state: 'SENT', address: GUEST },
    });
    const [row] = await program.rows(
      `select category, source_agency_id, author_id from app.meeting_report where invitation_id = $1`,
      [guest],
    );
    expect(row).toEqual({ category: 'MEETING', source_agency_id: world.camhs.id, author_id: null });
    const audited = await program.rows<{ action: string; actor_id: string | null; channel: string }>(
      `select action, actor_id, channel from audit.entry where episode_id = $1 and action like 'report-link.%' order by id`,
      [world.episode.id],
    );
    expect(audited).toEqual([
      { action: 'report-link.opened', actor_id: null, channel: 'link' },
      { action: 'report-link.report-sent', actor_id: null, channel: 'link' },
    ]);
    catcher.clear();
    await delivered();
    expect(catcher.to(world.lena.email).map(({ subject }) => subject.replace(/ \(.*/, ''))).toEqual([
      'A report to read',
    ]);
  });

  it('is asked of a colleague at the address of their account, who is told of it in the program too', async () => {
    const token = await asked(carl(), world.carl.email);
    const told = await (
      await program.as(world.carl.email)
    ).get<{ items: { topic: string; path: string }[] }>('/api/my/notices');
    expect(told.body.items[0]).toMatchObject({ topic: 'report.asked', path: `/meetings/${meeting.id}` });
    expect((await send(token, { nextSteps: 'Meet again in May.' })).status).toBe(204);
    const [row] = await program.rows(
      'select source_agency_id, author_id from app.meeting_report where meeting_id = $1',
      [meeting.id],
    );
    expect(row).toEqual({ source_agency_id: world.camhs.id, author_id: world.carl.id });
  });

  it('leaves the asker no link of their own to see, and no notice of the mail that goes out in their name', async () => {
    await asked(await aGuest(), GUEST, { address: GUEST });
    const told = await lena.get<{ items: { topic: string }[] }>('/api/my/notices');
    expect(told.body.items.filter(({ topic }) => topic === 'report.link')).toEqual([]);
    expect((await lena.get(`/api/meetings/${meeting.id}`)).text).not.toMatch(/report#/);
  });

  it('names the day before the meeting as the day it is needed, and what is wrong with another', async () => {
    expect((await ask(carl())).body.invitations.find(({ id }) => id === carl())?.report).toMatchObject({
      state: 'ASKED',
      dueOn: '2026-02-23',
      expiresOn: '2026-02-26',
    });
    expect((await ask(carl(), { dueOn: '2026-02-11' })).body.fields).toEqual({
      dueOn: ['Choose today or a later day'],
    });
    expect((await ask(carl(), { dueOn: '2026-02-30' })).body.fields?.['dueOn']).toBeDefined();
    expect(Object.keys((await ask(carl(), { dueOn: '2026-03-20' })).body.fields ?? {})).toEqual(['dueOn']);
    expect(Object.keys((await ask(carl(), { address: 'not an address' })).body.fields ?? {})).toEqual([
      'address',
    ]);
    expect((await ask(await aGuest())).body.fields).toEqual({
      address: ['Enter the e-mail address the link goes to'],
    });
    const family = await ask(invitationOf(meeting, world.mia).id, { address: GUEST });
    expect(Object.keys(family.body.fields ?? {})).toEqual(['invitation']);
  });
});

describe('who has not answered', () => {
  it('is reminded once, two days before the report is needed, with the same link', async () => {
    const token = await asked(carl(), world.carl.email, { dueOn: '2026-02-20' });
    const guests = await asked(await aGuest(), GUEST, { address: GUEST, dueOn: '2026-02-20' });
    catcher.clear();
    const remind = async (on: string): Promise<void> => {
      await program.setNow(`${on}T09:00:00Z`);
      await program.rows(`select sec.queue_report_reminders(2)`);
      await delivered();
    };
    await remind('2026-02-17');
    expect(catcher.caught).toEqual([]);
    await remind('2026-02-18');
    await remind('2026-02-19');
    expect(catcher.to(world.carl.email).map(tokenIn)).toEqual([token]);
    expect(catcher.to(world.carl.email)[0]?.subject).toMatch(/^A reminder/);
    expect(catcher.to(GUEST).map(tokenIn)).toEqual([guests]);
  });

  it('is not reminded after the report came, or after the agreement ended', async () => {
    const token = await asked(carl(), world.carl.email, { dueOn: '2026-02-20' });
    await asked(await aGuest(), GUEST, { address: GUEST, dueOn: '2026-02-20' });
    await send(token, { worries: 'Little sleep.' });
    await lena.post(`/api/episodes/${world.episode.id}/consents/withdraw`, {
      giverPersonId: world.mia.id,
      how: 'PHONE',
      scope: 'SERVICE',
      recipientId: world.camhs.id,
    });
    catcher.clear();
    await program.setNow('2026-02-19T09:00:00Z');
    await program.rows(`select sec.queue_report_reminders(2)`);
    await delivered();
    expect([...catcher.to(world.carl.email), ...catcher.to(GUEST)]).toEqual([]);
  });

  it('is in the list of missing reports from the day after', async () => {
    await ask(carl(), { dueOn: '2026-02-20' });
    const [row] = await program.rows<{ due: string }>(
      'select report_due_on::text as due from app.invitation where id = $1',
      [carl()],
    );
    expect(row?.due).toBe('2026-02-20');
  });
});

describe('what the writer sends', () => {
  it('says which answer is missing or too long, and stores nothing of it', async () => {
    const token = await asked(carl(), world.carl.email);
    expect((await send(token, {})).body.fields).toEqual({
      goingWell: ['Answer at least one of the three questions'],
    });
    expect((await send(token, { worries: '  ' })).status).toBe(400);
    expect((await send(token, { worries: 'x'.repeat(4001) })).body.fields).toEqual({
      worries: ['This answer is too long: 4000 characters at most'],
    });
    expect((await seen()).reports).toEqual([]);
    expect((await open(token)).status).toBe(200);
  });

  it('is taken once, however many come at the same moment', async () => {
    const token = await asked(carl(), world.carl.email);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => send(token, { worries: `Copy ${n}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404, 404, 404]);
    expect((await seen()).reports).toHaveLength(1);
  });
});

describe('a link that opens nothing', () => {
  const NOBODYS = randomBytes(32).toString('base64url');

  const dead = async (token: string): Promise<void> => {
    const unknown = await open(NOBODYS);
    for (const [there, nowhere] of [
      [await open(token), unknown],
      [await send(token, { worries: 'Too late' }), await send(NOBODYS, { worries: 'Too late' })],
    ] as const) {
      const shape = ({ status, text, headers }: Answer): unknown => [
        status,
        text.replace(/"requestId":"[^"]*"/, ''),
        Object.keys(headers).sort(),
      ];
      expect(shape(there)).toEqual(shape(nowhere));
      expect(there.status).toBe(404);
    }
  };

  it.each<[string, (token: string) => Promise<unknown>]>([
    ['is used', (token) => send(token, { worries: 'Little sleep.' })],
    ['ran out', () => program.setNow('2026-02-27T00:00:01Z')],
    ['was taken back', () => lena.delete(`/api/invitations/${carl()}/report-request`)],
    ['was replaced by a new one', () => ask(carl())],
    [
      'belongs to a meeting that was called off',
      () =>
        lena.patch(`/api/meetings/${meeting.id}`, {
          version: meeting.version,
          change: 'CANCEL',
          reason: 'Mia is away',
        }),
    ],
    [
      'is for a service the family took its agreement back from',
      () =>
        lena.post(`/api/episodes/${world.episode.id}/consents/withdraw`, {
          giverPersonId: world.mia.id,
          how: 'PHONE',
          scope: 'SERVICE',
          recipientId: world.camhs.id,
        }),
    ],
    [
      'is for a colleague who left the team',
      () => lena.delete(`/api/episodes/${world.episode.id}/team/${world.carl.id}`),
    ],
    [
      'is for a colleague who is shut out by a conflict of interest',
      () =>
        program.rows(
          `insert into app.conflict_block (person_id, user_id, reason, asked_by) values ($1, $2, 'A neighbour', 'LEAD')`,
          [world.ava.id, world.carl.id],
        ),
    ],
    [
      'is about a child who was shielded since',
      () =>
        program.rows(`insert into app.shield (person_id, ground) values ($1, 'DV_REFUGE')`, [world.ava.id]),
    ],
    [
      'is about a record that is closed',
      () =>
        program.rows(
          `update app.episode set state = 'CLOSED', closed_on = sec.today(), closure_reason = 'NEEDS_MET' where id = $1`,
          [world.episode.id],
        ),
    ],
  ])('%s: the answer of one nobody ever made', async (_, happens) => {
    const token = await asked(carl(), world.carl.email);
    expect((await open(token)).status).toBe(200);
    const done = await happens(token);
    if (done && typeof done === 'object' && 'status' in done) expect(done.status).toBeLessThan(300);
    await dead(token);
  });

  it('works until the end of its last day, and malformed ones are like the others', async () => {
    const token = await asked(carl(), world.carl.email);
    await program.setNow('2026-02-26T23:59:00Z');
    expect((await open(token)).status).toBe(200);
    await program.setNow('2026-02-27T00:00:01Z');
    await dead(token);
    for (const odd of ['', 'x', token.slice(1), `${token}A`]) await dead(odd);
  });

  it('cannot be guessed for long: the wait grows for whoever tries, and the wait says nothing of the link', async () => {
    const token = await asked(carl(), world.carl.email);
    for (let n = 0; n < 21; n += 1) await open(randomBytes(32).toString('base64url'));
    const held = await open(token);
    expect([held.status, (held.body as Refused).code]).toEqual([429, 'LINK_WAIT']);
  });

  it('is not mailed when the agreement ended before the mail could go', async () => {
    await ask(await aGuest(), { address: GUEST });
    await lena.post(`/api/episodes/${world.episode.id}/consents/withdraw`, {
      giverPersonId: world.mia.id,
      how: 'PHONE',
      scope: 'SERVICE',
      recipientId: world.camhs.id,
    });
    await delivered();
    expect(catcher.to(GUEST)).toEqual([]);
  });
});

describe('a link and everything else', () => {
  it('is no session: no other address knows it, in any place a secret may travel in', async () => {
    const token = await asked(carl(), world.carl.email);
    for (const headers of [
      { cookie: `encircle=${token}` },
      { cookie: `__Host-encircle=${token}` },
      { authorization: `Bearer ${token}` },
      { 'x-csrf-token': token },
    ] as Record<string, string>[])
      for (const path of [
        `/api/meetings/${meeting.id}`,
        `/api/episodes/${world.episode.id}`,
        '/api/me',
        '/api/my/cases',
      ])
        expect((await program.inject('GET', path, undefined, headers)).status).toBe(401);
    const other = await asked(invitationOf(meeting, world.hana).id, world.hana.email);
    await send(other, { worries: 'Of somebody else' });
    expect((await open(token)).body).toMatchObject({ agencyName: world.camhs.name });
  });

  it('is not kept: the database holds what it hashes to, and no log of mail or audit holds it', async () => {
    const token = await asked(carl(), world.carl.email);
    const [kept] = await program.rows<{ hash: Buffer }>(
      'select token_hash as hash from app.report_request where meeting_id = $1',
      [meeting.id],
    );
    expect(kept?.hash.equals(createHash('sha256').update(token).digest())).toBe(true);
    const found = await program.rows(
      `select 1 from app.outbox o where o::text like '%' || $1 || '%'
       union all select 1 from audit.entry e where e::text like '%' || $1 || '%'
       union all select 1 from app.report_request r where r::text like '%' || $1 || '%'`,
      [token],
    );
    expect(found).toEqual([]);
  });

  it('is asked for by those who run the meeting, and nobody else learns that there is one', async () => {
    const hana = await program.as(world.hana.email);
    expect((await ask(carl(), {}, hana)).body.code).toBe('NOT_YOURS_TO_RUN');
    const stranger = await program.as((await aWorker(program, world.health)).email);
    const there = await ask(carl(), {}, stranger);
    const nowhere = await ask('00000000-0000-4000-8000-000000000000', {}, stranger);
    expect([there.status, there.text.replace(/"requestId":"[^"]*"/, '')]).toEqual([
      404,
      nowhere.text.replace(/"requestId":"[^"]*"/, ''),
    ]);
    expect(
      await program.rows('select 1 from app.report_request where meeting_id = $1', [meeting.id]),
    ).toEqual([]);
    await ask(carl());
    const asSeen = await seen(hana);
    expect(asSeen.invitations.map(({ report }) => report)).toEqual(asSeen.invitations.map(() => null));
    const refused = await ask(carl(), {}, await program.as(world.viv.email));
    expect(refused.status).toBe(404);
  });
});

describe('a report written inside the program', () => {
  const write = (who: Client, words: object, invitation = carl()): Promise<Answer<Meeting & Refused>> =>
    who.post(`/api/invitations/${invitation}/report`, words);
  const textOf = ({ status, text }: Answer): unknown => [status, text.replace(/"requestId":"[^"]*"/, '')];

  it('is kept and told as one that came by a link, and a link that asked for it is answered by it', async () => {
    const token = await asked(carl(), world.carl.email);
    catcher.clear();
    const written = await write(await program.as(world.carl.email), { worries: ' Little sleep. ' });
    expect([written.status, written.body.reports.map(({ worries }) => worries)]).toEqual([
      201,
      ['Little sleep.'],
    ]);
    const now = await seen();
    expect(now.reports).toEqual([
      expect.objectContaining({ invitationId: carl(), agencyName: world.camhs.name, goingWell: null }),
    ]);
    expect(now.invitations.find(({ id }) => id === carl())).toMatchObject({
      rsvp: 'SENDING_REPORT',
      reportReceivedOn: '2026-02-12',
      report: { state: 'SENT' },
    });
    expect((await open(token)).status).toBe(404);
    expect((await send(token, { worries: 'Again' })).status).toBe(404);
    const audited = await program.rows(
      `select actor_id, categories, fields from audit.entry where action = 'meeting.report-written' and episode_id = $1`,
      [world.episode.id],
    );
    expect(audited).toEqual([{ actor_id: world.carl.id, categories: ['MEETING'], fields: ['worries'] }]);
    await delivered();
    expect(catcher.to(world.lena.email).map(({ subject }) => subject.replace(/ \(.*/, ''))).toEqual([
      'A report to read',
    ]);
    expect(catcher.to(world.carl.email)).toEqual([]);
  });

  it('leaves the week of its writer, may come after the meeting, and comes once however often it is sent', async () => {
    const writer = await program.as(world.carl.email);
    const week = async (): Promise<number> =>
      (await writer.get<{ items: { kind: string }[] }>('/api/my/week?limit=100')).body.items.filter(
        ({ kind }) => kind === 'REPORT',
      ).length;
    const { version } = (await seen(writer)).invitations.find(({ id }) => id === carl()) as unknown as {
      version: number;
    };
    await writer.post(`/api/invitations/${carl()}/answer`, { version, answer: 'SENDING_REPORT' });
    expect(await week()).toBe(1);
    await program.rows(`update app.meeting set status = 'HELD', held_at = planned_at where id = $1`, [
      meeting.id,
    ]);
    await program.setNow('2026-02-26T09:00:00Z');
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, n) => write(writer, { worries: `${n}` })),
    );
    expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([
      201,
      ...Array.from({ length: 3 }, () => 'REPORT_THERE'),
    ]);
    expect(await week()).toBe(0);
    expect((await seen()).reports).toEqual([expect.objectContaining({ receivedOn: '2026-02-26' })]);
  });

  it('names what is missing or too long, and is nobody else’s to write', async () => {
    const writer = await program.as(world.carl.email);
    expect((await write(writer, { worries: ' ' })).body.fields).toEqual({
      goingWell: ['Answer at least one of the three questions'],
    });
    expect((await write(writer, { nextSteps: 'x'.repeat(4001) })).body.fields).toEqual({
      nextSteps: ['This answer is too long: 4000 characters at most'],
    });
    for (const other of [lena, await program.as(world.hana.email)])
      expect((await write(other, { worries: 'Not mine' })).body.code).toBe('NOT_YOURS_TO_WRITE');
    const stranger = await program.as((await aWorker(program, world.health)).email);
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect(textOf(await write(stranger, { worries: 'x' }))).toEqual(
      textOf(await write(stranger, { worries: 'x' }, nowhere)),
    );
    expect((await write(stranger, { worries: 'x' })).status).toBe(404);
    await lena.patch(`/api/meetings/${meeting.id}`, {
      version: meeting.version,
      change: 'CANCEL',
      reason: 'Mia is away',
    });
    expect((await write(writer, { worries: 'x' })).body.code).toBe('MEETING_OFF');
    expect((await seen()).reports).toEqual([]);
  });

  it('is closed to a colleague whose service the family said no to', async () => {
    const writer = await program.as(world.carl.email);
    await lena.post(`/api/episodes/${world.episode.id}/consents/withdraw`, {
      giverPersonId: world.mia.id,
      how: 'PHONE',
      scope: 'SERVICE',
      recipientId: world.camhs.id,
    });
    expect((await write(writer, { worries: 'x' })).status).toBe(404);
    expect((await seen()).reports).toEqual([]);
  });
});

describe('an invitation answered by a link', () => {
  const invite = (invitation: string, body: object, who = lena): Promise<Answer<Meeting & Refused>> =>
    who.post(`/api/invitations/${invitation}/answer-link`, body);
  const invited = async (invitation: string, to: string): Promise<string> => {
    const answer = await invite(invitation, { address: to });
    expect([answer.status, answer.body.code]).toEqual([201, undefined]);
    await delivered();
    const token = answerTokenIn(catcher.to(to).at(-1));
    if (token === null) throw new Error(`no link reached ${to}`);
    return token;
  };
  const opened = (token: string): Promise<Answer> =>
    program.inject('POST', '/api/answer-links/open', { token }, {});
  const say = (token: string, words: object): Promise<Answer<Refused>> =>
    program.inject('POST', '/api/answer-links/answer', { token, ...words }, {});
  const MIA = 'mia@families.example';
  const mia = (): string => invitationOf(meeting, world.mia).id;

  it('is sent to a guest, says what the mail said and when, and is answered as often as they like', async () => {
    const guest = await aGuest();
    const token = await invited(guest, GUEST);
    const [mail] = catcher.to(GUEST);
    expect(mail?.subject).toMatch(/^A meeting to answer \(T-/);
    for (const word of ['Ava', 'Ames', 'Dana', 'Northway', 'library', world.camhs.name])
      expect(mail?.readable).not.toContain(word);
    const page = await opened(token);
    const [{ ref } = { ref: '' }] = await program.rows<{ ref: string }>(
      'select ref from app.episode where id = $1',
      [world.episode.id],
    );
    const before = {
      ref,
      agencyName: world.camhs.name,
      plannedAt: '2026-02-24T15:45:00.000Z',
      durationMinutes: 60,
      answer: 'NO_ANSWER',
      deputyName: null,
      family: false,
    };
    expect([page.status, page.body]).toEqual([200, before]);
    const answered = await say(token, { answer: 'DEPUTY', deputyName: ' Sam Ode ' });
    expect(answered.body).toEqual({ ...before, answer: 'DEPUTY', deputyName: 'Sam Ode' });
    const read = async () => (await seen()).invitations.find(({ id }) => id === guest);
    expect(await read()).toMatchObject({
      rsvp: 'DEPUTY',
      deputyName: 'Sam Ode',
      answerLink: { state: 'ASKED', address: GUEST, expiresOn: '2026-02-24' },
    });
    await say(token, { answer: 'SENDING_REPORT' });
    expect(await read()).toMatchObject({ rsvp: 'SENDING_REPORT', deputyName: null });
    const trail = await program.rows<{ action: string }>(
      `select action from audit.entry where episode_id = $1 and action like 'answer-link%' order by id`,
      [world.episode.id],
    );
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['answer-link.opened', 'answer-link.answered']),
    );
  });

  it('is for the family too, who send neither deputy nor report', async () => {
    const token = await invited(mia(), MIA);
    expect((await opened(token)).body).toMatchObject({ agencyName: null, family: true });
    for (const words of [{ answer: 'DEPUTY', deputyName: 'Gran' }, { answer: 'SENDING_REPORT' }]) {
      const refused = await say(token, words);
      expect([refused.status, Object.keys(refused.body.fields ?? {})]).toEqual([400, ['answer']]);
    }
    expect((await say(token, { answer: 'COMING_PART' })).status).toBe(200);
    expect(invitationOf(await seen(), world.mia)).toMatchObject({ rsvp: 'COMING_PART' });
  });

  it('opens nothing once it is over, taken back, asked anew, called off or no longer agreed to: one answer', async () => {
    const never = await opened(randomBytes(32).toString('base64url'));
    expect(never.status).toBe(404);
    const guest = await aGuest();
    const first = await invited(guest, GUEST);
    const token = await invited(guest, GUEST);
    const same = async (each: string): Promise<void> => {
      const [page, sent] = [await opened(each), await say(each, { answer: 'COMING' })];
      expect([page.status, page.text, sent.status, sent.text]).toEqual([404, never.text, 404, never.text]);
    };
    await same(first);
    const undo = async (change: string, back: string, values: unknown[]): Promise<void> => {
      await program.rows(change, values);
      await same(token);
      await program.rows(back, values);
      expect((await opened(token)).status).toBe(200);
    };
    await undo(
      `update app.meeting set status = 'CANCELLED', status_reason = 'Ill' where id = $1`,
      `update app.meeting set status = 'PLANNED', status_reason = null where id = $1`,
      [meeting.id],
    );
    await undo(
      `update app.episode set state = 'MERGED' where id = $1`,
      `update app.episode set state = 'ASSESSED' where id = $1`,
      [world.episode.id],
    );
    await program.setNow('2026-02-25T01:00:00Z');
    await same(token);
    await program.setNow('2026-02-12T10:00:00Z');
    await lena.delete(`/api/invitations/${guest}/answer-link`);
    await same(token);
    // Neither kind of link opens the other kind’s page.
    const [report, answer] = [await asked(guest, GUEST, { address: GUEST }), await invited(guest, GUEST)];
    expect([(await opened(report)).status, (await open(answer)).status]).toEqual([404, 404]);
    expect((await opened(answer)).status).toBe(200);
    await lena.post(`/api/episodes/${world.episode.id}/consents/withdraw`, {
      giverPersonId: world.mia.id,
      how: 'PHONE',
      scope: 'SERVICE',
      recipientId: world.camhs.id,
    });
    await same(answer);
  });

  it('names what is wrong, is sent by who runs the meeting alone, and guessing costs a wait', async () => {
    const guest = await aGuest();
    const fields = async (of: Promise<Answer<Refused>>): Promise<unknown[]> => {
      const { status, body } = await of;
      return [status, Object.keys(body.fields ?? {})];
    };
    expect(await fields(invite(guest, { address: 'nobody' }))).toEqual([400, ['address']]);
    expect(await fields(invite(carl(), { address: GUEST }))).toEqual([400, ['address']]);
    const token = await invited(guest, GUEST);
    expect(await fields(say(token, { answer: 'PERHAPS' }))).toEqual([400, ['answer']]);
    expect(await fields(say(token, { answer: 'DEPUTY' }))).toEqual([400, ['deputyName']]);
    expect(await fields(say(token, { answer: 'COMING', deputyName: 'Sam' }))).toEqual([400, ['deputyName']]);
    const hana = await program.as(world.hana.email);
    expect((await invite(guest, { address: GUEST }, hana)).status).toBe(403);
    const viv = await program.as(world.viv.email);
    const [hidden, random] = [
      await invite(guest, { address: GUEST }, viv),
      await invite(world.episode.id, { address: GUEST }, viv),
    ];
    expect([hidden.status, hidden.text]).toEqual([404, random.text]);
    for (let n = 0; n < 25; n += 1) await opened(randomBytes(32).toString('base64url'));
    expect((await opened(token)).status).toBe(429);
  });
});
