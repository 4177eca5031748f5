import { dayOfWeek, daysBetween } from './arithmetic.js';
import { partsOf, type CivilDate } from './civil-date.js';
import { ENGLAND_AND_WALES, type HolidayCalendar } from './holiday-calendar.js';
import { workingDaysBetween } from './working-days.js';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** 'Mon 16 March 2026' */
export function formatLong(date: CivilDate): string {
  return `${DAYS[dayOfWeek(date) - 1]} ${formatDate(date)}`;
}

/** '16 March 2026', as families read it */
export function formatDate(date: CivilDate): string {
  return `${formatShort(date)} ${partsOf(date).year}`;
}

/** '16 March' */
export function formatShort(date: CivilDate): string {
  const { month, day } = partsOf(date);
  return `${day} ${MONTHS[month - 1]}`;
}

/** 'Mon 16' for a strip of the week */
export function formatDayOfWeek(date: CivilDate): string {
  return `${DAYS[dayOfWeek(date) - 1]} ${partsOf(date).day}`;
}

/** 'March 2026' from a date or from a month 'YYYY-MM' */
export function formatMonth(dateOrMonth: string): string {
  const { year, month } = partsOf(dateOrMonth.length === 7 ? `${dateOrMonth}-01` : dateOrMonth);
  return `${MONTHS[month - 1]} ${year}`;
}

/** 'today', 'tomorrow', 'in 3 days', 'yesterday', '2 days ago' */
export function relativeDays(date: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** Working days by which something due on `due` is late; 0 on the day itself and before (rule 8.8). */
export function workingDaysLate(
  due: CivilDate,
  today: CivilDate,
  calendar: HolidayCalendar = ENGLAND_AND_WALES,
): number {
  return Math.max(0, workingDaysBetween(due, today, calendar));
}

/**
 * '3 working days late'. Something due on Friday is late on Saturday though no working day has passed:
 * then 'late since yesterday'. Empty when it is not late.
 */
export function workingDaysLateWords(
  due: CivilDate,
  today: CivilDate,
  calendar: HolidayCalendar = ENGLAND_AND_WALES,
): string {
  if (daysBetween(due, today) <= 0) return '';
  const days = workingDaysLate(due, today, calendar);
  if (days === 0) return `late since ${relativeDays(due, today)}`;
  return days === 1 ? '1 working day late' : `${days} working days late`;
}
