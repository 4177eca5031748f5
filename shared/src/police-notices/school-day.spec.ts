import { describe, expect, it } from '@jest/globals';
import { schoolDayAhead } from './school-day.js';

describe('the school day a police notice has to be there before', () => {
  it.each([
    ['2026-03-16T03:10:00Z', '2026-03-16'],
    ['2026-03-16T08:44:00Z', '2026-03-16'],
    ['2026-03-16T08:45:00Z', '2026-03-17'],
    ['2026-03-20T22:00:00Z', '2026-03-23'],
    ['2026-03-21T04:00:00Z', '2026-03-23'],
    // 00:30 on Monday in summer time is still Sunday in UTC.
    ['2026-06-14T23:30:00Z', '2026-06-15'],
    ['2026-04-02T15:00:00Z', '2026-04-07'],
  ])('%s: %s', (now, day) => {
    expect(schoolDayAhead(now)).toBe(day);
  });
});
