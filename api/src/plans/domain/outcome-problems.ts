export interface Scores {
  scaleLow: number;
  scaleHigh: number;
  baselineValue: number | null;
  targetValue: number | null;
  baselineOn: string | null;
}

/** What is wrong with the scale and the scores, field to messages; empty when all is well. */
export function outcomeProblems(scores: Scores, today: string): Record<string, string[]> {
  const { scaleLow, scaleHigh } = scores;
  if (scaleLow >= scaleHigh) return { scaleHigh: ['The scale ends above where it begins'] };
  const outside = (value: number | null): boolean =>
    value !== null && (value < scaleLow || value > scaleHigh);
  const words = `Enter a score from ${scaleLow} to ${scaleHigh}`;
  return {
    ...(outside(scores.baselineValue) ? { baselineValue: [words] } : {}),
    ...(outside(scores.targetValue) ? { targetValue: [words] } : {}),
    ...(scores.baselineOn !== null && scores.baselineOn > today
      ? { baselineOn: ['The day of the first score cannot be in the future'] }
      : {}),
  };
}
