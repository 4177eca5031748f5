import { describe, expect, it } from '@jest/globals';
import { sparkPoints } from './spark';

describe('the small line of a tile', () => {
  it('spreads figures over the box, highest on top', () => {
    expect(sparkPoints([1, 3, 2], 100, 20)).toEqual([
      { x: 0, y: 20 },
      { x: 50, y: 0 },
      { x: 100, y: 10 },
    ]);
  });

  it('runs through the middle when nothing changed', () => {
    expect(sparkPoints([4, 4], 10, 8)).toEqual([
      { x: 0, y: 4 },
      { x: 10, y: 4 },
    ]);
  });

  it('leaves a gap where a figure is missing', () => {
    expect(sparkPoints([0, null, 10], 10, 10)).toEqual([
      { x: 0, y: 10 },
      { x: 10, y: 0 },
    ]);
  });
});
