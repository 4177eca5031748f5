import { addDays, addMonths, compareDates } from './arithmetic.js';
import { civilDate, partsOf, type CivilDate } from './civil-date.js';
import { academicYearLabel, academicYearOf } from './school-year.js';
import { formatMonth } from './words.js';

/** A reporting period; both days belong to it. `key` is stable and sorts. */
export interface Period {
  key: string;
  label: string;
  from: CivilDate;
  to: CivilDate;
}

/** The year the financial year of a date began: 1 April to 31 March (rule 7.1). */
export function financialYearOf(date: CivilDate): number {
  const { year, month } = partsOf(date);
  return month >= 4 ? year : year - 1;
}

export function financialYear(startYear: number): Period {
  const [from, to] = [civilDate(startYear, 4, 1), civilDate(startYear + 1, 3, 31)];
  return { key: `FY${startYear}`, label: academicYearLabel(startYear), from, to };
}

/** Q1 is April to June, Q4 January to March. */
export function financialQuarter(startYear: number, quarter: 1 | 2 | 3 | 4): Period {
  const from = addMonths(civilDate(startYear, 4, 1), (quarter - 1) * 3);
  return {
    key: `FY${startYear}-Q${quarter}`,
    label: `Q${quarter} ${academicYearLabel(startYear)}`,
    from,
    to: addDays(addMonths(from, 3), -1),
  };
}

export function financialQuarterOf(date: CivilDate): Period {
  const quarter = (Math.floor(((partsOf(date).month + 8) % 12) / 3) + 1) as 1 | 2 | 3 | 4;
  return financialQuarter(financialYearOf(date), quarter);
}

export function financialQuarters(startYear: number): Period[] {
  return ([1, 2, 3, 4] as const).map((quarter) => financialQuarter(startYear, quarter));
}

export function academicYearPeriod(startYear: number): Period {
  const [from, to] = [civilDate(startYear, 9, 1), civilDate(startYear + 1, 8, 31)];
  return { key: `AY${startYear}`, label: academicYearLabel(startYear), from, to };
}

export function academicYearPeriodOf(date: CivilDate): Period {
  return academicYearPeriod(academicYearOf(date));
}

export function monthOf(date: CivilDate): Period {
  const key = date.slice(0, 7);
  const from = `${key}-01`;
  return { key, label: formatMonth(key), from, to: addDays(addMonths(from, 1), -1) };
}

/** Every month touched by the days from `from` to `to`, earliest first; empty when `to` is before `from`. */
export function monthsBetween(from: CivilDate, to: CivilDate): Period[] {
  const months: Period[] = [];
  let month = monthOf(from);
  while (compareDates(month.from, to) <= 0) {
    months.push(month);
    month = monthOf(addMonths(month.from, 1));
  }
  return months;
}

/** The last `count` months up to and including the month of `on`. */
export function lastMonths(count: number, on: CivilDate): Period[] {
  return monthsBetween(addMonths(monthOf(on).from, 1 - count), on);
}

export function isWithin(period: Period, date: CivilDate): boolean {
  return compareDates(date, period.from) >= 0 && compareDates(date, period.to) <= 0;
}
