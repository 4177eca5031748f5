import { civilDate, daysInMonth, partsOf, type CivilDate } from './civil-date.js';
import { fromDayNumber, isWeekendDay, toDayNumber } from './day-number.js';

/** ISO weekday: 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(toDayNumber(date) + wholeNumber(days));
}

export function addWeeks(date: CivilDate, weeks: number): CivilDate {
  return addDays(date, wholeNumber(weeks) * 7);
}

/** The same day of the month, or that month's last day: 31 January plus one month is 28 (29) February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + (month - 1) + wholeNumber(months);
  const targetYear = Math.floor(count / 12);
  const targetMonth = count - targetYear * 12 + 1;
  return civilDate(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Sort order: negative when `a` is earlier, 0 when the same day. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return toDayNumber(a) - toDayNumber(b);
}

export function earliestOf(first: CivilDate, ...rest: CivilDate[]): CivilDate {
  return rest.reduce((best, date) => (compareDates(date, best) < 0 ? date : best), first);
}

export function latestOf(first: CivilDate, ...rest: CivilDate[]): CivilDate {
  return rest.reduce((best, date) => (compareDates(date, best) > 0 ? date : best), first);
}

export function dayOfWeek(date: CivilDate): Weekday {
  // 1970-01-01, day number 0, was a Thursday.
  return (((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function isWeekend(date: CivilDate): boolean {
  return isWeekendDay(toDayNumber(date));
}

/** The Monday of the week the date lies in (weeks run Monday to Sunday). */
export function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, 1 - dayOfWeek(date));
}

function wholeNumber(value: number): number {
  if (!Number.isInteger(value)) throw new RangeError(`A whole number of days is needed, not ${value}`);
  return value;
}
