import {
  addDays,
  addMonths,
  compareDates,
  financialYear,
  financialYearOf,
  lastMonths,
  monthOf,
  monthsBetween,
  type CivilDate,
  type Period,
} from '@encircle/shared/dates';
import type { AttendanceReportQuery } from '@encircle/shared/reports';

export interface Window {
  months: Period[];
  from: CivilDate;
  /** Not after today. */
  to: CivilDate;
}

const NORMAL = 12;

/** The twelve months up to now unless asked otherwise. */
export function windowOf(query: AttendanceReportQuery, today: CivilDate): Window {
  const count = query.months ?? NORMAL;
  if (query.from === undefined) return spanOf(lastMonths(count, today), today);
  const first = `${query.from}-01`;
  return spanOf(monthsBetween(first, addDays(addMonths(first, count), -1)), today);
}

/** A whole financial year: spans that overlap would give a hidden month away by their difference. */
export function yearWindow(today: CivilDate, from?: string): Window {
  const year = financialYear(financialYearOf(from === undefined ? today : `${from}-01`));
  return spanOf(monthsBetween(year.from, year.to), today);
}

export const startsYear = (from: string): boolean => from.endsWith('-04');

/** Months that have begun; a span in the future is empty but for its first month. */
function spanOf(months: readonly Period[], today: CivilDate): Window {
  const begun = months.filter((month) => compareDates(month.from, today) <= 0);
  const shown = begun.length > 0 ? begun : months.slice(0, 1);
  const [first, last] = [shown[0] ?? monthOf(today), shown.at(-1) ?? monthOf(today)];
  const to = compareDates(last.to, today) > 0 && begun.length > 0 ? today : last.to;
  return { months: shown, from: first.from, to };
}
