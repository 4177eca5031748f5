import { daysBetween, isCivilDate, type CivilDate } from '../dates/index.js';
import type { RecordContactOrder, ReviewContactOrder } from './contact-order.contract.js';
import type { ContactOrderStanding } from './contact-order.view.js';

/** Nobody waits longer than a year with a look at what keeps a child safe. */
const LONGEST_UNLOOKED_AT = 366;

export interface OrderDays {
  fromOn: CivilDate;
  untilOn: CivilDate | null;
  ended: boolean;
}

/** The day an order names as its end is a day to decide on: until then it holds. */
export function standingOf({ fromOn, untilOn, ended }: OrderDays, today: CivilDate): ContactOrderStanding {
  if (ended) return 'OVER';
  if (today < fromOn) return 'NOT_YET';
  return untilOn !== null && untilOn < today ? 'PAST_ITS_END' : 'IN_FORCE';
}

type Problems = Record<string, string[]>;

export function orderProblems(order: RecordContactOrder, today: CivilDate): Problems {
  const problems = { ...dayProblem('fromOn', order.fromOn), ...endProblem(order.untilOn, order.fromOn) };
  return { ...problems, ...lookProblem(order.reviewOn, today) };
}

export function reviewProblems(review: ReviewContactOrder, fromOn: CivilDate, today: CivilDate): Problems {
  if (review.decision === 'END') return {};
  return {
    ...endProblem(review.untilOn, fromOn),
    ...(review.untilOn !== undefined && isCivilDate(review.untilOn) && review.untilOn < today
      ? { untilOn: ['The new end lies in the past'] }
      : {}),
    ...lookProblem(review.reviewOn ?? '', today),
  };
}

const dayProblem = (field: string, day: string): Problems =>
  isCivilDate(day) ? {} : { [field]: ['Enter a real day'] };

function endProblem(untilOn: string | undefined, fromOn: string): Problems {
  if (untilOn === undefined) return {};
  if (!isCivilDate(untilOn)) return dayProblem('untilOn', untilOn);
  return untilOn < fromOn ? { untilOn: ['It cannot end before it begins'] } : {};
}

function lookProblem(reviewOn: string, today: CivilDate): Problems {
  if (!isCivilDate(reviewOn)) return { reviewOn: ['Enter the day somebody looks at it again'] };
  if (reviewOn <= today) return { reviewOn: ['Choose a day after today'] };
  return daysBetween(today, reviewOn) > LONGEST_UNLOOKED_AT
    ? { reviewOn: ['Look at it again within a year'] }
    : {};
}
