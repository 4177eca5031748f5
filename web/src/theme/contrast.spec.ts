import { describe, expect, it } from '@jest/globals';
import { contrast, SHAPE_PAIRS, TEXT_PAIRS, type Pair } from './contrast';
import { colours, heat, type Mode } from './tokens';

const MODES: Mode[] = ['light', 'dark'];

const spread = (pairs: readonly Pair[]) =>
  MODES.flatMap((mode) =>
    pairs.flatMap(([front, ...grounds]) => grounds.map((ground) => ({ mode, front, ground }))),
  );

describe('contrast of the colours', () => {
  it('measures black on white as 21 and a colour on itself as 1', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#0B5B60', '#0B5B60')).toBe(1);
  });

  it.each(spread(TEXT_PAIRS))('$mode: text $front on $ground reaches 4.5', ({ mode, front, ground }) => {
    expect(contrast(colours[mode][front], colours[mode][ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(spread(SHAPE_PAIRS))('$mode: shape $front on $ground reaches 3', ({ mode, front, ground }) => {
    expect(contrast(colours[mode][front], colours[mode][ground])).toBeGreaterThanOrEqual(3);
  });

  it.each(MODES)('%s: the number in every heat cell reaches 4.5', (mode) => {
    for (const step of heat[mode]) expect(contrast(step.ground, step.text)).toBeGreaterThanOrEqual(4.5);
  });
});
