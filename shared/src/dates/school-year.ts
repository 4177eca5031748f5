import { addDays, compareDates, dayOfWeek } from './arithmetic.js';
import { birthdayOf } from './age.js';
import { civilDate, partsOf, type CivilDate } from './civil-date.js';

/** The year in which the academic year of a date began: 1 September to 31 August (rule 8.10). */
export function academicYearOf(date: CivilDate): number {
  const { year, month } = partsOf(date);
  return month >= 9 ? year : year - 1;
}

/** '2026/27' for 2026. */
export function academicYearLabel(startYear: number): string {
  return `${startYear}/${String((startYear + 1) % 100).padStart(2, '0')}`;
}

/** National Curriculum year by age in the academic year: 0 is Reception, 1 to 13; negative is before school. */
export function ncYear(dateOfBirth: CivilDate, academicYear: number): number {
  return academicYear - academicYearOf(dateOfBirth) - 5;
}

/** 'Reception', 'Year 5', 'Nursery'; null outside nursery to Year 13. */
export function ncYearWords(year: number): string | null {
  if (year === 0) return 'Reception';
  if (year === -1 || year === -2) return 'Nursery';
  return year >= 1 && year <= 13 ? `Year ${year}` : null;
}

/** The prescribed day on or after the fifth birthday, and the last Friday in June of the year of turning 16. */
export function statutorySchoolAge(dateOfBirth: CivilDate): { from: CivilDate; to: CivilDate } {
  return { from: prescribedDay(birthdayOf(dateOfBirth, 5)), to: schoolLeavingDate(dateOfBirth) };
}

export function isStatutorySchoolAge(dateOfBirth: CivilDate, on: CivilDate): boolean {
  const { from, to } = statutorySchoolAge(dateOfBirth);
  return compareDates(on, from) >= 0 && compareDates(on, to) <= 0;
}

function prescribedDay(fifthBirthday: CivilDate): CivilDate {
  const { year } = partsOf(fifthBirthday);
  const days = [civilDate(year, 3, 31), civilDate(year, 8, 31), civilDate(year, 12, 31)];
  return days.find((day) => compareDates(day, fifthBirthday) >= 0) ?? civilDate(year, 12, 31);
}

function schoolLeavingDate(dateOfBirth: CivilDate): CivilDate {
  const lastOfJune = civilDate(academicYearOf(birthdayOf(dateOfBirth, 16)) + 1, 6, 30);
  return addDays(lastOfJune, -((dayOfWeek(lastOfJune) + 2) % 7));
}
