import { describe, expect, it } from '@jest/globals';
import { asksForWords, extrasOf, reasonsFor, withoutEmpty } from './close.model';
import { idOfReviewPath, lateReviewOf, reviewCommand, type ReviewForm } from './review.model';

const form: ReviewForm = {
  meetingId: '',
  heldOn: '2026-03-24',
  level: '3',
  whatNext: 'CONTINUE',
  nextOn: '',
  childComment: 'Calmer',
  parentComment: 'Better',
  scores: { a: '5', b: '' },
  statuses: { b: 'ACHIEVED', c: 'OPEN' },
};

describe('the review form', () => {
  it('sends a score or an ending for each hope that has one, and nothing for the others', () => {
    expect(reviewCommand(form, ['a', 'b', 'c'])).toEqual({
      heldOn: '2026-03-24',
      level: 3,
      whatNext: 'CONTINUE',
      outcomes: [
        { outcomeId: 'a', value: 5 },
        { outcomeId: 'b', status: 'ACHIEVED' },
      ],
      childComment: 'Calmer',
      parentComment: 'Better',
    });
    expect(reviewCommand({ ...form, meetingId: 'm' }, [])).toMatchObject({ meetingId: 'm', outcomes: [] });
  });

  it('leads a refusal to the box of its hope', () => {
    expect([
      idOfReviewPath('outcomes.1.value', ['a', 'b']),
      idOfReviewPath('outcomes', ['a']),
      idOfReviewPath('level', []),
    ]).toEqual(['score-b', 'score-a', 'level']);
  });
});

describe('a review that is overdue', () => {
  const plan = { state: 'PLAN_ACTIVE', nextReviewDue: '2026-08-25', reviews: [{ dueOn: '2026-06-02' }] };

  it('is so from the day after, until it is held or the case moves on', () => {
    expect(lateReviewOf(plan, '2026-08-25')).toBeNull();
    expect(lateReviewOf(plan, '2026-08-26')).toBe('2026-08-25');
    expect(lateReviewOf({ ...plan, reviews: [{ dueOn: '2026-08-25' }] }, '2026-09-07')).toBeNull();
    expect(lateReviewOf({ ...plan, state: 'CLOSED' }, '2026-09-07')).toBeNull();
    expect(lateReviewOf({ ...plan, nextReviewDue: null }, '2026-09-07')).toBeNull();
  });
});

describe('the closing form', () => {
  it('offers the reasons that fit the stage', () => {
    expect(reasonsFor('PLAN_ACTIVE')).toEqual(
      expect.arrayContaining(['NEEDS_MET', 'STEP_DOWN_SINGLE', 'DISENGAGED']),
    );
    expect(reasonsFor('PLAN_ACTIVE')).not.toContain('STEP_UP_CIN');
    expect(reasonsFor('PAUSED_STATUTORY')).toContain('STEP_UP_CIN');
  });

  it('asks for what the reason needs, and for no words after a death', () => {
    expect(extrasOf('DISENGAGED')).toEqual(['ATTEMPTS', 'RISK']);
    expect(extrasOf('NEEDS_MET')).toEqual([]);
    expect([asksForWords('DECEASED'), asksForWords('NEEDS_MET')]).toEqual([false, true]);
  });

  it('sends no empty text', () => {
    expect(withoutEmpty({ a: '', b: 'x', c: false, d: undefined })).toEqual({ b: 'x', c: false });
  });
});
