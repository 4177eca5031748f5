import type { ReportRate } from '@encircle/shared/reports';
import type { Shown } from './shown.js';

interface DueReviews {
  dueOn: string;
  heldOn: string | null;
  n: number;
}

/** Held on or before their day, of all that fell due (M09); one whose day went by without it counts as late. */
export function reviewsInTime(rows: readonly DueReviews[], shown: Shown): ReportRate {
  const sum = (of: readonly DueReviews[]): number => of.reduce((all, { n }) => all + n, 0);
  return shown.rate(sum(rows.filter(({ dueOn, heldOn }) => heldOn !== null && heldOn <= dueOn)), sum(rows));
}
