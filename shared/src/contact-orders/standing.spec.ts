import { describe, expect, it } from '@jest/globals';
import { orderProblems, reviewProblems, standingOf, type RecordContactOrder } from './index.js';

const today = '2026-03-16';
const order = (over: Partial<RecordContactOrder> = {}): RecordContactOrder => ({
  personId: 'rob',
  kind: 'NON_MOLESTATION',
  terms: 'Not to come near the family',
  keeps: 'ALL',
  fromOn: '2026-01-07',
  untilOn: '2027-01-07',
  reviewOn: '2026-06-16',
  ...over,
});

describe('how an order stands', () => {
  it('holds past the day it names until somebody decides', () => {
    const of = (untilOn: string | null, ended = false): string =>
      standingOf({ fromOn: '2026-01-07', untilOn, ended }, today);
    expect([of('2026-03-16'), of('2026-03-15'), of(null), of(null, true)]).toEqual([
      'IN_FORCE',
      'PAST_ITS_END',
      'IN_FORCE',
      'OVER',
    ]);
    expect(standingOf({ fromOn: '2026-03-17', untilOn: null, ended: false }, today)).toBe('NOT_YET');
  });

  it('names the day that cannot be', () => {
    const wrong = (over: Partial<RecordContactOrder>): string[] =>
      Object.keys(orderProblems(order(over), today));
    expect(wrong({})).toEqual([]);
    expect(wrong({ fromOn: '2026-02-30' })).toEqual(['fromOn']);
    expect(wrong({ untilOn: '2026-01-06' })).toEqual(['untilOn']);
    expect(wrong({ reviewOn: today })).toEqual(['reviewOn']);
    expect(wrong({ reviewOn: '2027-03-18' })).toEqual(['reviewOn']);
  });

  it('asks for the next look only of one that goes on', () => {
    const review = { reason: 'The court has made it longer', version: 1 } as const;
    expect(reviewProblems({ ...review, decision: 'END' }, '2026-01-07', today)).toEqual({});
    expect(Object.keys(reviewProblems({ ...review, decision: 'KEEP' }, '2026-01-07', today))).toEqual([
      'reviewOn',
    ]);
    expect(
      Object.keys(
        reviewProblems(
          { ...review, decision: 'KEEP', untilOn: '2026-03-15', reviewOn: '2026-06-16' },
          '2026-01-07',
          today,
        ),
      ),
    ).toEqual(['untilOn']);
  });
});
