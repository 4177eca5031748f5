import { addWorkingDays, workingDaysBetween, type CivilDate } from '../dates/index.js';
import { BREAK_GLASS_REPEATED } from '../policy/index.js';

/** Working days a review may take, and may wait before it is begun (rule 6.7a). */
export const REVIEW_WITHIN = 5;
export const BEGIN_WITHIN = 2;
/** A breach is looked at the next working day: three days is all the law gives for a report. */
export const BREACH_WITHIN = 1;

export function reviewDates(today: CivilDate): { startBy: CivilDate; dueOn: CivilDate } {
  return { startBy: addWorkingDays(today, BEGIN_WITHIN), dueOn: addWorkingDays(today, REVIEW_WITHIN) };
}

export interface ReviewDates {
  dueOn: CivilDate;
  startBy: CivilDate;
  /** Civil dates in London; null when not yet. */
  startedOn: CivilDate | null;
  decidedOn: CivilDate | null;
  uses: number;
}

/** How a review stands on a day: late by working days, escalated, and whether the user does this often. */
export function reviewState(
  { dueOn, startBy, startedOn, decidedOn, uses }: ReviewDates,
  today: CivilDate,
): { late: number; escalated: boolean; repeated: boolean } {
  const until = decidedOn ?? today;
  return {
    late: until > dueOn ? Math.max(1, workingDaysBetween(dueOn, until)) : 0,
    escalated: startedOn === null && decidedOn === null && today > startBy,
    repeated: uses >= BREAK_GLASS_REPEATED,
  };
}
