import { partsOf, type CivilDate } from './civil-date.js';
import { ENGLAND_AND_WALES_ROWS, ORDINARY_HOLIDAY_NAMES, type HolidayRow } from './holiday-rows.js';
import { ordinaryHolidays } from './ordinary-holidays.js';

/** Which days nobody can be expected to work on, weekends apart. */
export interface HolidayCalendar {
  /** The holiday's name, or null on an ordinary day. */
  holidayName(date: CivilDate): string | null;
}

/**
 * A calendar over rows of data. Rows whose `to` is set are history and do not count, unless `asKnownOn` asks
 * how the calendar stood on an earlier day. A year without any row follows the ordinary rule.
 */
export function holidayCalendar(rows: readonly HolidayRow[], asKnownOn?: CivilDate): HolidayCalendar {
  const names = new Map<CivilDate, string>();
  for (const row of rows) if (inForce(row, asKnownOn)) names.set(row.date, row.name);
  const years = new Set(rows.map((row) => partsOf(row.date).year));
  const byRule = new Map<number, Map<CivilDate, string>>();
  return {
    holidayName(date) {
      const { year } = partsOf(date);
      if (years.has(year)) return names.get(date) ?? null;
      let rule = byRule.get(year);
      if (!rule) byRule.set(year, (rule = ruleNames(year)));
      return rule.get(date) ?? null;
    },
  };
}

/** The same calendar with a local authority's own closure days added (rule 8.8, a local setting). */
export function withClosures(
  base: HolidayCalendar,
  closures: Readonly<Record<CivilDate, string>>,
): HolidayCalendar {
  return { holidayName: (date) => base.holidayName(date) ?? closures[date] ?? null };
}

export const ENGLAND_AND_WALES: HolidayCalendar = holidayCalendar(ENGLAND_AND_WALES_ROWS);

function inForce(row: HolidayRow, asKnownOn: CivilDate | undefined): boolean {
  if (asKnownOn === undefined) return row.to === null;
  return (row.from === null || row.from <= asKnownOn) && (row.to === null || row.to >= asKnownOn);
}

function ruleNames(year: number): Map<CivilDate, string> {
  return new Map(ordinaryHolidays(year).map((date, index) => [date, ORDINARY_HOLIDAY_NAMES[index] ?? '']));
}
