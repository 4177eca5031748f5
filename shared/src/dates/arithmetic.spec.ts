import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as dates from './index.js';

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map(dates.fromDayNumber);

describe('civil dates', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '16/03/2026', '2026-3-1', '', null, 5])(
    'refuses %p, which is no calendar day',
    (value) => expect(dates.isCivilDate(value)).toBe(false),
  );

  it.each(['2024-02-29', '2000-02-29', '1999-12-31'])('accepts %s', (value) =>
    expect(dates.isCivilDate(value)).toBe(true),
  );

  it('counts days as the proleptic calendar of the platform does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (n) => {
        const iso = new Date(n * 86_400_000).toISOString().slice(0, 10);
        expect(dates.fromDayNumber(n)).toBe(iso);
        expect(dates.toDayNumber(iso)).toBe(n);
        expect(dates.dayOfWeek(iso) % 7).toBe(new Date(n * 86_400_000).getUTCDay());
      }),
    );
  });

  it('adding days and taking them away again comes back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, n) => {
        expect(dates.addDays(dates.addDays(day, n), -n)).toBe(day);
        expect(dates.daysBetween(day, dates.addDays(day, n))).toBe(n);
      }),
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2025-11-15', 3, '2026-02-15'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s plus %i months is %s', (from, months, to) => expect(dates.addMonths(from, months)).toBe(to));

  it('knows the Monday of a week, on Monday and on Sunday', () => {
    expect(dates.mondayOf('2026-03-16')).toBe('2026-03-16');
    expect(dates.mondayOf('2026-03-22')).toBe('2026-03-16');
    expect(dates.isWeekend('2026-03-21')).toBe(true);
    expect(dates.isWeekend('2026-03-20')).toBe(false);
  });

  it('says which of several dates is first and last', () => {
    expect(dates.earliestOf('2026-03-16', '2025-01-01', '2027-01-01')).toBe('2025-01-01');
    expect(dates.latestOf('2026-03-16', '2025-01-01', '2027-01-01')).toBe('2027-01-01');
  });

  it('refuses a fraction of a day', () => expect(() => dates.addDays('2026-03-16', 1.5)).toThrow(RangeError));
});
