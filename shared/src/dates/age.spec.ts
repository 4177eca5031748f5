import { describe, expect, it } from '@jest/globals';
import * as dates from './index.js';

describe('age (rule 8.6)', () => {
  it.each([
    ['2016-06-10', '2026-03-16', 9],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
    ['2010-09-01', '2026-08-31', 15],
    ['2010-09-01', '2026-09-01', 16],
    ['2026-03-16', '2026-03-16', 0],
  ])('born %s is, on %s, %i', (born, on, age) => expect(dates.ageOn(born, on)).toBe(age));

  it('someone is a child to the day before the 18th birthday', () =>
    expect(dates.lastDayAsChild('2008-06-01')).toBe('2026-05-31'));

  it.each([
    ['2026-03-16', 'born today'],
    ['2026-03-15', '1 day'],
    ['2026-02-20', '3 weeks'],
    ['2025-08-16', '7 months'],
    ['2024-03-17', '23 months'],
    ['2024-03-16', '2'],
    ['2026-03-17', 'not yet born'],
  ])('born %s is said as %s', (born, words) => expect(dates.ageWords(born, '2026-03-16')).toBe(words));

  it.each([
    [null, 'UNBORN'],
    ['2026-07-27', 'UNBORN'],
    ['2021-12-01', '0-4'],
    ['2016-06-10', '5-10'],
    ['2010-09-01', '11-15'],
    ['2009-11-20', '16-17'],
    ['2008-03-16', '18-24'],
    ['2001-03-16', '25+'],
  ])('born %p falls in band %s', (born, band) => expect(dates.ageBand(born, '2026-03-16')).toBe(band));
});

describe('pregnancy (rule 8.6)', () => {
  it('the due date is 280 days after the last period', () =>
    expect(dates.dueDateFromLastPeriod('2025-10-20')).toBe('2026-07-27'));

  it.each([
    ['2026-07-27', '2026-07-27', 40],
    ['2026-07-27', '2026-03-16', 21],
    ['2026-07-27', '2026-03-18', 21.3],
  ])('due %s, on %s: %d weeks', (due, on, weeks) => expect(dates.gestationWeeks(due, on)).toBe(weeks));

  it('a due date is taken from 21 days ago to 301 days ahead', () => {
    const { from, to } = dates.acceptableDueDates('2026-03-16');
    expect(from).toBe('2026-02-23');
    expect(to).toBe('2027-01-11');
    expect([from, to].every((day) => dates.isAcceptableDueDate(day, '2026-03-16'))).toBe(true);
    expect(dates.isAcceptableDueDate(dates.addDays(from, -1), '2026-03-16')).toBe(false);
    expect(dates.isAcceptableDueDate(dates.addDays(to, 1), '2026-03-16')).toBe(false);
  });

  it('37 whole weeks is not premature, one day less is', () => {
    expect(dates.isPremature('2026-07-27', '2026-07-06')).toBe(false);
    expect(dates.isPremature('2026-07-27', '2026-07-05')).toBe(true);
  });

  it('a birth more than 42 days from the due date is confirmed', () => {
    expect(dates.birthNeedsConfirming('2026-07-27', '2026-06-15')).toBe(false);
    expect(dates.birthNeedsConfirming('2026-07-27', '2026-06-14')).toBe(true);
    expect(dates.unbornCheckDate('2026-07-27')).toBe('2026-08-10');
  });
});

describe('school year (rule 8.10)', () => {
  it.each([
    ['2015-03-01', 2026, 7],
    ['2016-06-10', 2025, 5],
    ['2014-09-01', 2026, 7],
    ['2015-08-31', 2026, 7],
    ['2015-09-01', 2026, 6],
  ])('born %s is in academic year %i in NC year %i', (born, year, nc) =>
    expect(dates.ncYear(born, year)).toBe(nc),
  );

  it('an academic year begins on 1 September', () => {
    expect(dates.academicYearOf('2026-08-31')).toBe(2025);
    expect(dates.academicYearOf('2026-09-01')).toBe(2026);
    expect(dates.academicYearLabel(2099)).toBe('2099/00');
  });

  it('years are said as schools say them', () => {
    expect([-3, -1, 0, 5, 13, 14].map(dates.ncYearWords)).toEqual([
      null,
      'Nursery',
      'Reception',
      'Year 5',
      'Year 13',
      null,
    ]);
  });

  it.each([
    ['2016-06-10', '2021-08-31', '2032-06-25'],
    ['2010-09-01', '2015-12-31', '2027-06-25'],
    ['2016-03-31', '2021-03-31', '2032-06-25'],
    ['2016-01-01', '2021-03-31', '2032-06-25'],
  ])('born %s must be in school from %s to %s', (born, from, to) => {
    expect(dates.statutorySchoolAge(born)).toEqual({ from, to });
    expect(dates.isStatutorySchoolAge(born, from)).toBe(true);
    expect(dates.isStatutorySchoolAge(born, dates.addDays(from, -1))).toBe(false);
    expect(dates.isStatutorySchoolAge(born, dates.addDays(to, 1))).toBe(false);
  });
});
