import { describe, expect, it } from '@jest/globals';
import { heatStep } from './heat-step';

describe('the shade of an attendance cell', () => {
  it.each([
    [6, 14, 1],
    [6, 10, 2],
    [74, 100, 2],
    [75, 100, 3],
    [84, 100, 3],
    [85, 100, 4],
    [94, 100, 4],
    [95, 100, 5],
    [10, 10, 5],
  ])('%i of %i has shade %i', (contributed, invited, step) => {
    expect(heatStep(contributed, invited)).toBe(step);
  });

  it('gives no shade to fewer than ten invitations', () => {
    expect(heatStep(9, 9)).toBe(0);
    expect(heatStep(0, 0)).toBe(0);
  });
});
