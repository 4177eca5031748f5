import { describe, expect, it } from '@jest/globals';
import { DUE_KINDS, filterOf, groupOf, lateBy, workingWeek } from './index.js';

describe('grouping by urgency', () => {
  it('counts what is due today as not late, and the week to its Sunday', () => {
    const today = '2026-03-16';
    expect(['2026-03-13', today, '2026-03-22', '2026-03-23'].map((day) => groupOf(day, today))).toEqual([
      'OVERDUE',
      'TODAY',
      'THIS_WEEK',
      'LATER',
    ]);
    expect(groupOf('2026-03-23', '2026-03-22')).toBe('LATER');
  });

  it('counts lateness in working days', () => {
    expect([
      lateBy('2026-03-12', '2026-03-16'),
      lateBy('2026-03-13', '2026-03-16'),
      lateBy('2026-03-20', '2026-03-16'),
    ]).toEqual([2, 1, 0]);
  });

  it('puts every kind under one filter', () => {
    expect(DUE_KINDS.map(filterOf).every(Boolean)).toBe(true);
  });

  it('shows the coming week at a weekend', () => {
    expect(workingWeek('2026-03-18').days[0]).toBe('2026-03-16');
    expect(workingWeek('2026-03-21').days[0]).toBe('2026-03-23');
  });
});
