/**
 * A day on the calendar, written 'YYYY-MM-DD', with no time and no zone.
 * Birth dates, due dates and consent dates are civil dates; instants are UTC ISO strings (rule 8.6).
 */
export type CivilDate = string;

export interface DateParts {
  year: number;
  /** 1 to 12 */
  month: number;
  /** 1 to 31 */
  day: number;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** True for a real calendar day written 'YYYY-MM-DD'; false for 2026-02-29, 16/03/2026 or an instant. */
export function isCivilDate(value: unknown): value is CivilDate {
  return typeof value === 'string' && tryParts(value) !== null;
}

/** Takes a civil date apart. Throws RangeError when the text is not a real day. */
export function partsOf(date: CivilDate): DateParts {
  const parts = tryParts(date);
  if (!parts) throw notADay(date);
  return parts;
}

function notADay(date: CivilDate): RangeError {
  return new RangeError(`Not a calendar day written YYYY-MM-DD: ${String(date)}`);
}

/** Puts a civil date together. Throws RangeError when there is no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (!isReal(year, month, day)) throw notADay(date);
  return date;
}

/** Read digit by digit: working days are counted on every decision, and a pattern took most of its time. */
function tryParts(value: string): DateParts | null {
  if (typeof value !== 'string' || value.length !== 10 || value[4] !== '-' || value[7] !== '-') return null;
  const [year, month, day] = [digits(value, 0, 4), digits(value, 5, 7), digits(value, 8, 10)];
  return isReal(year, month, day) ? { year, month, day } : null;
}

function isReal(year: number, month: number, day: number): boolean {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  return whole && year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month);
}

/** The number that stands there; NaN when anything but a digit does. */
function digits(value: string, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const digit = value.charCodeAt(at) - 48;
    sum = digit >= 0 && digit <= 9 ? sum * 10 + digit : NaN;
  }
  return sum;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
