import { describe, expect, it } from '@jest/globals';
import { reviewDates, reviewState } from './review-state.js';

const dates = { ...reviewDates('2026-03-16'), startedOn: null, decidedOn: null, uses: 1 };

describe('a review of emergency access', () => {
  it('is due in five working days and to be begun within two', () => {
    expect(reviewDates('2026-03-16')).toEqual({ startBy: '2026-03-18', dueOn: '2026-03-23' });
    // A weekend does not count.
    expect(reviewDates('2026-03-19')).toEqual({ startBy: '2026-03-23', dueOn: '2026-03-26' });
  });

  it.each([
    ['2026-03-18', { late: 0, escalated: false }],
    ['2026-03-19', { late: 0, escalated: true }],
    ['2026-03-23', { late: 0, escalated: true }],
    ['2026-03-24', { late: 1, escalated: true }],
    ['2026-03-28', { late: 4, escalated: true }],
  ])('not begun, on %s', (today, expected) => {
    expect(reviewState(dates, today)).toMatchObject(expected);
  });

  it('is no longer escalated once begun, and late only while not decided', () => {
    expect(reviewState({ ...dates, startedOn: '2026-03-19' }, '2026-03-24')).toMatchObject({
      late: 1,
      escalated: false,
    });
    expect(
      reviewState({ ...dates, startedOn: '2026-03-19', decidedOn: '2026-03-23' }, '2026-04-30'),
    ).toMatchObject({ late: 0, escalated: false });
  });

  it('flags the third use in 30 days', () => {
    expect(reviewState({ ...dates, uses: 2 }, '2026-03-16').repeated).toBe(false);
    expect(reviewState({ ...dates, uses: 3 }, '2026-03-16').repeated).toBe(true);
  });
});
