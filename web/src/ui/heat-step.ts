/** Fewer than this many invited: the number alone, no shade and no percentage. */
export const SMALL = 10;

/**
 * The shade of an attendance cell, 1 (under 60 per cent) to 5 (95 per cent or more);
 * 0 when too few were invited for a rate to mean anything.
 */
export function heatStep(contributed: number, invited: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (invited < SMALL) return 0;
  const rate = contributed / invited;
  if (rate < 0.6) return 1;
  if (rate < 0.75) return 2;
  if (rate < 0.85) return 3;
  return rate < 0.95 ? 4 : 5;
}
