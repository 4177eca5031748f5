import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aPlannedMeeting, avaWorld, type AvaWorld } from '../../factories/ava.js';
import { anAgency, aWorker } from '../../factories/people.js';
import { MailCatcher } from '../../kit/mail-catcher.js';
import { Program, type Client } from '../../kit/program.js';
import { scanOf } from '../../kit/recipients.js';

interface Notices {
  items: { id: string; topic: string; path: string; ref: string | null; read: boolean }[];
  unread: number;
}

/** Of what `npm run prove -- recipients` draws. */
const SEED = Number(process.env['ENCIRCLE_SEED']);

let program: Program;
let catcher: MailCatcher;
let world: AvaWorld;
let lena: Client;

beforeAll(async () => {
  catcher = await MailCatcher.start();
  program = await Program.start(undefined, {
    ENCIRCLE_SMTP_URL: catcher.url,
    ENCIRCLE_MAIL_FROM: 'encircle@borough.example',
    ENCIRCLE_PUBLIC_URL: 'http://encircle.borough.example',
  });
  await program.setNow('2026-02-02T06:00:00Z');
});
afterAll(async () => {
  await program.stop();
  await catcher.stop();
});
beforeEach(async () => {
  await program.rows('update app.outbox set done_at = sec.now() where done_at is null');
  catcher.clear();
  catcher.refuse = null;
  world = await avaWorld(program);
  lena = await program.as(world.lena.email);
});

/** Until nothing is left that may be tried now. */
async function deliver(): Promise<void> {
  while (await program.deliver());
}
const notices = async (email: string): Promise<Notices> =>
  (await (await program.as(email)).get<Notices>('/api/my/notices')).body;
const outcomes = (topic: string) =>
  program.rows<{ who: string; outcome: string | null; tries: number; problem: string | null }>(
    `select u.full_name as who, o.outcome, o.tries, o.problem from app.outbox o join app.app_user u on u.id = o.recipient_id
     where o.episode_id = $1 and o.topic = $2 order by u.full_name`,
    [world.episode.id, topic],
  );
const choose = async (email: string, kind: string, mail: string) =>
  (await program.as(email)).put('/api/my/notice-choices', { kind, mail });

describe('after a death or a loss', () => {
  it.each([
    ['DECEASED', 0],
    ['PREGNANCY_ENDED', 0],
    ['NEEDS_MET', 1],
  ])('closed with %s: what still waits is told to %i', async (reason, told) => {
    await aPlannedMeeting(lena, world);
    await program.rows(
      `update app.episode set state = 'CLOSED', closed_on = sec.today(), closure_reason = $2 where id = $1`,
      [world.episode.id, reason],
    );
    await deliver();
    expect(catcher.to(world.hana.email)).toHaveLength(told);
    expect((await notices(world.hana.email)).items).toHaveLength(told);
  });
});

describe('an invitation', () => {
  it('is there in the program at once, and as a mail with a reference and a link and nothing else', async () => {
    const meeting = await aPlannedMeeting(lena, world);
    const told = await notices(world.hana.email);
    expect(told).toMatchObject({
      unread: 1,
      items: [{ topic: 'meeting.invited', path: `/meetings/${meeting.id}`, read: false }],
    });
    await deliver();
    expect(catcher.caught.flatMap(({ to }) => to).sort()).toEqual(
      [world.hana, world.yusuf, world.carl].map(({ email }) => email).sort(),
    );
    const [mail] = catcher.to(world.hana.email);
    expect(mail?.subject).toBe(`A meeting to answer (${told.items[0]?.ref})`);
    expect(mail?.readable).toContain(`http://encircle.borough.example/meetings/${meeting.id}`);
    for (const word of [
      'Ava',
      'Ames',
      'Mia',
      'Lena',
      'library',
      'Northway',
      'CAMHS',
      'Carl',
      'Initial',
      'child',
    ])
      expect(mail?.readable).not.toContain(word);
    expect(await outcomes('meeting.invited')).toEqual(
      ['Carl Whitlock', 'Hana Siddiqui', 'Yusuf Demir'].map((who) => ({
        who,
        outcome: 'SENT',
        tries: 1,
        problem: null,
      })),
    );
    const audited = await program.rows(
      `select outcome, channel from audit.entry where action = 'notice.mailed' and episode_id = $1 and actor_id = $2`,
      [world.episode.id, world.hana.id],
    );
    expect(audited).toEqual([{ outcome: 'ALLOW', channel: 'mail' }]);
  });

  it('never goes to somebody whose place on the case ended before it was sent, nor is it shown any more', async () => {
    await aPlannedMeeting(lena, world);
    await lena.delete(`/api/episodes/${world.episode.id}/team/${world.yusuf.id}`);
    await program.rows(`update app.app_user set status = 'DISABLED' where id = $1`, [world.carl.id]);
    expect((await notices(world.yusuf.email)).items).toEqual([]);
    await deliver();
    expect(catcher.caught.flatMap(({ to }) => to)).toEqual([world.hana.email]);
    expect((await outcomes('meeting.invited')).map(({ who, outcome }) => [who, outcome])).toEqual([
      ['Carl Whitlock', 'HELD_BACK'],
      ['Hana Siddiqui', 'SENT'],
      ['Yusuf Demir', 'HELD_BACK'],
    ]);
  });

  it('is held back when the family took its agreement back in between', async () => {
    await aPlannedMeeting(lena, world);
    const { status } = await lena.post(`/api/episodes/${world.episode.id}/consents/withdraw`, {
      giverPersonId: world.mia.id,
      scope: 'SERVICE',
      recipientId: world.locality.id,
      how: 'PHONE',
    });
    expect(status).toBe(200);
    await deliver();
    expect(catcher.to(world.yusuf.email)).toEqual([]);
    expect(catcher.to(world.hana.email)).toHaveLength(1);
  });
});

