import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ical, { type VEvent } from 'node-ical';
import { avaWorld, invitationOf, type AvaWorld, type Planned } from '../../factories/ava.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { onTheCase } from '../../factories/episodes.js';
import { anAgency, aWorker, type Agency, type Worker } from '../../factories/people.js';
import { tokenIn } from '../../factories/report-link.js';
import { calendarOf, MailCatcher } from '../../kit/mail-catcher.js';
import { Program, type Answer, type Client } from '../../kit/program.js';

interface Alert {
  id: string;
  version: number;
  agency: string;
  role: string;
  absences: number;
  month: string;
  commitment: string | null;
  then: { contributed: number; invited: number };
  next: { contributed: number; invited: number };
}
interface Held extends Planned {
  version: number;
}

let program: Program;
let catcher: MailCatcher;
let world: AvaWorld;
let authority: Agency;
let ep: Worker;
let manager: Worker;
let mo: Worker;
let lena: Client;

beforeAll(async () => {
  catcher = await MailCatcher.start();
  program = await Program.start(undefined, {
    ENCIRCLE_SMTP_URL: catcher.url,
    ENCIRCLE_MAIL_FROM: 'encircle@borough.example',
    ENCIRCLE_PUBLIC_URL: 'http://encircle.borough.example',
  });
  await program.setNow('2026-01-12T09:00:00Z');
  world = await avaWorld(program, { state: 'PLAN_ACTIVE' });
  authority = await anAgency(program, { kind: 'LOCAL_AUTHORITY' });
  ep = await aWorker(program, authority, {
    fullName: 'Enid Pell',
    professionalRole: 'EDUCATIONAL_PSYCHOLOGIST',
  });
  manager = await aWorker(program, authority, { fullName: 'Una Grant', role: 'AMGR' });
  mo = await aWorker(program, await anAgency(program, { kind: 'LOCAL_AUTHORITY' }), {
    fullName: 'Mo Reed',
    role: 'CAFC',
  });
  await anAgreement(program, world.episode, world.ava, world.mia, [
    { agency: authority, categories: ORDINARY },
  ]);
  await onTheCase(program, world.episode.id, ep, 'TACM');
  await program.rows(
    `update app.edge set professional_role = 'EDUCATIONAL_PSYCHOLOGIST' where user_id = $1`,
    [ep.id],
  );
  lena = await program.as(world.lena.email);
});
afterAll(async () => {
  await program.stop();
  await catcher.stop();
});

