import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AttendanceReport, AttendanceReportRow } from '@encircle/shared/reports';
import { aChild } from '../../factories/children.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import { aMeeting, noMeetings, type Invited } from '../../factories/held-meetings.js';
import { anAgency, aWorker, type Agency, type Worker } from '../../factories/people.js';
import { Program, type Client } from '../../kit/program.js';

interface World {
  northway: Agency;
  seaview: Agency;
  psychology: Agency;
  psychologist: Worker;
  cafTeam: Agency;
  episode: Episode;
}

let program: Program;
let world: World;
let rosa: Client;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T10:00:00Z');
  const northway = await anAgency(program, { name: 'Northway Primary', reportGroup: 'Schools' });
  const seaview = await anAgency(program, { name: 'Seaview Primary', reportGroup: 'Schools' });
  const psychology = await anAgency(program, { name: 'Psychology', reportGroup: 'Educational psychology' });
  const cafTeam = await anAgency(program, { name: 'CAF Team', kind: 'CAF_TEAM', reportGroup: 'Council' });
  const psychologist = await aWorker(program, psychology, { professionalRole: 'EDUCATIONAL_PSYCHOLOGIST' });
  const child = await aChild(program, {});
  const episode = await anEpisode(program, { children: [child], agency: northway });
  world = { northway, seaview, psychology, psychologist, cafTeam, episode };
  rosa = await inRole('CAFC', cafTeam);
});
afterAll(() => program.stop());
afterEach(() => noMeetings(program));

async function inRole(role: string, agency: Agency): Promise<Client> {
  return program.as((await aWorker(program, agency, { role })).email);
}

