import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ATTENDANCE_CODES, codeRow } from '@encircle/shared/codes';
import { aPlannedMeeting, avaWorld, invitationOf, type AvaWorld, type Planned } from '../../factories/ava.js';
import { onTheCase } from '../../factories/episodes.js';
import { aWorker } from '../../factories/people.js';
import { Program, type Client } from '../../kit/program.js';

interface Saved {
  version: number;
  entries: {
    invitationId: string;
    code: string | null;
    reason: string | null;
    deputyName: string | null;
    version: number;
  }[];
  code: string;
  fields: Record<string, string[]>;
  data: { stored: Saved };
}

let program: Program;
let world: AvaWorld;
let lena: Client;
let meeting: Planned;

beforeAll(async () => {
  program = await Program.start();
});
afterAll(() => program.stop());
beforeEach(async () => {
  await program.setNow('2026-02-02T09:00:00Z');
  world = await avaWorld(program);
  lena = await program.as(world.lena.email);
  meeting = await aPlannedMeeting(lena, world);
  await program.setNow('2026-02-24T17:00:00Z');
});

const save = (who: Client, entries: object[], version = meeting.version) =>
  who.put<Saved>(`/api/meetings/${meeting.id}/attendance`, { version, entries });

const entry = (who: { id: string }, code: string, more: object = {}): object => ({
  invitationId: invitationOf(meeting, who).id,
  code,
  ...more,
});

/** M10 as rule 7.2 words it, by plain SQL over what is stored. */
async function figures(
  meetingId: string,
): Promise<{ attended: number; contributed: number; invited: number }> {
  const rows = await program.rows<{ attendance: string }>(
    `select attendance from app.invitation where meeting_id = $1 and not is_family`,
    [meetingId],
  );
  const codes = rows.map((row) => codeRow(ATTENDANCE_CODES, row.attendance));
  return {
    attended: codes.filter((code) => code.agency && code.invited).length,
    contributed: codes.filter((code) => code.contributed && code.invited).length,
    invited: codes.filter((code) => code.invited).length,
  };
}

