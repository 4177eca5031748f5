import { addDays, addMonths, ageOn, type AgeBand, type CivilDate } from '../dates/index.js';

/** Age bands in order of age, and the age at which each but the unborn one ends. */
const ENDS = [5, 11, 16, 18, 25] as const;

export const BANDS_BY_AGE: readonly AgeBand[] = ['0-4', '5-10', '11-15', '16-17', '18-24', '25+'];

/**
 * The latest birth dates of those who have reached 5, 11, 16, 18 and 25 on a day. The band of a birth date is the
 * number of these it is on or before, so that a database can count children without handing over birth dates.
 */
export function ageCutoffs(on: CivilDate): CivilDate[] {
  return ENDS.map((age) => latestBirthOf(age, on));
}

function latestBirthOf(age: number, on: CivilDate): CivilDate {
  let day = addDays(addMonths(on, -12 * age), 1);
  while (ageOn(day, on) < age) day = addDays(day, -1);
  return day;
}