const report = async (who: Client, query = ''): Promise<AttendanceReport> => {
  const answer = await who.get<AttendanceReport>(`/api/reports/attendance${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};

const rowOf = (body: AttendanceReport, label: string): AttendanceReportRow => {
  const row = body.rows.find((each) => each.label === label);
  if (!row) throw new Error(`no row for ${label}`);
  return row;
};

const psychologistWas = (code: string, day: number) =>
  aMeeting(program, world.episode, {
    at: `2026-02-${String(day).padStart(2, '0')}T10:00:00Z`,
    status: code === 'MTG_CAN' ? 'CANCELLED' : 'HELD',
    invited: [{ worker: world.psychologist, role: 'EDUCATIONAL_PSYCHOLOGIST', code }],
  });

describe('story ST09', () => {
  it('six invitations of the psychologist: attended 16.7 %, contributed 33.3 %, no word 50 %', async () => {
    const codes = ['APO', 'DNA', 'DNA', 'REP', 'ATT', 'DNA'];
    for (const [n, code] of codes.entries()) await psychologistWas(code, n + 1);
    await psychologistWas('LATE_NOTICE', 10);
    await psychologistWas('MTG_CAN', 11);
    await aMeeting(program, world.episode, {
      at: '2026-02-12T10:00:00Z',
      invited: [{ agency: world.psychology, role: 'EDUCATIONAL_PSYCHOLOGIST', code: 'UNINV' }],
    });
    for (const [by, label] of [
      ['agency', 'Educational psychology'],
      ['role', 'Educational psychologist'],
    ] as const) {
      const { total } = rowOf(await report(rosa, `?by=${by}`), label);
      expect(total).toEqual({
        invited: 6,
        attended: 1,
        contributed: 2,
        attendedPercent: 16.7,
        contributedPercent: 33.3,
        hidden: false,
        dna: 3,
        dnaPercent: 50,
        lateNotice: 1,
        uninvited: 1,
        notRecorded: 0,
      });
    }
  });

  it('a deputy counts for the agency, families stand apart', async () => {
    await aMeeting(program, world.episode, {
      at: '2026-03-02T10:00:00Z',
      invited: [
        { agency: world.northway, role: 'SENCO', code: 'DEP' },
        { family: true, code: 'ATT' },
        { family: true, code: 'DNA' },
      ],
    });
    const body = await report(rosa);
    expect(body.rows.map((row) => row.label)).toEqual(['Schools']);
    expect(body.total).toMatchObject({ invited: 1, attended: 1, contributed: 1, dna: 0 });
    expect(body.family).toMatchObject({ invited: 2, attended: 1 });
  });
});

const CODES = [
  'ATT',
  'PART',
  'DEP',
  'REP',
  'APO',
  'DNA',
  'LATE_NOTICE',
  'NOT_REQ',
  'DECL_CONSENT',
  'UNINV',
  'MTG_CAN',
  null,
];

/** M10 and M11 as rule 7.2 words them, in plain SQL; a month starts at midnight in London. */
const M10 = (by: string): string => `
  select ${by} as name, to_char(m.held_at at time zone 'Europe/London', 'YYYY-MM') as month,
    count(*) filter (where i.attendance in ('ATT', 'PART', 'DEP', 'REP', 'APO', 'DNA'))::int as invited,
    count(*) filter (where i.attendance in ('ATT', 'PART', 'DEP'))::int as attended,
    count(*) filter (where i.attendance in ('ATT', 'PART', 'DEP', 'REP'))::int as contributed,
    count(*) filter (where i.attendance = 'DNA')::int as dna,
    count(*) filter (where i.attendance = 'LATE_NOTICE')::int as "lateNotice"
  from app.invitation i join app.meeting m on m.id = i.meeting_id join app.agency a on a.id = i.agency_id
  where m.status = 'HELD' and not i.is_family
    and (m.held_at at time zone 'Europe/London')::date between '2025-04-01' and '2026-03-16'
  group by 1, 2`;

interface Plain {
  name: string;
  month: string;
  invited: number;
  attended: number;
  contributed: number;
  dna: number;
  lateNotice: number;
}

const sum = (rows: readonly Plain[], of: (row: Plain) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
/** Round half up to one decimal, in SQL's own arithmetic elsewhere; here in whole numbers. */
const share = (n: number, d: number): number | null =>
  d === 0 ? null : Number(((n * 100) / d + 1e-9).toFixed(1));

describe('attendance of random meetings', () => {
  const ROLES: Record<string, string> = {
    SENCO: 'SENCO',
    EDUCATIONAL_PSYCHOLOGIST: 'Educational psychologist',
    OTHER: 'Another role',
  };
  const invitation = fc.record({
    agency: fc.constantFrom('northway' as const, 'seaview' as const, 'psychology' as const),
    role: fc.constantFrom(...Object.keys(ROLES)),
    family: fc.boolean(),
    code: fc.constantFrom(...CODES),
  });
  const meeting = fc.record({
    // From before the first month to today, around midnights and the change of the clocks.
    at: fc
      .tuple(fc.integer({ min: 0, max: 375 }), fc.constantFrom('22:30', '23:30', '00:30', '10:00'))
      .map(([day, time]) => `${new Date(Date.UTC(2025, 2, 6 + day)).toISOString().slice(0, 10)}T${time}:00Z`),
    status: fc.constantFrom('HELD', 'HELD', 'HELD', 'CANCELLED', 'POSTPONED', 'PLANNED', 'INQUORATE'),
    invited: fc.array(invitation, { maxLength: 5 }),
  });

  it('is by agency and by role what plain SQL counts', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(meeting, { minLength: 1, maxLength: 8 }), async (meetings) => {
          for (const { invited, ...each } of meetings)
            await aMeeting(program, world.episode, {
              ...each,
              invited: invited.map(({ agency, ...rest }): Invited => ({ ...rest, agency: world[agency] })),
            });
          await compare('agency', 'a.report_group', (name) => name);
          await compare('role', 'i.professional_role', (name) => ROLES[name] ?? name);
        })
        .afterEach(() => noMeetings(program)),
      { numRuns: 30 },
    );
  });

  async function compare(by: string, column: string, labelOf: (name: string) => string): Promise<void> {
    const plain = await program.rows<Plain>(M10(column));
    const body = await report(rosa, `?by=${by}&from=2025-04&months=12`);
    expect(body.rows.map((row) => row.label).sort()).toEqual(
      [...new Set(plain.map((row) => labelOf(row.name)))].sort(),
    );
    for (const row of body.rows) {
      const own = plain.filter((each) => labelOf(each.name) === row.label);
      expect(row.cells).toEqual(
        body.months.map((month) => figure(own.filter((each) => each.month === month))),
      );
      expect(row.total).toMatchObject(figure(own));
      expect([row.total.dna, row.total.lateNotice]).toEqual([
        sum(own, (each) => each.dna),
        sum(own, (each) => each.lateNotice),
      ]);
    }
    expect(body.foot).toEqual(
      body.months.map((month) => figure(plain.filter((each) => each.month === month))),
    );
    expect(body.total).toMatchObject(figure(plain));
  }

  const figure = (rows: readonly Plain[]) => {
    const [invited, attended, contributed] = [
      sum(rows, (row) => row.invited),
      sum(rows, (row) => row.attended),
      sum(rows, (row) => row.contributed),
    ];
    return {
      invited,
      attended,
      contributed,
      attendedPercent: share(attended, invited),
      contributedPercent: share(contributed, invited),
      hidden: false,
    };
  };
});

describe('who gets which figures', () => {
  const oneOfEach = () =>
    aMeeting(program, world.episode, {
      at: '2026-03-02T10:00:00Z',
      invited: [
        { agency: world.northway, role: 'SENCO', code: 'ATT' },
        { agency: world.seaview, role: 'SENCO', code: 'DNA' },
        { agency: world.psychology, role: 'EDUCATIONAL_PSYCHOLOGIST', code: 'REP' },
        { family: true, code: 'ATT' },
      ],
    });

  it('a manager gets the own agency, under its own name', async () => {
    await oneOfEach();
    const okoro = await inRole('AMGR', world.northway);
    const body = await report(okoro);
    expect(body).toMatchObject({ scope: 'AGENCY', suppressed: false, family: null });
    expect(body.rows.map((row) => row.label)).toEqual(['Northway Primary']);
    expect(body.total).toMatchObject({ invited: 1, attended: 1 });
    expect((await report(okoro, '?by=role')).total.invited).toBe(1);
    const all = await report(rosa);
    for (const row of all.rows) {
      const answer = await okoro.get(`/api/reports/attendance/cell?key=${row.key}&month=2026-03`);
      expect(answer.status).toBe(404);
    }
  });

  it.each(['PRACT', 'MASH', 'PANEL', 'AUDR', 'IGO', 'SADM', 'EXTM', 'PAR', 'YP', 'ADLT'])(
    '%s gets the answer of an address that does not exist',
    async (role) => {
      await oneOfEach();
      const [row] = (await report(rosa)).rows;
      const client = await inRole(role, world.northway);
      const nowhere = await client.get('/api/reports/no-such-thing');
      const plain = (text: string): string => text.replace(/"reference":"[^"]*"/, '');
      for (const path of [
        'attendance',
        `attendance/cell?key=${row?.key}&month=2026-03`,
        'late-reports',
        'progress',
        'caseloads',
      ]) {
        const answer = await client.get(`/api/reports/${path}`);
        expect([path, answer.status, plain(answer.text)]).toEqual([path, 404, plain(nowhere.text)]);
      }
    },
  );

  it('leaves an audit row: a count, no child, no kind of information', async () => {
    await report(rosa);
    const [entry] = await program.rows(
      `select action, outcome, channel, child_ids, categories, episode_id, result_count from audit.entry order by id desc limit 1`,
    );
    expect(entry).toEqual({
      action: 'attendance-report.viewed',
      outcome: 'ALLOW',
      channel: 'count',
      child_ids: [],
      categories: [],
      episode_id: null,
      result_count: 0,
    });
  });

  it.each([
    ['from=April', 'from'],
    ['from=2025-13', 'from'],
    ['months=0', 'months'],
    ['months=many', 'months'],
    ['view=liked', 'view'],
    ['by=child', 'by'],
    ['locality=Atlantis', 'locality'],
  ])('refuses ?%s and names %s', async (query, field) => {
    const answer = await rosa.get<{ fields: Record<string, string[]> }>(`/api/reports/attendance?${query}`);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.fields)).toEqual([field]);
  });

  it('counts one area alone', async () => {
    await oneOfEach();
    const elsewhere = await anEpisode(program, {
      children: [await aChild(program, {})],
      agency: world.northway,
    });
    await program.rows(`update app.episode set locality = 'South' where id = $1`, [elsewhere.id]);
    expect((await report(rosa, '?locality=South')).total.invited).toBe(0);
    expect((await report(rosa, '?locality=NORTH')).total.invited).toBe(3);
  });
});
