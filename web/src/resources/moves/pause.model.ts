import { daysBetween } from '@encircle/shared/dates';
import type { PauseView } from '@encircle/shared/episodes';

/** How much of the time until the review has gone, for the picture; full once it is late. */
export function howFar({ since, reviewBy, days }: Pick<PauseView, 'since' | 'reviewBy' | 'days'>): {
  of: number;
  percent: number;
} {
  const of = Math.max(1, daysBetween(since, reviewBy));
  return { of, percent: Math.min(100, Math.round((100 * days) / of)) };
}
