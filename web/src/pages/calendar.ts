import {
  addDays,
  addMonths,
  civilDate,
  dayOfWeek,
  daysInMonth,
  ENGLAND_AND_WALES,
  latestOf,
  partsOf,
  type CivilDate,
} from '@encircle/shared/dates';

export interface MonthSheet {
  /** First day of the month. */
  first: CivilDate;
  /** Weeks from Monday; null before the first and after the last day. */
  weeks: (CivilDate | null)[][];
}

/** A month as rows of seven days. */
export function monthSheet(first: CivilDate): MonthSheet {
  const { year, month } = partsOf(first);
  const days = Array.from({ length: daysInMonth(year, month) }, (_, index) => addDays(first, index));
  const cells: (CivilDate | null)[] = [...Array<null>(dayOfWeek(first) - 1).fill(null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  const weeks = Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7));
  return { first, weeks };
}

/** This month and the two after it. */
export function threeMonths(today: CivilDate): MonthSheet[] {
  const { year, month } = partsOf(today);
  const first = civilDate(year, month, 1);
  return [0, 1, 2].map((later) => monthSheet(addMonths(first, later)));
}

/** Public holidays from this month to the end of the year, and in the months shown of the next one. */
export function holidaysFrom(today: CivilDate): { date: CivilDate; name: string }[] {
  const { year, month } = partsOf(today);
  const last = latestOf(civilDate(year, 12, 31), addDays(addMonths(civilDate(year, month, 1), 3), -1));
  const found: { date: CivilDate; name: string }[] = [];
  for (let date = civilDate(year, month, 1); date <= last; date = addDays(date, 1)) {
    const name = ENGLAND_AND_WALES.holidayName(date);
    if (name) found.push({ date, name });
  }
  return found;
}
