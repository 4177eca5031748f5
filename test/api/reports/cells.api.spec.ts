import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AttendanceCell, AttendanceReport, LateReportPage } from '@encircle/shared/reports';
import { aChild } from '../../factories/children.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import { aMeeting, type Invited } from '../../factories/held-meetings.js';
import { anAgency, aWorker, type Agency, type Worker } from '../../factories/people.js';
import { Program, type Client } from '../../kit/program.js';

let program: Program;
let camhs: Agency;
let northway: Agency;
let clinicians: Worker[];
let episodes: Episode[];
let rosa: Client;
let carla: Client;
let ana: Client;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T10:00:00Z');
  camhs = await anAgency(program, { name: 'CAMHS', reportGroup: 'CAMHS' });
  northway = await anAgency(program, { name: 'Northway Primary', reportGroup: 'Schools' });
  const council = await anAgency(program, { name: 'Council', reportGroup: 'Council' });
  clinicians = [];
  for (const fullName of ['Carl Whitlock', 'Ida Moss', 'Jo Tierney'])
    clinicians.push(await aWorker(program, camhs, { fullName, professionalRole: 'CAMHS_CLINICIAN' }));
  episodes = [];
  for (let n = 0; n < 3; n += 1)
    episodes.push(await anEpisode(program, { children: [await aChild(program, {})], agency: northway }));
  rosa = await signedIn('CAFC', council);
  carla = await signedIn('AMGR', camhs);
  ana = await signedIn('ANLY', council);
  await november();
});
afterAll(() => program.stop());

const signedIn = async (role: string, agency: Agency): Promise<Client> =>
  program.as((await aWorker(program, agency, { role })).email);

/** Three meetings of three cases: "Clinic clash" from each, and one reason that says something of a family. */
async function november(): Promise<void> {
  const [carl, ida, jo] = clinicians;
  const rows: Invited[][] = [
    [
      { worker: carl as Worker, role: 'CAMHS_CLINICIAN', code: 'ATT' },
      { worker: ida as Worker, role: 'CAMHS_CLINICIAN', code: 'APO', reason: 'Clinic clash' },
      { agency: northway, role: 'SENCO', code: 'ATT' },
    ],
    [{ worker: jo as Worker, role: 'CAMHS_CLINICIAN', code: 'APO', reason: ' clinic Clash' }],
    [
      { worker: carl as Worker, role: 'CAMHS_CLINICIAN', code: 'REP', reason: 'Clinic clash' },
      { worker: ida as Worker, role: 'CAMHS_CLINICIAN', code: 'APO', reason: 'Ava is in hospital' },
      { worker: jo as Worker, role: 'CAMHS_CLINICIAN', code: 'DNA' },
      { family: true, code: 'DNA', reason: 'At the hospital with Ava' },
    ],
  ];
  for (const [n, invited] of rows.entries())
    await aMeeting(program, episodes[n] as Episode, { at: `2025-11-1${n}T10:00:00Z`, invited });
}

async function keyOf(client: Client, label: string, by = 'agency'): Promise<string> {
  const { body } = await client.get<AttendanceReport>(`/api/reports/attendance?by=${by}`);
  return body.rows.find((row) => row.label === label)?.key ?? '';
}

const cell = (client: Client, key: string, more = '') =>
  client.get<AttendanceCell>(`/api/reports/attendance/cell?key=${key}&month=2025-11${more}`);

