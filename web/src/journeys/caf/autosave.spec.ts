import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AT_LEAST_EVERY, retryAfter, saveDueAt, typed, waitFor, type Unsaved } from './autosave.model';

/** Plays keys at these moments against the timer; answers for each key how long it stayed unsaved. */
function exposure(keys: readonly number[]): number[] {
  const waits: number[] = [];
  let unsaved: Unsaved | null = null;
  let pending: number[] = [];
  const saveBefore = (moment: number): void => {
    while (unsaved !== null && saveDueAt(unsaved) <= moment) {
      const at = saveDueAt(unsaved);
      waits.push(...pending.map((key) => at - key));
      pending = [];
      unsaved = null;
    }
  };
  for (const key of keys) {
    saveBefore(key);
    unsaved = typed(unsaved, key);
    pending.push(key);
  }
  saveBefore(Number.POSITIVE_INFINITY);
  return waits;
}

describe('when half-written text is saved', () => {
  it('never leaves a key unsaved for more than two seconds, however people type', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 200 }), (gaps) => {
        let at = 0;
        const keys = gaps.map((gap) => (at += gap));
        const waits = exposure(keys);
        expect(waits).toHaveLength(keys.length);
        expect(Math.max(...waits)).toBeLessThanOrEqual(AT_LEAST_EVERY);
      }),
    );
  });

  it('saves one second after the last key', () => {
    expect(saveDueAt(typed(null, 5000))).toBe(6000);
    expect(saveDueAt(typed(typed(null, 5000), 5400))).toBe(6400);
  });

  it('does not wait for a pause that never comes', () => {
    const steady = Array.from({ length: 100 }, (_, n) => n * 150);
    expect(Math.max(...exposure(steady))).toBeLessThanOrEqual(AT_LEAST_EVERY);
  });

  it('counts down to nought and not below', () => {
    const unsaved = typed(null, 1000);
    expect(waitFor(unsaved, 1200)).toBe(800);
    expect(waitFor(unsaved, 9000)).toBe(0);
  });

  it('tries again soon at first and then less often', () => {
    expect([1, 2, 3, 6, 20].map(retryAfter)).toEqual([1000, 2000, 4000, 30_000, 30_000]);
  });
});
