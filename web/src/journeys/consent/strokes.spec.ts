import { describe, expect, it } from '@jest/globals';
import { isPath } from '@encircle/shared/consents';
import { pathOf, pointIn } from './strokes';

describe('a signature drawn on the screen', () => {
  it('has the same shape in a box of any size', () =>
    expect(pointIn({ left: 10, top: 20, width: 300, height: 100 }, { clientX: 160, clientY: 70 })).toEqual([
      300, 100,
    ]));

  it('stays inside the box', () =>
    expect(pointIn({ left: 0, top: 0, width: 600, height: 200 }, { clientX: -50, clientY: 900 })).toEqual([
      0, 200,
    ]));

  it('is a path the API takes, without points too near to see', () => {
    const path = pathOf([
      [
        [10, 10],
        [11, 11],
        [30, 40],
      ],
      [
        [50, 50],
        [90, 90],
      ],
    ]);
    expect(path).toBe('M10 10 L30 40 M50 50 L90 90');
    expect(isPath(path)).toBe(true);
  });

  it('a tap is not a signature', () =>
    expect(
      pathOf([
        [[10, 10]],
        [
          [40, 40],
          [41, 40],
        ],
      ]),
    ).toBe(''));
});
