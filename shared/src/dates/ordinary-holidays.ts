import { addDays, isWeekend, mondayOf } from './arithmetic.js';
import { civilDate, type CivilDate } from './civil-date.js';

/**
 * The eight ordinary holidays of England and Wales by rule, for years no rows were entered for: a due date
 * in 2035 must not silently count Christmas Day. Order: New Year, Good Friday, Easter Monday, early May,
 * spring, summer, Christmas, Boxing Day.
 */
export function ordinaryHolidays(year: number): CivilDate[] {
  const easter = easterSunday(year);
  const christmas = civilDate(year, 12, 25);
  const boxing = civilDate(year, 12, 26);
  return [
    substituteMonday(civilDate(year, 1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(year, 5),
    mondayOf(civilDate(year, 5, 31)),
    mondayOf(civilDate(year, 8, 31)),
    isWeekend(christmas) ? civilDate(year, 12, 27) : christmas,
    isWeekend(boxing) ? civilDate(year, 12, 28) : boxing,
  ];
}

function substituteMonday(date: CivilDate): CivilDate {
  return isWeekend(date) ? addDays(mondayOf(date), 7) : date;
}

function firstMonday(year: number, month: number): CivilDate {
  return mondayOf(civilDate(year, month, 7));
}

/** Gregorian Easter by the anonymous (Meeus, Jones and Butcher) rule. */
export function easterSunday(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century + 8) / 25);
  const moon =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - correction + 1) / 3) + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - moon - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const count = moon + weekday - 7 * late + 114;
  return civilDate(year, Math.floor(count / 31), (count % 31) + 1);
}