describe('one cell', () => {
  it('counts each code and the reasons several cases share; rarer words are counted, not told', async () => {
    const { status, body, text } = await cell(rosa, await keyOf(rosa, 'CAMHS'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ label: 'CAMHS', month: '2025-11' });
    expect(body.counts).toEqual([
      { code: 'APO', count: 3 },
      { code: 'ATT', count: 1 },
      { code: 'DNA', count: 1 },
      { code: 'REP', count: 1 },
    ]);
    expect(body.total).toMatchObject({ invited: 6, attended: 1, contributed: 2, dna: 1 });
    expect(body.reasons).toEqual([
      { code: 'APO', words: 'Clinic clash', count: 2 },
      { code: 'APO', words: null, count: 1 },
      { code: 'REP', words: 'Clinic clash', count: 1 },
    ]);
    expect(text).not.toMatch(/hospital|Ava/);
    for (const { id } of episodes) expect(text).not.toContain(id);
  });

  it('lists who was asked a page at a time, without case, meeting or day', async () => {
    const key = await keyOf(rosa, 'CAMHS clinician', 'role');
    const first = await cell(rosa, key, '&by=role&limit=4');
    const second = await cell(rosa, key, `&by=role&limit=4&after=${first.body.next ?? ''}`);
    expect([first.body.items.length, second.body.items.length, second.body.next]).toEqual([4, 2, null]);
    const all = [...first.body.items, ...second.body.items];
    expect(all.map(({ name, code }) => `${name} ${code}`)).toEqual(
      [...all.map(({ name, code }) => `${name} ${code}`)].sort((a, b) =>
        (a.split(' ')[0] ?? '').localeCompare(b.split(' ')[0] ?? ''),
      ),
    );
    expect(all.filter(({ name }) => name === 'Ida Moss')).toEqual([
      { name: 'Ida Moss', agency: 'CAMHS', role: 'CAMHS clinician', month: '2025-11', code: 'APO' },
      { name: 'Ida Moss', agency: 'CAMHS', role: 'CAMHS clinician', month: '2025-11', code: 'APO' },
    ]);
  });

  it('is for the agency’s own manager, not for another’s and not for the analyst', async () => {
    const key = await keyOf(rosa, 'CAMHS');
    expect((await cell(carla, await keyOf(carla, 'CAMHS'))).body.items).toHaveLength(6);
    const other = await signedIn('AMGR', northway);
    const random = await cell(other, '0123456789ab');
    for (const client of [other, ana]) {
      const answer = await cell(client, key);
      expect([answer.status, answer.text.length]).toEqual([404, random.text.length]);
    }
    expect((await other.get('/api/reports/attendance?by=role')).text).not.toContain('CAMHS');
  });

  it.each([
    ['key=CAMHS&month=2025-11', 'key'],
    ['key=0123456789ab&month=November', 'month'],
    ['key=0123456789ab&month=2025-11&after=abc', 'after'],
  ])('refuses ?%s and names %s', async (query, field) => {
    const answer = await rosa.get<{ fields: object }>(`/api/reports/attendance/cell?${query}`);
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([400, [field]]);
  });
});

describe('reports that did not come', () => {
  const late = (client: Client, query = '') =>
    client.get<LateReportPage>(`/api/reports/late-reports${query}`);

  beforeAll(async () => {
    const [carl, ida, jo] = clinicians;
    const id = await aMeeting(program, episodes[0] as Episode, {
      at: '2026-03-20T10:00:00Z',
      status: 'PLANNED',
      invited: [carl, ida, jo].map((worker) => ({ worker: worker as Worker, code: null })),
    });
    const due = (who: Worker | undefined, on: string, received: string | null) =>
      program.rows(
        `update app.invitation set rsvp = 'SENDING_REPORT', report_due_on = $3, report_received_on = $4
         where meeting_id = $1 and user_id = $2`,
        [id, who?.id, on, received],
      );
    await due(carl, '2026-03-04', null);
    await due(ida, '2026-03-04', '2026-03-03');
    await due(jo, '2026-03-16', null);
    const off = await aMeeting(program, episodes[1] as Episode, {
      at: '2026-03-10T10:00:00Z',
      status: 'CANCELLED',
      invited: [{ worker: jo as Worker, code: 'MTG_CAN' }],
    });
    await program.rows(`update app.invitation set report_due_on = '2026-03-03' where meeting_id = $1`, [off]);
  });

  it('says who, for which agency, since when; what came, is due today or was called off is not late', async () => {
    const answer = await late(rosa);
    expect(answer.body).toEqual({
      items: [
        {
          name: 'Carl Whitlock',
          agency: 'CAMHS',
          dueOn: '2026-03-04',
          workingDaysLate: 8,
          answer: 'SENDING_REPORT',
        },
      ],
      next: null,
      total: 1,
    });
    expect((await late(carla)).body.items).toHaveLength(1);
    expect((await late(await signedIn('AMGR', northway))).body).toEqual({ items: [], next: null, total: 0 });
    expect((await late(ana)).status).toBe(404);
  });

  it('pages, and refuses a cursor that is not one of ours', async () => {
    await program.rows(
      `update app.invitation set report_received_on = null, report_due_on = '2026-03-05' where user_id = $1 and report_received_on is not null`,
      [clinicians[1]?.id],
    );
    const first = await late(rosa, '?limit=1');
    expect(first.body).toMatchObject({ items: [{ name: 'Carl Whitlock' }], total: 2 });
    const second = await late(rosa, `?limit=1&after=${first.body.next ?? ''}`);
    expect(second.body).toMatchObject({ items: [{ name: 'Ida Moss' }], next: null });
    const forged = Buffer.from(JSON.stringify(['soon', episodes[0]?.id])).toString('base64url');
    for (const after of ['abc', forged]) expect((await late(rosa, `?after=${after}`)).status).toBe(400);
  });
});

