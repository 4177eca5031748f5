import type { CivilDate } from './civil-date.js';

/**
 * One bank holiday as a row of data (rule 8.8). `from` and `to` say on which days the row itself was in
 * force, null for open: a holiday that government moves is closed and its replacement opened, so that a
 * due date worked out before the announcement can still be explained.
 */
export interface HolidayRow {
  date: CivilDate;
  name: string;
  from: CivilDate | null;
  to: CivilDate | null;
}

const NEW_YEAR = "New Year's Day";
const GOOD_FRIDAY = 'Good Friday';
const EASTER_MONDAY = 'Easter Monday';
const EARLY_MAY = 'Early May bank holiday';
const SPRING = 'Spring bank holiday';
const SUMMER = 'Summer bank holiday';
const CHRISTMAS = 'Christmas Day';
const BOXING = 'Boxing Day';

const NAMES = [NEW_YEAR, GOOD_FRIDAY, EASTER_MONDAY, EARLY_MAY, SPRING, SUMMER, CHRISTMAS, BOXING];

function year(yyyy: number, ...days: string[]): HolidayRow[] {
  return days.map((day, index) => ({
    date: `${yyyy}-${day}`,
    name: NAMES[index] ?? '',
    from: null,
    to: null,
  }));
}

function moved(was: CivilDate, now: CivilDate, name: string, announced: CivilDate, dayBefore: CivilDate) {
  return [
    { date: was, name, from: null, to: dayBefore },
    { date: now, name, from: announced, to: null },
  ];
}

/** England and Wales, each year complete, in the order of `NAMES`; then the one-offs. */
export const ENGLAND_AND_WALES_ROWS: readonly HolidayRow[] = [
  ...year(2020, '01-01', '04-10', '04-13', '05-04', '05-25', '08-31', '12-25', '12-28').filter(
    (row) => row.date !== '2020-05-04',
  ),
  ...year(2021, '01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'),
  ...year(2022, '01-03', '04-15', '04-18', '05-02', '05-30', '08-29', '12-27', '12-26').filter(
    (row) => row.date !== '2022-05-30',
  ),
  ...year(2023, '01-02', '04-07', '04-10', '05-01', '05-29', '08-28', '12-25', '12-26'),
  ...year(2024, '01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'),
  ...year(2025, '01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'),
  ...year(2026, '01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'),
  ...year(2027, '01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'),
  ...year(2028, '01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'),
  ...year(2029, '01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'),
  ...moved('2020-05-04', '2020-05-08', EARLY_MAY, '2019-06-07', '2019-06-06'),
  ...moved('2022-05-30', '2022-06-02', SPRING, '2020-11-12', '2020-11-11'),
  { date: '2022-06-03', name: 'Platinum Jubilee bank holiday', from: '2020-11-12', to: null },
  { date: '2022-09-19', name: 'State funeral of Queen Elizabeth II', from: '2022-09-10', to: null },
  { date: '2023-05-08', name: 'Coronation of King Charles III', from: '2022-11-06', to: null },
];

/** Names in the order a rule gives a year's ordinary holidays. */
export const ORDINARY_HOLIDAY_NAMES: readonly string[] = NAMES;
