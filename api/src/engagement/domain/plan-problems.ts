import { addDays, compareDates, isCivilDate, type CivilDate } from '@encircle/shared/dates';
import type { ReviewEngagementPlan, WriteEngagementPlan } from '@encircle/shared/engagement';
import { DEFAULT_TIMESCALES } from '@encircle/shared/lifecycle';

type Problems = Record<string, string[]>;

const WEEK = 7;
/** Looked at again within this many weeks (rule 5.4, a local setting). */
const WITHIN_WEEKS = DEFAULT_TIMESCALES['tap.review.weeks'];

/** What is wrong with a plan's days, by field. */
export function planProblems(plan: WriteEngagementPlan, today: CivilDate): Problems {
  return { ...dayAhead('nextOfferOn', plan.nextOfferOn, today), ...reviewDay(plan.reviewOn, today) };
}

export function reviewProblems(
  review: ReviewEngagementPlan,
  writtenOn: CivilDate,
  today: CivilDate,
): Problems {
  const problems: Problems = {};
  if (!isCivilDate(review.heldOn)) problems['heldOn'] = ['Enter a real day'];
  else if (compareDates(review.heldOn, today) > 0) problems['heldOn'] = ['The day cannot be in the future'];
  else if (compareDates(review.heldOn, writtenOn) < 0)
    problems['heldOn'] = ['The day cannot be before the plan was written'];
  if (review.whatNext === 'END') return problems;
  if (review.reviewOn === undefined)
    return { ...problems, reviewOn: ['Enter the day on which you look at this again'] };
  return { ...problems, ...reviewDay(review.reviewOn, today) };
}

function reviewDay(day: string, today: CivilDate): Problems {
  const problems = dayAhead('reviewOn', day, today);
  if (Object.keys(problems).length > 0) return problems;
  return compareDates(day, addDays(today, WITHIN_WEEKS * WEEK)) > 0
    ? { reviewOn: [`Look at it again within ${WITHIN_WEEKS} weeks`] }
    : {};
}

function dayAhead(field: string, day: string, today: CivilDate): Problems {
  if (!isCivilDate(day)) return { [field]: ['Enter a real day'] };
  return compareDates(day, today) < 0 ? { [field]: ['Choose a day from today on'] } : {};
}
