import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as references from './index.js';

const KEY = 'a key for tests only';

describe('episode references (rule 3.1)', () => {
  it('give each of the million numbers of a year its own digits', () => {
    const seen = new Uint8Array(references.REFERENCE_COUNT);
    for (let n = 0; n < references.REFERENCE_COUNT; n += 1) seen[references.shuffled(KEY, n)] = 1;
    expect(seen.every((mark) => mark === 1)).toBe(true);
  });

  it('can be traced back with the key', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(references.REFERENCE_COUNT - 1), (key, n) => {
        expect(references.unshuffled(key, references.shuffled(key, n))).toBe(n);
      }),
    );
  });

  it('look like CAF-2026-481907', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.nat(999_999), (year, n) => {
        expect(references.episodeReference(KEY, year, n)).toMatch(references.EPISODE_REFERENCE);
      }),
    );
  });

  it('one after another tell nothing of the order', () => {
    const numbers = Array.from({ length: 200 }, (_none, n) => references.shuffled(KEY, n));
    const rising = numbers.filter((value, i) => i > 0 && value > (numbers[i - 1] ?? 0)).length;
    expect(rising).toBeGreaterThan(60);
    expect(rising).toBeLessThan(140);
    expect(new Set(numbers.map((value) => Math.floor(value / 100_000))).size).toBe(10);
  });

  it('differ by year and by key', () => {
    const digits = (key: string, year: number) =>
      Array.from({ length: 20 }, (_none, n) => references.referenceDigits(key, year, n));
    expect(digits(KEY, 2025)).not.toEqual(digits(KEY, 2026));
    expect(digits('another key', 2026)).not.toEqual(digits(KEY, 2026));
    expect(digits(KEY, 2026)).toEqual(digits(KEY, 2026));
  });

  it.each([-1, 1_000_000, 0.5])('refuse number %p', (n) =>
    expect(() => references.referenceDigits(KEY, 2026, n)).toThrow(RangeError),
  );

  it.each([
    ['caf 2026 481907', 'CAF-2026-481907'],
    ['CAF2026481907', 'CAF-2026-481907'],
    [' CAF-2026-481907 ', 'CAF-2026-481907'],
    ['CAF-26-481907', null],
    ['481907', null],
  ])('%p in a search box is %p', (text, reference) =>
    expect(references.parseEpisodeReference(text)).toBe(reference),
  );
});
