import { describe, expect, it } from '@jest/globals';
import { commandOf, EMPTY, idOfPath, likelyTypes } from './plan-form.model';

describe('the form that plans a meeting', () => {
  const form = {
    ...EMPTY,
    type: 'REVIEW_TAC',
    date: '2026-03-24',
    time: ' 15:45 ',
    people: ['FAMILY:a', 'WORKER:b'],
  };

  it('sends who is ticked, and nothing that was left empty', () => {
    expect(JSON.parse(JSON.stringify(commandOf(form)))).toEqual({
      type: 'REVIEW_TAC',
      date: '2026-03-24',
      time: '15:45',
      durationMinutes: 60,
      mode: 'IN_PERSON',
      invitees: [{ personId: 'a' }, { userId: 'b' }],
    });
  });

  it('leads a refusal about a person to the boxes of that group', () => {
    expect([
      idOfPath('invitees.1.userId', form),
      idOfPath('invitees.0.personId', form),
      idOfPath('date', form),
    ]).toEqual(['workers', 'family', 'date']);
  });

  it('offers the first meeting before there is a plan and reviews after', () => {
    expect([likelyTypes('ASSESSED')[0], likelyTypes('PLAN_ACTIVE')[0]]).toEqual([
      'INITIAL_TAC',
      'REVIEW_TAC',
    ]);
  });
});
