import { describe, expect, it } from '@jest/globals';
import { keyQuestion, questionsShown } from './key-questions.js';
import { EMERGENCY_FIELDS, missingToShare, toFinishSharing } from './to-finish.js';

describe('the key questions', () => {
  it.each([
    [{}, { ask: 'PURPOSE' }],
    [{ PURPOSE: 'NO' }, { outcome: 'DO_NOT_SHARE' }],
    [{ PURPOSE: 'YES', IDENTIFIES: 'NO' }, { outcome: 'SHARE_FREELY' }],
    [{ PURPOSE: 'YES', IDENTIFIES: 'YES', CONFIDENTIAL: 'NO' }, { outcome: 'SHARE_FREELY' }],
    [
      { PURPOSE: 'YES', IDENTIFIES: 'YES', CONFIDENTIAL: 'YES', AGREEMENT: 'YES' },
      { outcome: 'SHARE_AGREED' },
    ],
    [{ PURPOSE: 'YES', IDENTIFIES: 'YES', CONFIDENTIAL: 'YES', AGREEMENT: 'NO' }, { ask: 'GROUND' }],
    [
      { PURPOSE: 'YES', IDENTIFIES: 'YES', CONFIDENTIAL: 'YES', AGREEMENT: 'NO', GROUND: 'NO' },
      { outcome: 'DO_NOT_SHARE' },
    ],
    [
      { PURPOSE: 'YES', IDENTIFIES: 'YES', CONFIDENTIAL: 'YES', AGREEMENT: 'NO', GROUND: 'YES' },
      { outcome: 'SHARE' },
    ],
  ] as const)('%j leads to %j', (answers, expected) => {
    expect(keyQuestion(answers)).toEqual(expected);
  });

  it('shows what was answered on the way and what comes next, and forgets a way no longer taken', () => {
    expect(questionsShown({ PURPOSE: 'YES' })).toEqual(['PURPOSE', 'IDENTIFIES']);
    expect(questionsShown({ PURPOSE: 'NO', IDENTIFIES: 'YES' })).toEqual(['PURPOSE']);
  });
});

describe('sharing in an emergency', () => {
  it('takes at most six fields', () => expect(EMERGENCY_FIELDS.length).toBeLessThanOrEqual(6));

  it('names what is missing and says later what is still to be written', () => {
    const bare = { decision: 'SHARED' as const, subjectId: 'x' };
    expect(Object.keys(missingToShare(bare))).toEqual(['recipient', 'categories', 'exactText']);
    expect(Object.keys(missingToShare({ ...bare, decision: 'NOT_SHARED' }))).toEqual(['whyNeeded']);
    expect(toFinishSharing({ familyTold: 'NO' })).toEqual([
      'Why they need it',
      'Why there is no agreement',
      'Why the family was not told',
      'Whose advice you took',
      'The lawful basis',
      'How it was shared',
    ]);
    const whole = {
      whyNeeded: 'a',
      agreement: 'NOT_SOUGHT',
      agreementReason: 'b',
      familyTold: 'YES' as const,
    };
    expect(
      toFinishSharing({ ...whole, adviceFrom: ['DSL'], lawfulBasis: 'PUBLIC_TASK', method: 'PHONE' }),
    ).toEqual([]);
  });
});
