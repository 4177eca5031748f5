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

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
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
  if (!parts) throw new RangeError(`Not a calendar day written YYYY-MM-DD: ${String(date)}`);
  return parts;
}

/** Puts a civil date together. Throws RangeError when there is no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  partsOf(date);
  return date;
}

function tryParts(value: string): DateParts | null {
  const found = PATTERN.exec(value);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const real = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return real ? { year, month, day } : null;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