describe('attendance', () => {
  it('saves a whole meeting in one call, and the figures are those of story ST01: 3 of 4 came, 4 of 4 contributed', async () => {
    const answer = await save(lena, [
      entry(world.mia, 'ATT'),
      entry(world.lena, 'ATT'),
      entry(world.hana, 'ATT'),
      entry(world.yusuf, 'ATT'),
      entry(world.carl, 'REP', { reason: 'Clinic clash' }),
    ]);
    expect(answer.status).toBe(200);
    expect(answer.body.version).toBe(meeting.version + 1);
    expect(answer.body.entries).toHaveLength(5);
    expect(await figures(meeting.id)).toEqual({ attended: 3, contributed: 4, invited: 4 });
    const [stored] = await program.rows<{ report_received_on: string }>(
      'select report_received_on::text from app.invitation where id = $1',
      [invitationOf(meeting, world.carl).id],
    );
    expect(stored?.report_received_on).toBe('2026-02-24');
    const [audited] = await program.rows<{ outcome: string; result_count: number; actor_id: string }>(
      `select outcome, result_count, actor_id from audit.entry where action = 'meeting.attendance-recorded' and episode_id = $1`,
      [world.episode.id],
    );
    expect(audited).toEqual({ outcome: 'ALLOW', result_count: 5, actor_id: world.lena.id });
  });

  it('keeps a deputy by name: the service came, the person did not', async () => {
    const nameless = await save(lena, [entry(world.hana, 'DEP')]);
    expect(nameless.body.fields).toEqual({ 'entries.0.deputyName': ['Enter the deputy’s name'] });
    const named = await save(lena, [entry(world.hana, 'DEP', { deputyName: 'Jo Bell' })]);
    expect(named.body.entries.find((each) => each.code === 'DEP')?.deputyName).toBe('Jo Bell');
    const { person, agency } = codeRow(ATTENDANCE_CODES, 'DEP');
    expect([person, agency]).toEqual([false, true]);
  });

  it.each(['ATT', 'PART', 'REP', 'APO', 'DNA', 'NOT_REQ', 'DECL_CONSENT'])(
    'takes the code %s',
    async (code) => {
      const answer = await save(lena, [entry(world.yusuf, code)]);
      expect([answer.status, answer.body.entries.find((each) => each.code !== null)?.code]).toEqual([
        200,
        code,
      ]);
    },
  );

  it('refuses late notice where the notice was long enough, and takes it where it was not', async () => {
    const long = await save(lena, [entry(world.hana, 'ATT'), entry(world.yusuf, 'LATE_NOTICE')]);
    expect([long.status, long.body.code]).toEqual([400, 'NOTICE_LONG_ENOUGH']);
    expect(Object.keys(long.body.fields)).toEqual(['entries.1.code']);
    expect(
      await program.rows('select 1 from app.invitation where meeting_id = $1 and attendance is not null', [
        meeting.id,
      ]),
    ).toHaveLength(0);
    await program.rows('update app.invitation set short_notice = true where meeting_id = $1', [meeting.id]);
    expect((await save(lena, [entry(world.yusuf, 'LATE_NOTICE')])).status).toBe(200);
  });

  it('never takes the mark of a meeting that was not held, nor an unknown code, nor somebody else’s invitation', async () => {
    expect((await save(lena, [entry(world.yusuf, 'MTG_CAN')])).body.fields['entries.0.code']?.[0]).toContain(
      'Cancel or move',
    );
    expect((await save(lena, [entry(world.yusuf, 'CAME')])).body.fields).toEqual({
      'entries.0.code': ['Choose how they took part'],
    });
    const unknown = await save(lena, [{ invitationId: randomUUID(), code: 'ATT' }]);
    expect(unknown.body.fields).toEqual({
      'entries.0.invitationId': ['This person is not invited to this meeting'],
    });
    expect((await save(lena, [entry(world.hana, 'ATT'), entry(world.hana, 'DNA')])).status).toBe(400);
  });

  it('records somebody who came uninvited beside the rates, and never a refused service', async () => {
    const extra = await aWorker(program, world.locality, { fullName: 'Pat Came' });
    const invite = (userId: string, more: object = {}) =>
      lena.post<Planned & { code: string }>(`/api/meetings/${meeting.id}/invitations`, {
        invitees: [{ userId }],
        came: true,
        ...more,
      });
    expect((await invite(extra.id)).status).toBe(201);
    expect((await invite(world.viv.id, { familyAgreed: true })).body.code).toBe('REFUSED_BY_FAMILY');
    await save(lena, [
      entry(world.lena, 'ATT'),
      entry(world.hana, 'ATT'),
      entry(world.yusuf, 'DNA'),
      entry(world.carl, 'APO'),
    ]);
    expect(await figures(meeting.id)).toEqual({ attended: 2, contributed: 2, invited: 4 });
    expect((await save(lena, [entry(world.hana, 'UNINV')], meeting.version + 1)).body.code).toBe(
      'UNINVITED_STAYS',
    );
  });

  it('shows a second person what is stored, and loses nothing', async () => {
    await save(lena, [entry(world.hana, 'ATT')]);
    const second = await save(lena, [entry(world.hana, 'DNA')]);
    expect([second.status, second.body.code]).toEqual([409, 'STALE']);
    expect(second.body.data.stored.version).toBe(meeting.version + 1);
    expect(second.body.data.stored.entries.find((each) => each.code !== null)).toMatchObject({
      code: 'ATT',
      version: 2,
    });
  });

  it('waits for the day of the meeting', async () => {
    await program.setNow('2026-02-23T17:00:00Z');
    const early = await save(lena, [entry(world.hana, 'ATT')]);
    expect(early.body.fields).toEqual({ 'entries.0.code': ['The day of the meeting has not come'] });
    expect((await save(lena, [entry(world.hana, 'NOT_REQ', { reason: 'Chair agreed' })])).status).toBe(200);
  });

  it('is for who runs the meeting: others of the team are told, outsiders learn nothing', async () => {
    const hana = await program.as(world.hana.email);
    const refused = await save(hana, [entry(world.hana, 'ATT')]);
    expect([refused.status, refused.body.code]).toEqual([403, 'NOT_YOURS_TO_RUN']);
    const viv = await program.as(world.viv.email);
    const hidden = await save(viv, [entry(world.hana, 'ATT')]);
    const random = await viv.put(`/api/meetings/${randomUUID()}/attendance`, {
      version: 1,
      entries: [entry(world.hana, 'ATT')],
    });
    expect([hidden.status, hidden.text]).toEqual([404, random.text]);
    const nobody = await save(program.anyone, [entry(world.hana, 'ATT')]);
    expect(nobody.status).toBe(401);
    expect(
      await program.rows('select 1 from app.invitation where meeting_id = $1 and attendance is not null', [
        meeting.id,
      ]),
    ).toHaveLength(0);
  });

  it('takes no save without the token of the page, nor after the case is frozen or agreement ended', async () => {
    const bare = await lena.put<Saved>(
      `/api/meetings/${meeting.id}/attendance`,
      { version: meeting.version, entries: [entry(world.hana, 'ATT')] },
      { 'x-csrf-token': 'another' },
    );
    expect([bare.status, bare.body.code]).toEqual([403, 'CSRF']);
    await program.rows(`update app.episode set state = 'PAUSED_STATUTORY' where id = $1`, [world.episode.id]);
    expect((await save(lena, [entry(world.hana, 'ATT')])).body.code).toBe('R20_READ_ONLY');
    await program.rows(`update app.episode set state = 'TAC_PLANNED' where id = $1`, [world.episode.id]);
    await program.rows(
      `update app.consent_line set status = 'WITHDRAWN', until_at = sec.now(), ended_at = sec.now() where episode_id = $1 and decision = 'GIVEN'`,
      [world.episode.id],
    );
    expect((await save(lena, [entry(world.hana, 'ATT')])).body.code).toBe('R20_READ_ONLY');
  });

  it('leaves the meeting as it was for everyone else when only a hidden person is marked', async () => {
    const mind = await aWorker(program, world.camhs, { fullName: 'Dr Quiet' });
    await onTheCase(program, world.episode.id, mind, 'TACM', { sensitiveClass: 'SENS_MH' });
    const invited = await lena.post<Planned>(`/api/meetings/${meeting.id}/invitations`, {
      invitees: [{ userId: mind.id }],
      came: false,
    });
    const yusuf = await program.as(world.yusuf.email);
    const before = await yusuf.get(`/api/meetings/${meeting.id}`);
    const hidden = invitationOf(invited.body, mind);
    const saved = await save(lena, [{ invitationId: hidden.id, code: 'ATT', version: hidden.version }]);
    expect([saved.status, saved.body.version]).toEqual([200, meeting.version]);
    expect((await yusuf.get(`/api/meetings/${meeting.id}`)).text).toBe(before.text);
    const again = await save(lena, [{ invitationId: hidden.id, code: 'DNA', version: hidden.version }]);
    expect([again.status, again.body.code]).toEqual([409, 'STALE']);
  });
});
