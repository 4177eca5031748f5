import { describe, expect, it } from '@jest/globals';
import { nextBeat, onTheBeat } from './beat.js';

describe('a refusal on the beat', () => {
  it('waits for the next whole beat, and not at all on one', () => {
    expect(nextBeat(0.4, 50)).toBe(50);
    expect(nextBeat(49.9, 50)).toBe(50);
    expect(nextBeat(50, 50)).toBe(50);
    expect(nextBeat(50.1, 50)).toBe(100);
  });

  it('is never early', async () => {
    const since = performance.now() - 3.3;
    await onTheBeat(() => performance.now() - since, 10);
    expect(performance.now() - since).toBeGreaterThanOrEqual(10);
  });

  it('does not wait where no beat is set', async () => {
    let asked = 0;
    await onTheBeat(() => (asked += 1), 0);
    expect(asked).toBe(0);
  });
});
