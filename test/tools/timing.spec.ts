import { describe, expect, it } from '@jest/globals';
import { comparePairs, verdict } from '../../tools/prove/timing/compare.mjs';
import { mannWhitney, median } from '../../tools/prove/timing/statistics.mjs';

describe('comparing how long two questions take', () => {
  it('finds the middle of odd and even samples', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
  });

  it('agrees with tables of the test of Mann and Whitney', () => {
    const low = Array.from({ length: 20 }, (_, n) => n);
    const high = low.map((n) => n + 20);
    expect(mannWhitney(low, high)).toBeLessThan(0.0001);
    expect(mannWhitney(low, [...low])).toBeGreaterThan(0.98);
    // U = 98 of 400: as scipy.stats has it.
    expect(
      mannWhitney(
        low,
        low.map((n) => n + 6),
      ),
    ).toBeCloseTo(0.006007, 5);
    expect(mannWhitney([1, 1, 1], [1, 1, 1])).toBe(1);
  });

  it('calls a difference one that is large, or that repeats in one direction', () => {
    const far = { difference: 5, p: 0.2 };
    const near = { difference: 0.1, p: 0.001 };
    const chance = { difference: -0.1, p: 0.5 };
    expect(verdict([far, far, far]).alike).toBe(false);
    expect(verdict([near, near, near]).alike).toBe(false);
    expect(verdict([near, near, chance]).alike).toBe(true);
    expect(verdict([near, near, { difference: -0.1, p: 0.001 }]).alike).toBe(true);
  });

  it('tells a slow question from a quick one, and two alike from neither', async () => {
    const wait = (milliseconds: number) => async (): Promise<void> => {
      const until = performance.now() + milliseconds;
      while (performance.now() < until) await Promise.resolve();
    };
    const repeats = [];
    for (let n = 0; n < 3; n += 1) repeats.push(await comparePairs(wait(1.5), wait(0.2), 25));
    expect(verdict(repeats).alike).toBe(false);
  });
});
