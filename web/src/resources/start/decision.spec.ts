import { describe, expect, it } from '@jest/globals';
import { PRE_CAF_OUTCOMES } from '@encircle/shared/codes';
import { answered, moveFor, withCheck } from './decision.model';

describe('what the first check leads to', () => {
  it('has a move for each outcome but the referral, which is never a matter of a form', () => {
    expect(Object.fromEntries(PRE_CAF_OUTCOMES.rows.map(({ code }) => [code, moveFor(code)]))).toEqual({
      NO_ADDITIONAL_NEED: 'T02',
      MEET_WITHIN_SERVICE: 'T02',
      REFER_SINGLE_SERVICE: 'T02',
      FULL_CAF: 'T03',
      CONSULT_TAP: 'T06',
      SAFEGUARDING_REFERRAL: null,
    });
    expect(moveFor(undefined)).toBeNull();
  });

  it('keeps each question once and the other answers as they were', () => {
    const one = withCheck({ checks: [] }, 'SAFE', { answer: 'YES' });
    const two = withCheck(one, 'HEALTHY', { answer: 'NO' });
    const three = withCheck(two, 'HEALTHY', { concern: 'Coughs at night.' });
    expect(three.checks).toEqual([
      { domain: 'SAFE', answer: 'YES' },
      { domain: 'HEALTHY', answer: 'NO', concern: 'Coughs at night.' },
    ]);
  });

  it('sends only what was answered', () => {
    const written = withCheck({ checks: [] }, 'MONEY', { concern: 'Rent is late.' });
    expect(answered(written).checks).toEqual([]);
  });
});
