import { describe, expect, it } from '@jest/globals';
import * as life from './index.js';

describe('time limits (rule 5.4)', () => {
  it.each<[life.TimescaleKey, string, string]>([
    ['precaf.decision.wd', '2026-03-16', '2026-03-23'],
    ['assessment.complete.wd', '2026-01-12', '2026-02-09'],
    ['tac.first.wd', '2026-01-30', '2026-02-27'],
    ['minutes.issue.wd', '2026-04-01', '2026-04-17'],
    ['mash.decision.wd', '2026-03-20', '2026-03-23'],
    ['consent.refresh.months', '2026-01-12', '2027-01-12'],
    ['unborn.check.days', '2026-07-27', '2026-08-10'],
    ['sar.response.months', '2026-01-31', '2026-02-28'],
  ])('%s from %s ends on %s', (key, from, due) => expect(life.dueDate(key, from)).toBe(due));

  it('a review due on Good Friday is due the day before', () =>
    expect(life.dueDate('review.first.weeks', '2026-02-20')).toBe('2026-04-02'));

  it('a time limit that is no review stays on its day', () =>
    expect(life.dueDate('archive.months', '2025-04-05')).toBe('2026-04-05'));

  it('an authority sets its own', () => {
    const own = life.timescalesWith({ 'minutes.issue.wd': 5 });
    expect(life.dueDate('minutes.issue.wd', '2026-03-16', own)).toBe('2026-03-23');
    expect(own['precaf.decision.wd']).toBe(5);
  });

  it.each([0, -1, 1.5, Number.NaN])('%p is no time limit', (value) =>
    expect(() => life.timescalesWith({ 'minutes.issue.wd': value })).toThrow(/minutes\.issue\.wd/),
  );

  it('the first review counts from the plan or the assessment, later ones from the last', () => {
    const on = { planAgreed: '2026-02-12', assessmentCompleted: '2026-01-30', lastReview: null };
    expect(life.nextReviewDue(on)).toBe('2026-03-26');
    expect(life.nextReviewDue(on, 'ASSESSMENT_COMPLETED')).toBe('2026-03-13');
    expect(life.nextReviewDue({ ...on, lastReview: '2026-03-24' })).toBe('2026-06-16');
  });

  it('each state has its clock, the plan runs by its reviews', () => {
    expect(life.stateDueDate('ASSESSING', '2026-01-12')).toBe('2026-02-09');
    expect(life.stateDueDate('PLAN_ACTIVE', '2026-02-12')).toBeNull();
    expect(life.clockOf('CLOSED')).toBeNull();
  });
});
