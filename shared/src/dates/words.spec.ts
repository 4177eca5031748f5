import { describe, expect, it } from '@jest/globals';
import * as dates from './index.js';

describe('dates in words', () => {
  it('are written as people here write them', () => {
    expect(dates.formatLong('2026-03-16')).toBe('Mon 16 March 2026');
    expect(dates.formatDate('2026-07-20')).toBe('20 July 2026');
    expect(dates.formatShort('2026-03-06')).toBe('6 March');
    expect(dates.formatDayOfWeek('2026-03-20')).toBe('Fri 20');
    expect(dates.formatMonth('2026-03')).toBe('March 2026');
    expect(dates.formatMonth('2026-12-25')).toBe('December 2026');
  });

  it.each([
    ['2026-03-16', 'today'],
    ['2026-03-17', 'tomorrow'],
    ['2026-03-19', 'in 3 days'],
    ['2026-03-15', 'yesterday'],
    ['2026-03-14', '2 days ago'],
  ])('%s seen from 16 March is %s', (date, words) =>
    expect(dates.relativeDays(date, '2026-03-16')).toBe(words),
  );
});

describe('reporting periods (rule 7.1)', () => {
  it.each([
    ['2026-03-31', 'FY2025-Q4', 'Q4 2025/26', '2026-01-01', '2026-03-31'],
    ['2026-04-01', 'FY2026-Q1', 'Q1 2026/27', '2026-04-01', '2026-06-30'],
    ['2026-09-30', 'FY2026-Q2', 'Q2 2026/27', '2026-07-01', '2026-09-30'],
    ['2026-12-31', 'FY2026-Q3', 'Q3 2026/27', '2026-10-01', '2026-12-31'],
  ])('%s lies in %s', (date, key, label, from, to) =>
    expect(dates.financialQuarterOf(date)).toEqual({ key, label, from, to }),
  );

  it('four quarters make the financial year without gap or overlap', () => {
    const quarters = dates.financialQuarters(2025);
    const year = dates.financialYear(2025);
    expect(quarters[0]?.from).toBe(year.from);
    expect(quarters[3]?.to).toBe(year.to);
    for (let i = 1; i < 4; i += 1)
      expect(quarters[i]?.from).toBe(dates.addDays(quarters[i - 1]?.to ?? '', 1));
  });

  it('the last three months include the month of the day', () =>
    expect(dates.lastMonths(3, '2026-03-16').map((month) => month.key)).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
    ]));

  it('a month ends on its last day, February too', () => {
    expect(dates.monthOf('2024-02-10')).toEqual({
      key: '2024-02',
      label: 'February 2024',
      from: '2024-02-01',
      to: '2024-02-29',
    });
    expect(dates.monthsBetween('2026-03-16', '2026-02-01')).toEqual([]);
  });

  it('both ends belong to a period', () => {
    const year = dates.academicYearPeriodOf('2026-03-16');
    expect(year.label).toBe('2025/26');
    expect(
      ['2025-08-31', '2025-09-01', '2026-08-31', '2026-09-01'].map((d) => dates.isWithin(year, d)),
    ).toEqual([false, true, true, false]);
  });
});
