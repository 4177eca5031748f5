import { missesTooMany, percent, type AttendanceCounts } from '@encircle/shared/attendance';
import type { AttendanceCode } from '@encircle/shared/codes';
import {
  countFamilyTallies,
  countTallies,
  openFigure,
  type AttendanceFigure,
  type AttendanceReportRow,
  type AttendanceTotal,
  type CodeTally,
} from '@encircle/shared/reports';

export interface Tallied {
  family: boolean;
  key: string;
  name: string;
  month: string;
  code: string | null;
  invitations: number;
}

export interface Group {
  key: string;
  label: string;
  /** One for each month of the report. */
  cells: AttendanceCounts[];
  total: AttendanceCounts;
  notRecorded: number;
}

export interface Table {
  groups: Group[];
  foot: AttendanceCounts[];
  total: AttendanceCounts;
  notRecorded: number;
  family: AttendanceCounts;
}

/** Rows of counts into the table, with sums taken from the same rows. */
export function tableOf(
  rows: readonly Tallied[],
  months: readonly string[],
  labelOf: (name: string) => string,
): Table {
  const work = rows.filter((row) => !row.family);
  const keys = [...new Map(work.map((row) => [row.key, row.name]))];
  const groups = keys
    .map(([key, name]) =>
      groupOf(
        work.filter((row) => row.key === key),
        months,
        key,
        labelOf(name),
      ),
    )
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
  return {
    groups,
    foot: months.map((month) => countsOf(work.filter((row) => row.month === month))),
    total: countsOf(work),
    notRecorded: missing(work),
    family: countFamilyTallies(talliesOf(rows.filter((row) => row.family))),
  };
}

function groupOf(rows: readonly Tallied[], months: readonly string[], key: string, label: string): Group {
  const cells = months.map((month) => countsOf(rows.filter((row) => row.month === month)));
  return { key, label, cells, total: countsOf(rows), notRecorded: missing(rows) };
}

const talliesOf = (rows: readonly Pick<Tallied, 'code' | 'invitations'>[]): CodeTally[] =>
  rows.flatMap(({ code, invitations }) =>
    code === null ? [] : [{ code: code as AttendanceCode, count: invitations }],
  );

export const countsOf = (rows: readonly Pick<Tallied, 'code' | 'invitations'>[]): AttendanceCounts =>
  countTallies(talliesOf(rows));

export const missing = (rows: readonly Pick<Tallied, 'code' | 'invitations'>[]): number =>
  rows.reduce((sum, { code, invitations }) => sum + (code === null ? invitations : 0), 0);

export const takingPart = ({ denominator, attended, contributed }: AttendanceCounts) => ({
  invited: denominator,
  attended,
  contributed,
});

export const figureOf = (counts: AttendanceCounts): AttendanceFigure => openFigure(takingPart(counts));

export function totalOf(counts: AttendanceCounts, notRecorded: number): AttendanceTotal {
  return {
    ...figureOf(counts),
    dna: counts.dna,
    dnaPercent: percent(counts.dna, counts.denominator),
    lateNotice: counts.lateNotice,
    uninvited: counts.uninvited,
    notRecorded,
  };
}

export function rowOf({ key, label, cells, total, notRecorded }: Group): AttendanceReportRow {
  return {
    key,
    label,
    cells: cells.map(figureOf),
    total: totalOf(total, notRecorded),
    missesTooMany: missesTooMany(total.dna, total.denominator),
  };
}
