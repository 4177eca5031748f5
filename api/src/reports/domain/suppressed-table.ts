import type { AttendanceCounts } from '@encircle/shared/attendance';
import {
  figureForOthers,
  guardedCount,
  guardedRate,
  hiddenFigures,
  type AttendanceReport,
  type AttendanceReportRow,
  type AttendanceTotal,
} from '@encircle/shared/reports';
import { takingPart, type Table } from './attendance-table.js';

type Shown = Pick<AttendanceReport, 'rows' | 'foot' | 'total' | 'family'>;

/** The table as it leaves the team (rule 7.1): body, sums of rows and sums of months each without lone gaps. */
export function suppressed(table: Table): Shown {
  const body = hiddenFigures(table.groups.map(({ cells }) => cells.map(takingPart)));
  const [sums = []] = hiddenFigures([table.groups.map(({ total }) => takingPart(total))]);
  const [feet = []] = hiddenFigures([table.foot.map(takingPart)]);
  const rows = table.groups.map(({ key, label, cells, total }, r): AttendanceReportRow => ({
    key,
    label,
    cells: cells.map((cell, c) => figureForOthers(takingPart(cell), body[r]?.[c] ?? true)),
    total: withoutWords(total, sums[r] ?? true),
    missesTooMany: false,
  }));
  return {
    rows,
    foot: table.foot.map((counts, index) => figureForOthers(takingPart(counts), feet[index] ?? true)),
    total: wholeOf(table),
    family: aloneOf(table.family),
  };
}

const NOTHING_MORE = { dna: null, dnaPercent: null, lateNotice: null, uninvited: null, notRecorded: null };

const withoutWords = (counts: AttendanceCounts, hidden: boolean): AttendanceTotal => ({
  ...figureForOthers(takingPart(counts), hidden),
  ...NOTHING_MORE,
});

const aloneOf = (counts: AttendanceCounts) =>
  figureForOthers(takingPart(counts), hiddenFigures([[takingPart(counts)]])[0]?.[0] ?? true);

function wholeOf({ total, notRecorded }: Table): AttendanceTotal {
  const dna = guardedRate(total.dna, total.denominator);
  return {
    ...aloneOf(total),
    dna: dna.numerator,
    dnaPercent: dna.percent,
    lateNotice: guardedCount(total.lateNotice).count,
    uninvited: guardedCount(total.uninvited).count,
    notRecorded: guardedCount(notRecorded).count,
  };
}
