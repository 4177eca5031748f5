import type { Colours } from './tokens';

/** Relative luminance of `#RRGGBB` as WCAG 2.x defines it, 0 (black) to 1 (white). */
export function luminance(hex: string): number {
  const channel = (from: number) => {
    const part = parseInt(hex.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast ratio of two `#RRGGBB` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

export type Pair = readonly [front: keyof Colours, ...grounds: (keyof Colours)[]];

/** Text and the grounds it is set on; at least 4.5 in both themes. */
export const TEXT_PAIRS: readonly Pair[] = [
  ['ink', 'ground', 'surface', 'sunken', 'voice', 'tealPale', 'amberPale', 'redPale', 'plumPale'],
  ['inkSoft', 'ground', 'surface', 'sunken', 'voice', 'tealPale'],
  ['teal', 'ground', 'surface', 'sunken', 'voice', 'tealPale'],
  ['tealDeep', 'tealPale'],
  ['onTeal', 'teal', 'tealDeep'],
  ['amberText', 'amberPale', 'surface'],
  ['redText', 'redPale', 'surface'],
  ['goodText', 'goodPale', 'surface'],
  ['plumText', 'plumPale', 'surface'],
  ['slateText', 'slatePale', 'surface'],
];

/** Shapes, borders and the focus ring; at least 3 in both themes. */
export const SHAPE_PAIRS: readonly Pair[] = [
  ['control', 'ground', 'surface', 'sunken', 'voice'],
  ['focus', 'ground', 'surface', 'sunken', 'voice', 'tealPale'],
  ['amberMark', 'amberPale', 'surface', 'ground'],
  ['redMark', 'redPale', 'surface', 'ground'],
  ['goodMark', 'goodPale', 'surface', 'ground'],
  ['plumMark', 'plumPale', 'surface', 'ground'],
  ['voiceBar', 'voice', 'surface'],
  ['teal', 'surface'],
];