const delivered = async (): Promise<void> => {
  while (await program.deliver());
};
const subjects = (email: string): string[] =>
  catcher.to(email).map(({ subject }) => subject.replace(/ \(.*/, ''));
const planned = async (on: string, daysBefore = 28): Promise<Held> => {
  const asked = new Date(Date.parse(`${on}T09:00:00Z`) - daysBefore * 86_400_000).toISOString();
  await program.setNow(asked);
  const answer = await lena.post<Held>(`/api/episodes/${world.episode.id}/meetings`, {
    type: 'REVIEW_TAC',
    date: on,
    time: '10:00',
    mode: 'IN_PERSON',
    invitees: [
      { personId: world.mia.id },
      { userId: world.lena.id },
      { userId: world.hana.id },
      { userId: ep.id },
    ],
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
};
/** The meeting takes place on its day: what each person did, and what the EP did. It is finished, or must not be. */
const held = async (
  meeting: Held,
  on: string,
  eps: object,
  hanas: object = { code: 'ATT' },
  mias = { code: 'DNA', finishes: 201 },
): Promise<Answer> => {
  await program.setNow(`${on}T12:00:00Z`);
  const entries = [
    { invitationId: invitationOf(meeting, world.mia).id, code: mias.code },
    { invitationId: invitationOf(meeting, world.lena).id, code: 'ATT' },
    { invitationId: invitationOf(meeting, world.hana).id, ...hanas },
    { invitationId: invitationOf(meeting, ep).id, ...eps },
  ];
  const saved = await lena.put<{ version: number; code?: string }>(`/api/meetings/${meeting.id}/attendance`, {
    version: meeting.version,
    entries,
  });
  if (saved.status !== 200) return saved;
  const now = (await lena.get<Held>(`/api/meetings/${meeting.id}`)).body;
  const changed = await lena.patch<Held>(`/api/meetings/${meeting.id}`, {
    version: now.version,
    change: 'DETAILS',
    consentChecked: true,
    childParticipation: 'VIEWS_VIA_WORKER',
    noNextReason: 'Booked by telephone',
  });
  const done = await lena.post(`/api/meetings/${meeting.id}/hold`, { version: changed.body.version });
  expect([done.status, done.text.slice(0, 300)]).toEqual([mias.finishes, done.text.slice(0, 300)]);
  catcher.clear();
  await delivered();
  return done;
};
const alerts = async (who: Client): Promise<Alert[]> =>
  (await who.get<{ items: Alert[] }>('/api/reports/absences')).body.items;

describe('ST09, attendance and escalation', () => {
  it('1 and 2: apologies, then no word: whoever leads is told after the second, nobody else', async () => {
    await held(await planned('2026-02-09'), '2026-02-09', { code: 'APO', reason: 'Ill' });
    expect(subjects(world.lena.email)).toEqual([]);
    await held(await planned('2026-02-23'), '2026-02-23', { code: 'DNA' });
    expect(subjects(world.lena.email)).toEqual(['Somebody was missing again']);
    expect([...subjects(manager.email), ...subjects(mo.email)]).toEqual([]);
    expect(await alerts(await program.as(mo.email))).toEqual([]);
  });

  it('3: after the third, that service’s manager and the CAF team, without case, child or worker', async () => {
    await held(await planned('2026-03-09'), '2026-03-09', { code: 'DNA' });
    for (const { email } of [manager, mo]) {
      const [mail] = catcher.to(email);
      expect(mail?.subject).toBe('Meetings missed in a row');
      for (const word of [world.episode.ref, 'Ava', 'Ames', 'Enid', authority.name])
        expect(mail?.readable).not.toContain(word);
    }
    for (const who of [manager, mo])
      expect(await alerts(await program.as(who.email))).toEqual([
        expect.objectContaining({
          agency: authority.name,
          role: 'Educational psychologist',
          absences: 3,
          month: '2026-03',
          commitment: null,
          then: { contributed: 0, invited: 3 },
          next: { contributed: 0, invited: 0 },
        }),
      ]);
  });

  it('3, later: a report sent by link ends the run, and a new absence begins another', async () => {
    const meeting = await planned('2026-03-23', 14);
    await delivered();
    const event = Object.values(ical.sync.parseICS(calendarOf(catcher.to(ep.email).at(-1)!) ?? '')).find(
      (each): each is VEvent => each?.type === 'VEVENT',
    );
    expect(event?.start.toISOString()).toBe('2026-03-23T10:00:00.000Z');
    await lena.post(`/api/invitations/${invitationOf(meeting, ep).id}/report-request`, {});
    await delivered();
    const token = tokenIn(catcher.to(ep.email).at(-1));
    const sent = await program.inject(
      'POST',
      '/api/report-links/report',
      { token, worries: 'Reading is two years behind.' },
      {},
    );
    expect(sent.status).toBe(204);
    const now = (await lena.get<Held>(`/api/meetings/${meeting.id}`)).body;
    await held({ ...meeting, version: now.version }, '2026-03-23', {
      code: 'REP',
      reportReceivedOn: '2026-03-23',
    });
    expect(subjects(world.lena.email)).toEqual(['A report to read']);
    await held(await planned('2026-04-13'), '2026-04-13', { code: 'ATT' });
    await held(await planned('2026-04-27'), '2026-04-27', { code: 'DNA' });
    expect(subjects(world.lena.email)).toEqual([]);
    expect(await alerts(await program.as(mo.email))).toHaveLength(1);
  });

  it('4: of six invitations attended 1, contributed 2, no word 3', async () => {
    const report = await (
      await program.as(mo.email)
    ).get<{ rows: { label: string; total: object }[] }>(
      '/api/reports/attendance?from=2026-01&months=6&by=role',
    );
    expect(report.status).toBe(200);
    const [counts] = await program.rows<Record<string, number>>(
      `select count(*) filter (where attendance in ('ATT', 'PART', 'DEP'))::int as attended,
         count(*) filter (where attendance in ('ATT', 'PART', 'DEP', 'REP'))::int as contributed,
         count(*) filter (where attendance = 'DNA')::int as dna, count(*)::int as invited
       from app.invitation where user_id = $1`,
      [ep.id],
    );
    expect(counts).toEqual({ attended: 1, contributed: 2, dna: 3, invited: 6 });
    const row = report.body.rows.find(({ label }) => /psychologist/i.test(label));
    expect(row?.total).toMatchObject({
      invited: 6,
      attended: 1,
      attendedPercent: 16.7,
      contributed: 2,
      contributedPercent: 33.3,
      dna: 3,
      dnaPercent: 50,
    });
  });

  it('5: an absence after late notice stays outside, and neither lengthens nor ends a run', async () => {
    await held(await planned('2026-05-11', 6), '2026-05-11', { code: 'LATE_NOTICE' });
    await held(await planned('2026-06-08'), '2026-06-08', { code: 'DNA' });
    expect(subjects(world.lena.email)).toEqual(['Somebody was missing again']);
    expect(await alerts(await program.as(mo.email))).toHaveLength(1);
  });

  it('6: a meeting that was called off marks everybody, and counts for nobody', async () => {
    const meeting = await planned('2026-06-15');
    const off = await lena.patch(`/api/meetings/${meeting.id}`, {
      version: meeting.version,
      change: 'CANCEL',
      reason: 'Mia is away',
      askedBy: 'Mia',
    });
    expect(off.status).toBe(200);
    const codes = await program.rows<{ attendance: string }>(
      'select distinct attendance from app.invitation where meeting_id = $1',
      [meeting.id],
    );
    expect(codes).toEqual([{ attendance: 'MTG_CAN' }]);
  });

  it('7: a deputy is the service’s coming, not the person’s', async () => {
    await held(
      await planned('2026-06-22'),
      '2026-06-22',
      { code: 'ATT' },
      { code: 'DEP', deputyName: 'Noor Finch' },
    );
    const theirs = await aWorker(program, world.health, { role: 'AMGR' });
    const report = await (
      await program.as(theirs.email)
    ).get<{ rows: { label: string; total: object }[] }>(
      '/api/reports/attendance?from=2026-06&months=1&by=agency',
    );
    const service = report.body.rows.find(({ label }) => label === world.health.name);
    expect(service?.total).toMatchObject({ invited: 2, attended: 2, attendedPercent: 100 });
    const [row] = await program.rows(
      `select count(*) filter (where attendance in ('ATT', 'PART'))::int as herself, count(*)::int as asked
       from app.invitation i join app.meeting m on m.id = i.meeting_id
       where i.user_id = $1 and m.held_at >= '2026-06-01' and m.status = 'HELD'`,
      [world.hana.id],
    );
    expect(row).toEqual({ herself: 1, asked: 2 });
  });

  it('8: whoever comes uninvited is written down after the family was asked, outside the rates', async () => {
    const meeting = await planned('2026-06-29');
    await program.setNow('2026-06-29T12:00:00Z');
    const unknown = await aWorker(program, await anAgency(program, { kind: 'HEALTH' }));
    const come = { invitees: [{ userId: unknown.id }], came: true };
    const unasked = await lena.post<{ code: string }>(`/api/meetings/${meeting.id}/invitations`, come);
    expect(unasked.body.code).toBe('NOT_AGREED');
    const asked = await lena.post(`/api/meetings/${meeting.id}/invitations`, { ...come, familyAgreed: true });
    expect(asked.status).toBe(201);
    const [row] = await program.rows('select attendance, required from app.invitation where user_id = $1', [
      unknown.id,
    ]);
    expect(row).toEqual({ attendance: 'UNINV', required: false });
  });

  it('9: the family’s taking part is shown apart, and its absences raise nothing', async () => {
    const report = await (
      await program.as(mo.email)
    ).get<{ family: { invited: number }; rows: { label: string }[] }>(
      '/api/reports/attendance?from=2026-01&months=6&by=role',
    );
    const [{ n } = { n: 0 }] = await program.rows<{ n: number }>(
      `select count(*)::int as n from app.invitation i join app.meeting m on m.id = i.meeting_id
       where i.is_family and m.status = 'HELD'`,
    );
    expect([n > 5, report.body.family]).toEqual([true, expect.objectContaining({ invited: n, attended: 0 })]);
    expect(report.body.rows.map(({ label }) => label)).not.toContain('Mia Ames');
    expect(await program.rows('select distinct agency_id from app.absence_alert')).toEqual([
      { agency_id: authority.id },
    ]);
  });

  it('10: whoever reads figures only gets no rate of fewer than ten invitations', async () => {
    const analyst = await aWorker(program, authority, { role: 'ANLY' });
    const report = await (
      await program.as(analyst.email)
    ).get<{ suppressed: boolean; rows: { label: string; total: Record<string, unknown> }[] }>(
      '/api/reports/attendance?by=role',
    );
    expect(report.body.suppressed).toBe(true);
    expect(report.body.rows.length).toBeGreaterThan(0);
    for (const { total } of report.body.rows)
      expect([total['attendedPercent'], total['contributedPercent'], total['dnaPercent']]).toEqual([
        null,
        null,
        null,
      ]);
    expect((await (await program.as(analyst.email)).get('/api/reports/absences')).status).toBe(404);
  });

  it('11: the CAF team writes down what the partner promised; the next quarter stands beside it', async () => {
    const team = await program.as(mo.email);
    const [alert] = await alerts(team);
    const promise = {
      version: alert?.version,
      commitment: 'A named deputy for every meeting',
      promisedBy: 'Una Grant',
      dueOn: '2026-07-31',
    };
    const path = `/api/reports/absences/${alert?.id}/promise`;
    const wrong = await team.put<{ fields: object }>(path, {
      version: 1,
      commitment: '',
      promisedBy: '',
      dueOn: '31.7.',
    });
    expect(Object.keys(wrong.body.fields).sort()).toEqual(['commitment', 'dueOn', 'promisedBy']);
    expect(
      (await team.put<{ fields: object }>(path, { ...promise, dueOn: '2026-01-01' })).body.fields,
    ).toEqual({
      dueOn: ['Choose today or a later day'],
    });
    expect((await team.put(path, promise)).status).toBe(204);
    expect((await team.put<{ code: string }>(path, promise)).body.code).toBe('STALE');
    const [kept] = await alerts(await program.as(manager.email));
    expect(kept).toMatchObject({
      commitment: 'A named deputy for every meeting',
      then: { contributed: 1, invited: 4 },
      next: { contributed: 2, invited: 4 },
    });
    for (const other of [manager, world.lena, world.hana]) {
      const there = await (await program.as(other.email)).put(path, promise);
      const nowhere = await (
        await program.as(other.email)
      ).put('/api/reports/absences/00000000-0000-4000-8000-000000000000/promise', promise);
      expect([there.status, nowhere.status]).toEqual([404, 404]);
    }
    const elsewhere = await aWorker(program, world.health, { role: 'AMGR' });
    expect(await alerts(await program.as(elsewhere.email))).toEqual([]);
    const audited = await program.rows(`select 1 from audit.entry where action = 'absence.promise-recorded'`);
    expect(audited).toHaveLength(1);
  });
});

describe('how many must come for a meeting to count (rule 4.2)', () => {
  it('is a local rule: without it any meeting counts, with it the family, a lead and so many services', async () => {
    const admin = await program.as((await aWorker(program, authority, { role: 'SADM' })).email);
    const quorum = async (value: number, version: number): Promise<number> =>
      (await admin.put('/api/timescales/quorum.services', { value, version })).status;
    const meeting = await planned('2026-08-10');
    await program.setNow('2026-08-10T11:00:00Z');
    expect(await quorum(3, 0)).toBe(200);
    const few = await held(meeting, '2026-08-10', { code: 'APO', reason: 'Ill' }, undefined, {
      code: 'ATT',
      finishes: 400,
    });
    expect(few).toMatchObject({
      status: 400,
      body: {
        code: 'TOO_FEW',
        fields: { attendance: [expect.stringMatching(/^Too few came .* and 3 services/)] },
      },
    });
    expect(await quorum(2, 1)).toBe(200);
    const version = async (): Promise<number> =>
      (await lena.get<Held>(`/api/meetings/${meeting.id}`)).body.version;
    const hold = async () => lena.post(`/api/meetings/${meeting.id}/hold`, { version: await version() });
    const absent = await lena.put(`/api/meetings/${meeting.id}/attendance`, {
      version: await version(),
      entries: [{ invitationId: invitationOf(meeting, world.mia).id, code: 'DNA' }],
    });
    expect([absent.status, (await hold()).status]).toEqual([200, 400]);
    const off = await lena.patch<{ status: string }>(`/api/meetings/${meeting.id}`, {
      version: await version(),
      change: 'INQUORATE',
      reason: 'Nobody of the family could come',
    });
    expect([off.status, off.body.status]).toEqual([200, 'INQUORATE']);
    await held(await planned('2026-08-24'), '2026-08-24', { code: 'DNA' }, undefined, {
      code: 'ATT',
      finishes: 201,
    });
    expect(await quorum(1, 2)).toBe(200);
    await held(await planned('2026-09-07'), '2026-09-07', { code: 'DNA' });
    expect((await admin.put('/api/timescales/police-notice.read.wd', { value: 2, version: 0 })).status).toBe(
      200,
    );
  });
});