describe('the worker', () => {
  it('tries again with a longer wait when the server refuses, under the same Message-ID', async () => {
    await aPlannedMeeting(lena, world);
    catcher.refuse = { code: 451, words: 'not now, Hana Siddiqui' };
    await deliver();
    const waiting = await program.rows<{ problem: string; seconds: number }>(
      `select problem, extract(epoch from next_try_at - clock_timestamp())::int as seconds from app.outbox
       where episode_id = $1 and done_at is null`,
      [world.episode.id],
    );
    expect(waiting.map(({ problem }) => problem)).toEqual(['451', '451', '451']);
    for (const { seconds } of waiting) expect(seconds).toBeGreaterThan(5);
    catcher.refuse = null;
    await deliver();
    expect(catcher.caught).toEqual([]);
    await program.rows('update app.outbox set next_try_at = clock_timestamp() where done_at is null');
    await deliver();
    const [entry] = await program.rows<{ id: string }>(
      `select id from app.outbox where episode_id = $1 and recipient_id = $2`,
      [world.episode.id, world.hana.id],
    );
    expect(catcher.to(world.hana.email).map(({ messageId }) => messageId)).toEqual([
      `<${entry?.id}@borough.example>`,
    ]);
  });

  it('that died between sending and saying so is followed by one that sends the same message again', async () => {
    await aPlannedMeeting(lena, world);
    await deliver();
    const first = catcher.to(world.hana.email)[0]?.messageId;
    await program.rows(
      `update app.outbox set done_at = null, outcome = null, claim = gen_random_uuid(), claimed_until = clock_timestamp() + interval '1 hour'
       where episode_id = $1 and recipient_id = $2`,
      [world.episode.id, world.hana.id],
    );
    await deliver();
    expect(catcher.to(world.hana.email)).toHaveLength(1);
    await program.rows('update app.outbox set claimed_until = clock_timestamp() where done_at is null');
    await deliver();
    expect(catcher.to(world.hana.email).map(({ messageId }) => messageId)).toEqual([first, first]);
  });

  it('is one of many: two at once send every mail once', async () => {
    await aPlannedMeeting(lena, world);
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(catcher.caught).toHaveLength(3);
    expect(new Set(catcher.caught.map(({ messageId }) => messageId)).size).toBe(3);
  });
});

describe('what people choose', () => {
  it('no mail: the notice is in the program only', async () => {
    expect((await choose(world.hana.email, 'MEETINGS', 'NONE')).status).toBe(200);
    await aPlannedMeeting(lena, world);
    await deliver();
    expect(catcher.to(world.hana.email)).toEqual([]);
    expect((await notices(world.hana.email)).unread).toBe(1);
  });

  it('once a day: one mail with a number, from seven in the morning, of what may still be told', async () => {
    await choose(world.hana.email, 'MEETINGS', 'DAILY');
    await aPlannedMeeting(lena, world);
    await aPlannedMeeting(lena, world, { date: '2026-02-25', type: 'EXTRAORDINARY' });
    await deliver();
    expect(catcher.to(world.hana.email)).toEqual([]);
    await program.setNow('2026-02-02T07:01:00Z');
    const queue = () => program.rows('select sec.queue_digests()');
    await queue();
    await queue();
    await deliver();
    const mails = catcher.to(world.hana.email);
    expect(mails.map(({ subject }) => subject)).toEqual(['2 new things for you']);
    expect(mails[0]?.raw).toContain('http://encircle.borough.example/notices');
    await program.setNow('2026-02-02T06:00:00Z');
  });

  it('bad choices name their field', async () => {
    const hana = await program.as(world.hana.email);
    const answer = await hana.put<{ fields: object }>('/api/my/notice-choices', {
      kind: 'NEWS',
      mail: 'HOURLY',
    });
    expect([answer.status, Object.keys(answer.body.fields).sort()]).toEqual([400, ['kind', 'mail']]);
  });
});

