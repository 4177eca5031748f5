import { addDays, compareDates, daysBetween } from './arithmetic.js';
import { civilDate, isLeapYear, partsOf, type CivilDate } from './civil-date.js';

/**
 * Completed years on a day. A person reaches an age at the start of the birthday; someone born on
 * 29 February has it on 1 March in other years (rule 8.6). Negative before birth.
 */
export function ageOn(dateOfBirth: CivilDate, on: CivilDate): number {
  const years = partsOf(on).year - partsOf(dateOfBirth).year;
  return compareDates(on, birthdayOf(dateOfBirth, years)) < 0 ? years - 1 : years;
}

/** The day on which someone reaches an age. */
export function birthdayOf(dateOfBirth: CivilDate, age: number): CivilDate {
  const { year, month, day } = partsOf(dateOfBirth);
  if (month === 2 && day === 29 && !isLeapYear(year + age)) return civilDate(year + age, 3, 1);
  return civilDate(year + age, month, day);
}

/** Completed months, for babies and for growth prompts. */
export function ageInMonths(dateOfBirth: CivilDate, on: CivilDate): number {
  const [born, now] = [partsOf(dateOfBirth), partsOf(on)];
  const months = (now.year - born.year) * 12 + (now.month - born.month);
  return now.day < born.day ? months - 1 : months;
}

/** As people say it: '9', '7 months', '3 weeks', 'born today'. Weeks to 8 weeks, months to 2 years. */
export function ageWords(dateOfBirth: CivilDate, on: CivilDate): string {
  const days = daysBetween(dateOfBirth, on);
  if (days < 0) return 'not yet born';
  if (days === 0) return 'born today';
  if (days < 7) return counted(days, 'day');
  if (days < 56) return counted(Math.floor(days / 7), 'week');
  const months = ageInMonths(dateOfBirth, on);
  return months < 24 ? counted(months, 'month') : String(ageOn(dateOfBirth, on));
}

export const AGE_BANDS = ['UNBORN', '0-4', '5-10', '11-15', '16-17', '18-24', '25+'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The reporting band at an event's date (rule 7.1). A missing birth date means unborn. */
export function ageBand(dateOfBirth: CivilDate | null, on: CivilDate): AgeBand {
  if (dateOfBirth === null || compareDates(on, dateOfBirth) < 0) return 'UNBORN';
  const age = ageOn(dateOfBirth, on);
  if (age <= 4) return '0-4';
  if (age <= 10) return '5-10';
  if (age <= 15) return '11-15';
  if (age <= 17) return '16-17';
  return age <= 24 ? '18-24' : '25+';
}

/** The day before the 18th birthday: the last day on which someone is a child. */
export function lastDayAsChild(dateOfBirth: CivilDate): CivilDate {
  return addDays(birthdayOf(dateOfBirth, 18), -1);
}

function counted(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}
