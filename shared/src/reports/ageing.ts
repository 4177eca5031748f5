import { workingDaysLate, type CivilDate } from '../dates/index.js';

/** How late, in working days (M24). What fell due on a weekend eve counts in the first. */
export const AGEING = ['UP_TO_10', 'UP_TO_20', 'OVER_20'] as const;
export type Ageing = (typeof AGEING)[number];

export function ageingOf(due: CivilDate, today: CivilDate): Ageing {
  const late = workingDaysLate(due, today);
  if (late <= 10) return 'UP_TO_10';
  return late <= 20 ? 'UP_TO_20' : 'OVER_20';
}
