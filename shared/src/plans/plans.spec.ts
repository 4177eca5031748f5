import { describe, expect, it } from '@jest/globals';
import { distanceTravelled, distanceWords } from './distance.js';
import { retentionUntil } from './retention.js';

const outcome = (over: object = {}) => ({
  better: 'LOWER',
  baselineValue: 7,
  rater: 'CHILD',
  scaleLow: 0,
  scaleHigh: 10,
  ratings: [
    { value: 6, rater: 'CHILD' },
    { value: 9, rater: 'WORKER' },
    { value: 5, rater: 'CHILD' },
  ],
  ...over,
});

describe('distance travelled', () => {
  it('compares scores of one rater only, towards what is better', () => {
    expect(distanceTravelled(outcome())).toBe(2);
    expect(distanceTravelled(outcome({ better: 'HIGHER' }))).toBe(-2);
    expect(distanceTravelled(outcome({ ratings: [{ value: 5, rater: 'WORKER' }] }))).toBeNull();
  });

  it('is said in words', () => {
    expect(distanceWords(outcome())).toBe('2 steps better');
    expect(distanceWords(outcome({ baselineValue: 5 }))).toBe('no change');
    expect(distanceWords(outcome({ better: 'HIGHER', scaleHigh: 100, baselineValue: 6 }))).toBe(
      '1 point worse',
    );
  });
});

describe('how long a closed record is kept', () => {
  it('counts from the youngest child, and six years at least', () => {
    expect(retentionUntil(['2016-06-10'], '2026-09-07')).toBe('2041-06-10');
    expect(retentionUntil(['2009-11-20', '2013-05-02'], '2026-09-07')).toBe('2038-05-02');
    expect(retentionUntil(['2003-01-01'], '2026-09-07')).toBe('2032-09-07');
    expect(retentionUntil([], '2026-09-07')).toBe('2032-09-07');
  });
});
