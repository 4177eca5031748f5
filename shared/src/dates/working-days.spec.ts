import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as dates from './index.js';

const anyDay = fc.integer({ min: 18_300, max: 22_000 }).map(dates.fromDayNumber);

describe('working days (rule 8.8)', () => {
  it.each([
    ['2026-12-21', 10, '2027-01-07'],
    ['2026-04-01', 10, '2026-04-17'],
    ['2025-12-19', 20, '2026-01-21'],
    ['2026-05-22', 1, '2026-05-26'],
    ['2027-12-23', 5, '2028-01-04'],
    ['2026-08-28', 10, '2026-09-14'],
    ['2025-04-14', 15, '2025-05-08'],
    ['2026-01-05', 20, '2026-02-02'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2028-12-22', 5, '2029-01-03'],
  ])('%s plus %i working days is %s', (start, n, due) => {
    expect(dates.addWorkingDays(start, n)).toBe(due);
    expect(dates.workingDaysBetween(start, due)).toBe(n);
  });

  it('counting the days that were added gives the number again, forwards and backwards', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, n) => {
        const due = dates.addWorkingDays(day, n);
        expect(dates.workingDaysBetween(day, due)).toBe(n);
        if (n !== 0) expect(dates.isWorkingDay(due)).toBe(true);
      }),
    );
  });

  it('a longer time limit never falls due earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), (day, n) => {
        expect(dates.addWorkingDays(day, n + 1) > dates.addWorkingDays(day, n)).toBe(true);
      }),
    );
  });

  it('nought working days is the day itself, a Sunday included', () =>
    expect(dates.addWorkingDays('2026-03-15', 0)).toBe('2026-03-15'));

  it('a review that falls on Good Friday moves earlier, other dates may move later', () => {
    expect(dates.moveEarlierToWorkingDay('2026-04-03')).toBe('2026-04-02');
    expect(dates.moveLaterToWorkingDay('2026-04-03')).toBe('2026-04-07');
    expect(dates.moveEarlierToWorkingDay('2026-03-16')).toBe('2026-03-16');
  });

  it('an authority may add days on which it is closed', () => {
    const closed = dates.withClosures(dates.ENGLAND_AND_WALES, { '2026-12-29': 'Winter closure' });
    expect(dates.addWorkingDays('2026-12-24', 1, closed)).toBe('2026-12-30');
    expect(closed.holidayName('2026-12-25')).toBe('Christmas Day');
  });
});

describe('bank holidays of England and Wales', () => {
  it.each(['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'])(
    'the one-off of %s counts',
    (day) => expect(dates.isWorkingDay(day)).toBe(false),
  );

  it.each(['2020-05-04', '2022-05-30'])('%s is a working day because its holiday was moved', (day) =>
    expect(dates.isWorkingDay(day)).toBe(true),
  );

  it('a due date worked out before an announcement can still be explained', () => {
    const before = dates.holidayCalendar(dates.ENGLAND_AND_WALES_ROWS, '2022-09-01');
    expect(before.holidayName('2022-09-19')).toBeNull();
    expect(before.holidayName('2022-06-03')).toBe('Platinum Jubilee bank holiday');
    const older = dates.holidayCalendar(dates.ENGLAND_AND_WALES_ROWS, '2019-01-01');
    expect(older.holidayName('2020-05-04')).toBe('Early May bank holiday');
    expect(older.holidayName('2020-05-08')).toBeNull();
  });

  it.each([2024, 2025, 2026, 2027, 2028, 2029])('the rows of %i are what the ordinary rule gives', (year) => {
    const rows = dates.ENGLAND_AND_WALES_ROWS.filter((row) => row.date.startsWith(String(year)));
    expect(rows.map((row) => row.date)).toEqual(dates.ordinaryHolidays(year));
    expect(rows.every((row) => !dates.isWeekend(row.date))).toBe(true);
  });

  it('a year without rows follows the rule, so Christmas 2035 is no working day', () => {
    expect(dates.ENGLAND_AND_WALES.holidayName('2035-12-25')).toBe('Christmas Day');
    expect(dates.ENGLAND_AND_WALES.holidayName('2035-12-24')).toBeNull();
    expect(dates.ordinaryHolidays(2033).slice(-2)).toEqual(['2033-12-27', '2033-12-26']);
  });
});

describe('lateness', () => {
  it.each([
    ['2026-03-16', '2026-03-16', 0, ''],
    ['2026-03-18', '2026-03-16', 0, ''],
    ['2026-03-13', '2026-03-14', 0, 'late since yesterday'],
    ['2026-03-13', '2026-03-16', 1, '1 working day late'],
    ['2026-04-01', '2026-04-08', 3, '3 working days late'],
  ])('due %s, read on %s: %i working days late', (due, today, days, words) => {
    expect(dates.workingDaysLate(due, today)).toBe(days);
    expect(dates.workingDaysLateWords(due, today)).toBe(words);
  });
});
