import { describe, expect, it } from '@jest/globals';
import { ringPoints } from './ring';

describe('the ring of people', () => {
  it('puts the first person at the top and goes clockwise', () => {
    const [top, right] = ringPoints(4, 10);
    expect(top!.x).toBeCloseTo(0);
    expect(top!.y).toBeCloseTo(-10);
    expect(right!.x).toBeCloseTo(10);
    expect(right!.y).toBeCloseTo(0);
  });

  it('is empty when nobody is around', () => {
    expect(ringPoints(0, 10)).toEqual([]);
  });
});
