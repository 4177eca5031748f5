import { describe, expect, it } from '@jest/globals';
import { place, spreadLabels } from './travel';

describe('distance travelled', () => {
  it('places a score on the ruler', () => {
    expect(place(3, { from: 0, to: 10 })).toBe(0.3);
    expect(place(81, { from: 75, to: 100 })).toBeCloseTo(0.24);
  });

  it('keeps a score beyond the ruler at its end', () => {
    expect(place(12, { from: 0, to: 10 })).toBe(1);
    expect(place(-1, { from: 0, to: 10 })).toBe(0);
  });

  it('moves touching words apart and leaves distant ones alone', () => {
    expect(spreadLabels(100, 90, 40)).toEqual({ start: 115, now: 75 });
    expect(spreadLabels(50, 50, 40)).toEqual({ start: 70, now: 30 });
    expect(spreadLabels(0, 100, 40)).toEqual({ start: 0, now: 100 });
  });
});
