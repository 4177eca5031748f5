import { formatPercent, RATE_MINIMUM } from '@encircle/shared/attendance';
import { formatDate, formatMonth } from '@encircle/shared/dates';
import type { AttendanceFigure, AttendanceReport } from '@encircle/shared/reports';

export type View = AttendanceReport['view'];

/** What the address of the page says; what it leaves out is the usual. */
export interface Choice {
  view: View;
  by: AttendanceReport['by'];
  area: string;
  months: string;
  /** The cell whose panel is open. */
  cell: { key: string; month: string } | null;
  /** Its list of invitations is open too. */
  list: boolean;
}

export const MONTHS = ['3', '6', '12', '18', '24'] as const;
const USUAL_MONTHS = '12';

export function choiceOf(search: URLSearchParams): Choice {
  const [, key, month] = /^([0-9a-f]{12})\.(\d{4}-\d{2})$/.exec(search.get('cell') ?? '') ?? [];
  const months = search.get('months') ?? '';
  return {
    view: search.get('view') === 'attended' ? 'attended' : 'contributed',
    by: search.get('by') === 'role' ? 'role' : 'agency',
    area: search.get('area') ?? '',
    months: (MONTHS as readonly string[]).includes(months) ? months : USUAL_MONTHS,
    cell: key && month ? { key, month } : null,
    list: search.get('list') === '1',
  };
}

/** The address for a choice; a cell belongs to one grouping and area, so another of these closes it. */
export function searchOf(choice: Choice): Record<string, string> {
  const { view, by, area, months, cell, list } = choice;
  return {
    ...(view === 'attended' ? { view } : {}),
    ...(by === 'role' ? { by } : {}),
    ...(area ? { area } : {}),
    ...(months === USUAL_MONTHS ? {} : { months }),
    ...(cell ? { cell: `${cell.key}.${cell.month}` } : {}),
    ...(cell && list ? { list: '1' } : {}),
  };
}

/** What is asked of the API. Readers with guarded figures get whole financial years and choose nothing else. */
export function questionOf({ by, area, months }: Choice, guarded: boolean): Record<string, string> {
  if (guarded) return { by };
  return { by, ...(area ? { locality: area } : {}), months };
}

export const numeratorOf = (figure: AttendanceFigure, view: View): number | null =>
  view === 'attended' ? figure.attended : figure.contributed;

/** The heading of a column: "Apr 25", "May", "Jan 26"; years throughout when a month comes twice. */
export function headingsOf(
  months: readonly string[],
  lastIsUnfinished: (name: string) => string | null,
): string[] {
  const everyYear = months.length > 12;
  return months.map((month, index) => {
    const short = formatMonth(month).slice(0, 3);
    const year = index === 0 || month.endsWith('-01') || everyYear ? ` ${month.slice(2, 4)}` : '';
    const unfinished = index === months.length - 1 ? lastIsUnfinished(short) : null;
    return unfinished ?? `${short}${year}`;
  });
}

/** As it is spoken: "November"; with its year when the table holds more than one. */
export const spokenMonth = (month: string, months: readonly string[]): string =>
  months.length > 12 ? formatMonth(month) : formatMonth(month).replace(/ \d{4}$/, '');

export const numbers = new Intl.NumberFormat('en-GB');

/** "78.1%", or null where too few were invited for a share to mean anything. */
export function shareOf(figure: AttendanceFigure, view: View): string | null {
  const came = numeratorOf(figure, view);
  if (came === null || figure.invited === null || figure.invited < RATE_MINIMUM) return null;
  return formatPercent(came, figure.invited);
}

/** "December 2025 to 22 November 2026" */
export function spanWords({ from, to }: { from: string; to: string }): [string, string] {
  return [formatMonth(from.slice(0, 7)), formatDate(to)];
}

/** Codes of a cell in the lines of its panel, in this order. */
export const LINES = [
  { key: 'came', mark: 'tick', codes: ['ATT', 'PART'] },
  { key: 'deputy', mark: 'tick', codes: ['DEP'] },
  { key: 'report', mark: 'report', codes: ['REP'] },
  { key: 'apologies', mark: 'half', codes: ['APO'] },
  { key: 'noWord', mark: 'barred', codes: ['DNA'] },
  { key: 'late', mark: 'clock', codes: ['LATE_NOTICE'] },
  { key: 'uninvited', mark: 'open-diamond', codes: ['UNINV'] },
  { key: 'outside', mark: 'dashed', codes: ['NOT_REQ', 'DECL_CONSENT', 'MTG_CAN'] },
] as const;

export type LineKey = (typeof LINES)[number]['key'];

export const countIn = (
  counts: readonly { code: string; count: number }[],
  codes: readonly string[],
): number => counts.reduce((sum, { code, count }) => sum + (codes.includes(code) ? count : 0), 0);
