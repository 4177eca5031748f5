import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { episodeId, personId, userId } from '@encircle/shared/fixture';
import type {
  BreakGlassNotice,
  BreakGlassView,
  EmergencyOptions,
  LiveBreakGlass,
} from '@encircle/shared/emergency-access';
import type { Answer, Client } from '../../kit/program.js';
import { startStory, type StoryProgram } from '../../kit/story.js';

const E1 = episodeId('E1');
const E5 = episodeId('E5');
const WORDS = 'Ava has not come home tonight and we need to know what her worker knows.';
const PASSWORD = 'the pass phrase of this test';
const BODY = {
  subjectId: personId('ava'),
  categories: ['SENS_MH'],
  ground: 'VITAL',
  reason: WORDS,
  understood: true,
};

describe('emergency access', () => {
  let story: StoryProgram;
  let yusuf: Client;

  beforeAll(async () => {
    story = await startStory();
    yusuf = await story.as('yusuf');
    await story.program.rows('insert into sec.credential (user_id, password_hash) values ($1, $2)', [
      userId('yusuf'),
      await hash(PASSWORD),
    ]);
  });
  afterAll(() => story.program.stop());

  const ask = (client: Client, episode = E1, over: object = {}, purpose = 'COORDINATE') =>
    client.post<BreakGlassView>(
      `/api/episodes/${episode}/break-glass`,
      { ...BODY, ...over },
      { 'x-encircle-purpose': purpose },
    );
  const reads = async (client: Client, category = 'SENS_MH', purpose = 'COORDINATE'): Promise<number> =>
    (
      await client.get(`/api/episodes/${E1}/content?category=${category}&subjectId=${BODY.subjectId}`, {
        'x-encircle-purpose': purpose,
      })
    ).status;
  /** Ends what is open and moves it out of today, so that each test stands alone. */
  const cleared = () =>
    story.program.rows(
      `with ended as (update app.access_grant set until_at = sec.now() where kind = 'BREAK_GLASS' and until_at > sec.now())
       update app.break_glass set opened_at = opened_at - interval '3 days' where opened_at is not null`,
    );

  it('says what it would open, and never what is open already', async () => {
    const answer = await yusuf.get<EmergencyOptions>(`/api/episodes/${E1}/break-glass`);
    expect(answer.status).toBe(200);
    expect(answer.body.children).toHaveLength(1);
    expect(answer.body.children[0]?.opens).toEqual(
      expect.arrayContaining(['SENS_MH', 'SENS_SH', 'ADULT', 'DV', 'SAFE']),
    );
    expect(answer.body.children[0]?.opens).not.toContain('PLAN');
    expect(answer.body).toMatchObject({ usedToday: 0, needsManager: false, minutes: 60 });
  });

  it('opens the named kind at once, tells people by a number only, and ends exactly at minute 60', async () => {
    await story.at('2026-03-16', '10:00');
    await story.program.rows('delete from app.outbox');
    expect(await reads(yusuf)).toBe(404);
    const opened = await ask(yusuf);
    expect(opened.status).toBe(201);
    expect(opened.body).toMatchObject({
      status: 'OPENED',
      live: true,
      endsOnLeaving: false,
      categories: ['SENS_MH'],
    });
    expect(opened.body.reference).toMatch(/^EA-[0-9A-F]{8}$/);
    expect(await reads(yusuf)).toBe(200);
    // Only what was named, only for what it was asked for, only to look at.
    expect(await reads(yusuf, 'SENS_SH')).toBe(404);
    expect(await reads(yusuf, 'SENS_MH', 'PANEL')).toBe(404);

    const mails = await story.program.rows<{
      topic: string;
      recipient_id: string;
      payload: object;
      episode_id: string | null;
    }>('select topic, recipient_id, payload, episode_id from app.outbox');
    expect(new Set(mails.map(({ recipient_id }) => recipient_id))).toEqual(new Set(await recipients()));
    for (const mail of mails) {
      expect(mail.topic).toBe('break-glass.opened');
      expect(mail.payload).toEqual({ reference: opened.body.reference });
      expect(mail.episode_id).toBeNull();
    }
    const live = await yusuf.get<LiveBreakGlass>('/api/my/break-glass');
    expect(live.body.items.map(({ id }) => id)).toEqual([opened.body.id]);

    await story.program.setNow(new Date(Date.parse(opened.body.endsAt ?? '') - 1500).toISOString());
    expect(await reads(yusuf)).toBe(200);
    await story.program.setNow(opened.body.endsAt ?? '');
    expect(await reads(yusuf)).toBe(404);
    expect((await yusuf.get<LiveBreakGlass>('/api/my/break-glass')).body.items).toEqual([]);
    await story.at('2026-03-16');
  });

  /** Lena leads; beside her the managers of Yusuf's agency, the CAF team and information governance. */
  async function recipients(): Promise<string[]> {
    const rows = await story.program.rows<{ id: string }>(
      `select distinct m.user_id as id from app.membership m join app.agency a on a.id = m.agency_id
       where m.role in ('CAFC', 'IGO') or (m.role = 'AMGR' and a.name = 'Locality Support')`,
    );
    return [userId('lena'), ...rows.map(({ id }) => id)];
  }

  it('leaves a line in the access history that the lead professional sees, without the hidden kind', async () => {
    const lena = await story.as('lena');
    await story.program.rows(`update app.app_user set training_valid_to = '2099-01-01' where id = $1`, [
      userId('lena'),
    ]);
    const looks = await lena.get<{ items: { action: string; who: string; categories: string[] }[] }>(
      `/api/episodes/${E1}/looks`,
    );
    const line = looks.body.items.find(({ action }) => action === 'break-glass.opened');
    expect(line).toMatchObject({ who: expect.stringContaining('Yusuf') });
    // Lena is named for mental health herself; the manager of the school is not.
    expect(line?.categories).toContain('INVOLVE');
  });

  it('the user ends it early, and nobody else can', async () => {
    await cleared();
    const opened = await ask(yusuf);
    expect(await reads(yusuf)).toBe(200);
    const other = await (await story.as('hana')).post(`/api/break-glass/${opened.body.id}/end`, undefined);
    expect(other.status).toBe(404);
    const ended = await yusuf.post<BreakGlassView>(`/api/break-glass/${opened.body.id}/end`, undefined);
    expect(ended.body.live).toBe(false);
    expect(await reads(yusuf)).toBe(404);
  });

  it.each([
    ['categories', { categories: [] }],
    ['categories', { categories: ['PLAN'] }],
    ['categories', { categories: ['SENS_MH', 'PLAN'] }],
    ['ground', { ground: 'CURIOUS' }],
    ['reason', { reason: 'Too short to be a reason' }],
    ['reason', { reason: `${' '.repeat(20)}only blanks${' '.repeat(20)}` }],
    ['understood', { understood: false }],
  ])('refuses and names %s: %j', async (field, over) => {
    await cleared();
    const answer = await ask(yusuf, E1, over);
    expect(answer.status).toBe(400);
    expect(Object.keys((answer.body as unknown as { fields: object }).fields)).toEqual([field]);
  });

  it('wants the password again when signing in was longer ago than five minutes', async () => {
    await cleared();
    await story.program.rows(
      `update sec.session set signed_in_at = clock_timestamp() - interval '6 minutes' where user_id = $1`,
      [userId('yusuf')],
    );
    const stale = await ask(yusuf);
    expect([stale.status, (stale.body as unknown as { code: string }).code]).toEqual([403, 'FRESH_SIGN_IN']);
    const wrong = await yusuf.post('/api/session/prove', { password: 'not it' });
    expect([wrong.status, (wrong.body as { fields: object }).fields]).toEqual([
      400,
      { password: ['This is not your password'] },
    ]);
    expect((await ask(yusuf)).status).toBe(403);
    expect((await yusuf.post('/api/session/prove', { password: PASSWORD })).status).toBe(204);
    expect((await ask(yusuf)).status).toBe(201);
  });

  it('a fourth in one day waits for the manager, and the manager’s yes opens one', async () => {
    await cleared();
    await story.at('2026-03-17', '09:00');
    const done: Answer<BreakGlassView>[] = [];
    for (let n = 0; n < 4; n += 1) {
      const answer = await ask(yusuf);
      done.push(answer);
      if (n < 3) await yusuf.post(`/api/break-glass/${answer.body.id}/end`, undefined);
    }
    expect(done.map(({ body }) => body.status)).toEqual(['OPENED', 'OPENED', 'OPENED', 'ASKED']);
    const asked = done[3]?.body as BreakGlassView;
    expect(await reads(yusuf)).toBe(404);
    expect((await yusuf.post(`/api/break-glass/${asked.id}/open`, { version: 1 })).status).toBe(403);

    const answer = (client: Client) =>
      client.post<BreakGlassNotice>(`/api/break-glass/${asked.id}/answer`, { yes: true, version: 1 });
    expect((await answer(await story.as('lee'))).status).toBe(404);
    const [boss] = await story.program.rows<{ email: string }>(
      `select u.email from app.membership m join app.agency a on a.id = m.agency_id join app.app_user u on u.id = m.user_id
       where m.role = 'AMGR' and a.name = 'Locality Support'`,
    );
    const client = await story.program.as(boss?.email ?? '');
    // Overseers see that it was asked and are not the manager.
    expect((await answer(await story.as('mo'))).status).toBe(404);
    expect((await answer(await story.as('gus'))).status).toBe(403);
    const yes = await answer(client);
    expect([yes.status, yes.body.status]).toEqual([201, 'APPROVED']);
    const opened = await yusuf.post<BreakGlassView>(`/api/break-glass/${asked.id}/open`, { version: 2 });
    expect(opened.body.live).toBe(true);
    expect(await reads(yusuf)).toBe(200);
    await story.at('2026-03-16');
  });

  it('never opens to a blocked worker or through a seal, and says what it says of nothing', async () => {
    await cleared();
    const nowhere = await ask(yusuf, randomUUID());
    const plain = (answer: Answer) => answer.text.replace(/"reference":"[^"]*"/, '');
    for (const sql of [
      `insert into app.conflict_block (person_id, user_id, reason, from_at) values ($1, $2, 'a relative', '2026-01-01')`,
      `insert into app.shield (person_id, kind, ground, from_at) select $1, 'SEAL', 'opened in error', '2026-01-01' where $2::uuid is not null`,
    ]) {
      await story.program.rows(sql, [personId('ava'), userId('yusuf')]);
      const refused = await ask(yusuf);
      expect([refused.status, plain(refused)]).toEqual([nowhere.status, plain(nowhere)]);
      expect((await yusuf.get(`/api/episodes/${E1}/break-glass`)).status).toBe(404);
      await story.program.rows(`delete from app.conflict_block; `);
      await story.program.rows(`delete from app.shield where kind = 'SEAL'`);
    }
    expect((await ask(yusuf)).status).toBe(201);
  });

  it.each(['sid', 'ana', 'uma', 'pat', 'gus', 'cal', 'mia'])(
    'S38: %s may not, for any address',
    async (key) => {
      const client = await story.as(key);
      const headers = { 'x-encircle-purpose': '' };
      const there = await client.post(`/api/episodes/${E1}/break-glass`, BODY, headers);
      const nowhere = await client.post(`/api/episodes/${randomUUID()}/break-glass`, BODY, headers);
      expect(there.status).toBe(nowhere.status);
      expect([403, 404]).toContain(there.status);
      expect(there.text.replace(/"reference":"[^"]*"/, '')).toBe(
        nowhere.text.replace(/"reference":"[^"]*"/, ''),
      );
    },
  );

  it('a worker without a relation gets the answer of nothing; as safeguarding lead only after a search that met the child', async () => {
    const wes = await story.as('wes');
    expect((await ask(wes, E1, { categories: ['CHILD'] })).status).toBe(404);
    await story.program.rows(`update app.membership set safeguarding_lead = true where user_id = $1`, [
      userId('wes'),
    ]);
    expect((await ask(wes, E1, { categories: ['CHILD'] })).status).toBe(404);
    const found = await wes.post<{
      index: { answer: string; emergency: { episodeId: string; subjectId: string } | null };
    }>(
      '/api/find',
      { name: 'Ava Ames', dateOfBirth: '2016-06-10', sex: 'FEMALE' },
      { 'x-encircle-purpose': 'COORDINATE', 'x-encircle-reason': 'Registration at the practice' },
    );
    expect(found.body.index).toMatchObject({
      answer: 'MAY_EXIST',
      emergency: { episodeId: E1, subjectId: personId('ava') },
    });
    const opened = await ask(wes, E1, { categories: ['CHILD'] });
    expect(opened.status).toBe(201);
    expect(await reads(wes, 'CHILD')).toBe(200);
    expect(await reads(wes, 'HEALTH')).not.toBe(200);
    // The family refused this service: no search of theirs ever meets the child.
    const viv = await story.as('viv');
    await story.program.rows(`update app.membership set safeguarding_lead = true where user_id = $1`, [
      userId('viv'),
    ]);
    expect((await ask(viv, E1, { categories: ['CHILD'] })).status).toBe(404);
    await story.program.rows(`update app.membership set safeguarding_lead = false`);
  });

  it('S50: the front door looks past a shield for one look, which ends with its page and is investigated at once', async () => {
    const dee = await story.as('dee');
    const shield = { subjectId: personId('eli'), categories: ['IDENT'] };
    const eli = `/api/episodes/${E5}/content?category=IDENT&subjectId=${personId('eli')}`;
    const safeguard = { 'x-encircle-purpose': 'SAFEGUARD', 'x-encircle-reason': 'A threat was rung in' };
    expect((await dee.get<{ effect: string }>(eli, safeguard)).body.effect).toBe('LIMITED');
    const options = await dee.get<EmergencyOptions>(`/api/episodes/${E5}/break-glass`, safeguard);
    expect(options.body.children[0]).toMatchObject({ shielded: true });
    const opened = await ask(dee, E5, shield, 'SAFEGUARD');
    expect(opened.body).toMatchObject({ status: 'OPENED', endsOnLeaving: true, live: true });
    const looked = await dee.get<{ effect: string; items: object[] }>(eli, safeguard);
    expect([looked.body.effect, looked.body.items.length > 0]).toEqual(['ALLOW', true]);
    const tasks = await story.program.rows<{ kind: string; due_on: string }>(
      `select kind, due_on::text from app.access_review where reference = $1 order by kind`,
      [opened.body.reference],
    );
    expect(tasks).toEqual([
      { kind: 'BREAK_GLASS', due_on: '2026-03-23' },
      { kind: 'INVESTIGATION', due_on: '2026-03-16' },
    ]);
    // Signs of life keep it, silence ends it.
    await story.at('2026-03-16', '10:01');
    expect(
      (await dee.post<{ endsAt: string }>(`/api/break-glass/${opened.body.id}/stay`, undefined)).body.endsAt,
    ).toBe(opened.body.endsAt);
    await story.program.setNow('2026-03-16T10:02:30.000Z');
    expect((await dee.get<{ effect: string }>(eli, safeguard)).body.effect).toBe('ALLOW');
    await story.at('2026-03-16', '10:04');
    expect((await dee.get<{ effect: string }>(eli, safeguard)).body.effect).toBe('LIMITED');
    await story.at('2026-03-16');
    // Somebody who cannot know of the child: nothing.
    expect((await ask(await story.as('hana'), E5, shield)).status).toBe(404);
  });

  it('a manager, the owner’s side and overseers read a notice; nobody else finds one', async () => {
    const [row] = await story.program.rows<{ id: string; reference: string }>(
      `select id, reference from app.break_glass where user_id = $1 and status = 'OPENED' limit 1`,
      [userId('yusuf')],
    );
    const path = `/api/break-glass/${row?.id}`;
    const lena = await (await story.as('lena')).get<BreakGlassNotice>(path);
    expect(lena.body).toMatchObject({ reference: row?.reference, part: 'OWNER', episodeId: E1 });
    const mo = await (await story.as('mo')).get<BreakGlassNotice>(path);
    expect(mo.body).toMatchObject({ part: 'OVERSIGHT', episodeId: null });
    expect(mo.text).not.toContain('Ava');
    const hana = await (await story.as('hana')).get(path);
    const random = await (await story.as('hana')).get(`/api/break-glass/${randomUUID()}`);
    expect([hana.status, hana.text.replace(/"reference":"[^"]*"/, '')]).toEqual([
      404,
      random.text.replace(/"reference":"[^"]*"/, ''),
    ]);
  });
});