describe('the list of notices', () => {
  it('is one’s own; reading marks it, and another’s notice cannot be marked', async () => {
    await aPlannedMeeting(lena, world);
    const [mine] = (await notices(world.hana.email)).items;
    const yusuf = await program.as(world.yusuf.email);
    await yusuf.put('/api/my/notices/read', { ids: [mine?.id] });
    expect((await notices(world.hana.email)).unread).toBe(1);
    const hana = await program.as(world.hana.email);
    const read = await hana.put<Notices>('/api/my/notices/read', { ids: [] });
    expect(read.body).toMatchObject({ unread: 0, items: [{ id: mine?.id, read: true }] });
    const stranger = await program.as((await aWorker(program, world.health, { fullName: 'Nora Ash' })).email);
    expect((await stranger.get('/api/my/notices')).body).toEqual({ items: [], unread: 0 });
  });
});

describe('administrators', () => {
  it('see how many wait and for how long, without recipient or case, and let stuck ones be tried again', async () => {
    const council = await anAgency(program, { name: 'Council' });
    const sid = await program.as((await aWorker(program, council, { role: 'SADM' })).email);
    await aPlannedMeeting(lena, world);
    catcher.refuse = { code: 550, words: 'no' };
    for (let n = 0; n < 10; n += 1) {
      await program.rows('update app.outbox set next_try_at = clock_timestamp() where done_at is null');
      await deliver();
    }
    const seen = await sid.get<{ items: object[]; mail: string }>('/api/deliveries');
    expect(seen.body).toMatchObject({
      mail: 'SERVER',
      items: [{ topic: 'meeting.invited', waiting: 0, stuck: 3, lastProblem: '550', unknown: false }],
    });
    expect(seen.text).not.toMatch(/@|[0-9a-f]{8}-[0-9a-f]{4}-/);
    catcher.refuse = null;
    await deliver();
    expect(catcher.caught).toEqual([]);
    const again = await sid.put<{ code: string }>('/api/deliveries/retry', { topic: 'meeting.invited' });
    expect([again.status, again.body.code]).toEqual([200, undefined]);
    await deliver();
    expect(catcher.caught).toHaveLength(3);
    expect((await lena.get('/api/deliveries')).status).toBe(404);
    expect((await lena.put('/api/deliveries/retry', { topic: 'meeting.invited' })).status).toBe(404);
  });

  it('keep no letter-box of the demo where a mail server is set', async () => {
    expect((await lena.get('/api/my/demo-mail')).status).toBe(404);
  });
});

describe('whoever holds the running role’s own connection', () => {
  it('enters as nobody: neither without a claim, nor in a transaction that can write', async () => {
    await aPlannedMeeting(lena, world);
    const pg = (await import('pg')).default;
    const plain = new pg.Client({ connectionString: program.database.loginUrl });
    await plain.connect();
    try {
      const [entry] = (
        await plain.query<{ id: string; claim: string }>(
          `select id, claim from sec.claim_deliveries(array['meeting.invited'], 1, '1 minute')`,
        )
      ).rows;
      await plain.query('begin read only');
      await expect(
        plain.query('select sec.enter_delivery($1, gen_random_uuid()) as who', [entry?.id]),
      ).rejects.toThrow('not held');
      await plain.query('rollback');
      await expect(
        plain.query('select sec.enter_delivery($1, $2)', [entry?.id, entry?.claim]),
      ).rejects.toThrow('cannot write');
      await expect(plain.query('select * from app.notice')).rejects.toThrow('permission denied');
    } finally {
      await plain.end();
    }
  });
});

it(`says nothing of the family in what it sends, and in what is opened what each may read (seed ${SEED})`, async () => {
  const { id } = await aPlannedMeeting(lena, world);
  const { holds, figures, found } = await scanOf(program, catcher, { seed: SEED, ids: [id] });
  expect(found).toEqual([]);
  expect(figures).toMatchObject({ meetings: 1, recipients: 5 });
  expect(holds).toBe(true);
});
