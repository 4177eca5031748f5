/** What a distance-travelled line needs to know. All scores are on the same ruler. */
export interface Travel {
  start: number;
  now: number;
  hope: number | null;
  /** Scores between start and now, oldest first. */
  between?: readonly number[];
}

export interface Ruler {
  from: number;
  to: number;
}

/** Where a score stands on a ruler, 0 (left end) to 1 (right end); scores beyond an end stay at it. */
export function place(score: number, { from, to }: Ruler): number {
  if (to === from) return 0;
  return Math.min(1, Math.max(0, (score - from) / (to - from)));
}

/**
 * How far the words "start" and "now" must move apart (in ruler units of the drawing) so that they do not
 * touch. The one more to the left moves left, the other right; with equal scores start keeps the right.
 */
export function spreadLabels(startX: number, nowX: number, room: number): { start: number; now: number } {
  const gap = Math.abs(startX - nowX);
  const push = gap >= room ? 0 : (room - gap) / 2;
  return nowX <= startX
    ? { start: startX + push, now: nowX - push }
    : { start: startX - push, now: nowX + push };
}
