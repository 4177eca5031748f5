import { describe, expect, it } from '@jest/globals';
import { minutesLeft, missingIn, purposeOf, wordsIn } from './emergency.model';

describe('an emergency view', () => {
  it.each([
    ['2026-03-16T11:00:00.000Z', 60],
    ['2026-03-16T10:00:01.000Z', 1],
    ['2026-03-16T10:00:00.000Z', 0],
    ['2026-03-16T09:00:00.000Z', 0],
  ])('counts the minutes to %s', (endsAt, left) => {
    expect(minutesLeft(endsAt, '2026-03-16T10:00:00.000Z')).toBe(left);
  });

  it('says what is missing before anything is sent, in the order of the page', () => {
    expect(missingIn({ categories: [] }, '')).toEqual([
      'subjectId',
      'categories',
      'ground',
      'reason',
      'understood',
      'password',
    ]);
    const whole = {
      subjectId: 'a',
      categories: ['SENS_MH' as const],
      ground: 'VITAL' as const,
      reason: 'She has not come home and it is dark.',
      understood: true,
    };
    expect(missingIn(whole, 'x')).toEqual([]);
    expect(missingIn({ ...whole, reason: `${' '.repeat(40)}short` }, 'x')).toEqual(['reason']);
  });

  it('is asked for safeguarding by the hub and for working together by everyone else', () => {
    expect([purposeOf('MASH'), purposeOf('PRACT')]).toEqual(['SAFEGUARD', 'COORDINATE']);
  });

  it('shows the words of any kind of record and no ids', () => {
    expect(
      wordsIn({ kind: 'CALL', text: 'Rang mum', body: { strengths: ['Kind', ''], authorId: 'x', at: 3 } }),
    ).toEqual(['CALL', 'Rang mum', 'Kind']);
  });
});
