import { addDays, daysBetween } from './arithmetic.js';
import type { CivilDate } from './civil-date.js';

/** Rule 8.6: 280 days from the last period. */
const TERM_DAYS = 280;
const TERM_WEEKS = 40;

export function dueDateFromLastPeriod(lastPeriod: CivilDate): CivilDate {
  return addDays(lastPeriod, TERM_DAYS);
}

/** Weeks of pregnancy on a day, one decimal, halves up. */
export function gestationWeeks(dueDate: CivilDate, on: CivilDate): number {
  return Math.round((TERM_WEEKS - daysBetween(on, dueDate) / 7) * 10) / 10;
}

/** The range in which a due date is taken without question: three weeks ago to 301 days ahead. */
export function acceptableDueDates(today: CivilDate): { from: CivilDate; to: CivilDate } {
  return { from: addDays(today, -21), to: addDays(today, 301) };
}

export function isAcceptableDueDate(dueDate: CivilDate, today: CivilDate): boolean {
  const days = daysBetween(today, dueDate);
  return days >= -21 && days <= 301;
}

/** Born before 37 whole weeks; drives a note only. */
export function isPremature(dueDate: CivilDate, dateOfBirth: CivilDate): boolean {
  return daysBetween(dateOfBirth, dueDate) > (TERM_WEEKS - 37) * 7;
}

/** A birth more than 42 days from the due date is confirmed before it is stored (rule 5.6). */
export function birthNeedsConfirming(dueDate: CivilDate, dateOfBirth: CivilDate): boolean {
  return Math.abs(daysBetween(dueDate, dateOfBirth)) > 42;
}

/** When someone asks gently whether the baby has come (`unborn.check`, rule 5.4). */
export function unbornCheckDate(dueDate: CivilDate): CivilDate {
  return addDays(dueDate, 14);
}