describe('figures that leave the team', () => {
  it('hide small cells and a neighbour, give no percentage under 10 and no cell to open', async () => {
    const worker = (agency: Agency, code: string, n: number): Invited[] =>
      Array.from({ length: n }, () => ({ agency, role: 'OTHER', code }));
    const big = await anAgency(program, { reportGroup: 'Big' });
    const middle = await anAgency(program, { reportGroup: 'Middle' });
    const small = await anAgency(program, { reportGroup: 'Small' });
    await aMeeting(program, episodes[0] as Episode, {
      at: '2026-01-10T10:00:00Z',
      invited: [...worker(big, 'ATT', 30), ...worker(middle, 'ATT', 9), ...worker(small, 'ATT', 3)],
    });
    const { body } = await ana.get<AttendanceReport>('/api/reports/attendance');
    expect(body).toMatchObject({ from: '2025-04-01', to: '2026-03-16', suppressed: true, localities: [] });
    const january = body.months.indexOf('2026-01');
    const shown = (label: string) => body.rows.find((row) => row.label === label)?.cells[january];
    const hidden = {
      invited: null,
      attended: null,
      contributed: null,
      attendedPercent: null,
      contributedPercent: null,
      hidden: true,
    };
    expect(shown('Small')).toEqual(hidden);
    // January's sum is printed, so "Small" alone would be told by a subtraction.
    for (const column of body.months.map((_month, c) => body.rows.map((row) => row.cells[c]?.hidden)))
      expect(column.filter(Boolean)).not.toHaveLength(1);
    for (const row of body.rows) expect(row.cells.filter((each) => each.hidden)).not.toHaveLength(1);
    expect(body.rows.filter((row) => row.total.hidden)).not.toHaveLength(1);
    const numbers = [...body.rows.flatMap((row) => [...row.cells, row.total]), ...body.foot, body.total];
    for (const { invited, attended, contributed } of numbers)
      for (const number of [invited, attended, contributed])
        expect(number === null || number >= 5).toBe(true);
    for (const each of numbers)
      if (each.invited !== null && each.invited < 10) expect(each.attendedPercent).toBeNull();
    expect(body.rows.find((row) => row.label === 'Big')?.total).toMatchObject({ invited: 30, dna: null });
  });

  it('by role there are sums only, so that the two tables do not tell each other’s hidden cells', async () => {
    const { body } = await ana.get<AttendanceReport>('/api/reports/attendance?by=role');
    expect([body.months, body.foot, body.rows.flatMap((row) => row.cells)]).toEqual([[], [], []]);
    expect(body.rows.find((row) => row.label === 'Another role')?.total.invited).toBe(42);
  });

  it.each([
    ['from=2025-06', 'from'],
    ['months=6', 'months'],
    ['locality=NORTH', 'locality'],
  ])('cannot be cut so that a difference tells a small number: ?%s', async (query, field) => {
    const answer = await ana.get<{ fields: object }>(`/api/reports/attendance?${query}`);
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([400, [field]]);
  });
});
