import type { CivilDate } from './civil-date.js';
import { fromDayNumber, isWeekendDay, toDayNumber } from './day-number.js';
import { ENGLAND_AND_WALES, type HolidayCalendar } from './holiday-calendar.js';

export function isWorkingDay(date: CivilDate, calendar: HolidayCalendar = ENGLAND_AND_WALES): boolean {
  return isWorking(toDayNumber(date), calendar);
}

/** Days are walked as numbers: a day is only written out where a holiday could fall on it. */
function isWorking(day: number, calendar: HolidayCalendar): boolean {
  return !isWeekendDay(day) && calendar.holidayName(fromDayNumber(day)) === null;
}

/**
 * The nth working day after `date`; the day itself is day 0, whether or not it is a working day (rule 8.8).
 * "Within n working days" is met on the date returned. A negative n counts backwards, for notice periods.
 */
export function addWorkingDays(
  date: CivilDate,
  n: number,
  calendar: HolidayCalendar = ENGLAND_AND_WALES,
): CivilDate {
  if (!Number.isInteger(n)) throw new RangeError(`A whole number of working days is needed, not ${n}`);
  const step = n < 0 ? -1 : 1;
  let [left, day] = [Math.abs(n), toDayNumber(date)];
  while (left > 0) {
    day += step;
    if (isWorking(day, calendar)) left -= 1;
  }
  return fromDayNumber(day);
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier. The inverse of
 * {@link addWorkingDays}: `workingDaysBetween(d, addWorkingDays(d, n)) === n`.
 */
export function workingDaysBetween(
  from: CivilDate,
  to: CivilDate,
  calendar: HolidayCalendar = ENGLAND_AND_WALES,
): number {
  const last = toDayNumber(to);
  let [count, day] = [0, toDayNumber(from)];
  const step = day <= last ? 1 : -1;
  while (day !== last) {
    day += step;
    if (isWorking(day, calendar)) count += step;
  }
  return count;
}

/** The date, or the last working day before it: reviews move earlier, which is safer (rule 8.8). */
export function moveEarlierToWorkingDay(
  date: CivilDate,
  calendar: HolidayCalendar = ENGLAND_AND_WALES,
): CivilDate {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, -1, calendar);
}

/** The date, or the next working day after it. */
export function moveLaterToWorkingDay(
  date: CivilDate,
  calendar: HolidayCalendar = ENGLAND_AND_WALES,
): CivilDate {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
}
