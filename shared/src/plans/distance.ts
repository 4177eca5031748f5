export interface Scored {
  scaleLow: number;
  scaleHigh: number;
  better: string;
  baselineValue: number | null;
  rater: string | null;
  /** Earliest first. */
  ratings: readonly { value: number; rater: string }[];
}

/** The latest score by the same rater as the first one; scores of different raters are never compared (M22). */
export function latestOfSameRater(outcome: Scored): number | null {
  const same = outcome.ratings.filter((rating) => outcome.rater === null || rating.rater === outcome.rater);
  return same.at(-1)?.value ?? null;
}

/** Change towards the hope: positive is better, whichever way the scale runs. Null without two scores to compare. */
export function distanceTravelled(outcome: Scored): number | null {
  const now = latestOfSameRater(outcome);
  if (outcome.baselineValue === null || now === null) return null;
  const change = now - outcome.baselineValue;
  if (change === 0) return 0;
  return outcome.better === 'LOWER' ? -change : change;
}

/** "2 steps better", "9 points better", "no change"; the words beside the drawing. */
export function distanceWords(outcome: Scored): string | null {
  const distance = distanceTravelled(outcome);
  if (distance === null) return null;
  if (distance === 0) return 'no change';
  const size = Math.abs(distance);
  const unit = outcome.scaleHigh - outcome.scaleLow > 10 ? 'point' : 'step';
  return `${size} ${size === 1 ? unit : `${unit}s`} ${distance > 0 ? 'better' : 'worse'}`;
}
