import { addDays, dayOfWeek, workingDaysLate, type CivilDate } from '../dates/index.js';
import type { DueKind, WeekFilter, WeekGroup } from './kinds.js';

/** Which heading a due day stands under. The week runs to its Sunday; something due today is not overdue (rule 4.1). */
export function groupOf(dueOn: CivilDate, today: CivilDate): WeekGroup {
  if (dueOn < today) return 'OVERDUE';
  if (dueOn === today) return 'TODAY';
  return dueOn <= addDays(today, 7 - dayOfWeek(today)) ? 'THIS_WEEK' : 'LATER';
}

export const lateBy = (dueOn: CivilDate, today: CivilDate): number => workingDaysLate(dueOn, today);

const FILTERS: Readonly<Record<DueKind, Exclude<WeekFilter, 'ALL'>>> = {
  ACTION: 'ACTIONS',
  ACCEPT_ACTION: 'ACTIONS',
  REPORT: 'MEETINGS',
  ANSWER: 'MEETINGS',
  REMIND: 'MEETINGS',
  OFFER: 'OFFERS',
  FIND_LEAD: 'OFFERS',
  MEETING: 'MEETINGS',
  RECORD_MEETING: 'MEETINGS',
  MINUTES: 'MEETINGS',
  SET_REVIEW: 'MEETINGS',
  AGREEMENT: 'AGREEMENTS',
  CLOSING: 'OFFERS',
  EMERGENCY: 'OFFERS',
  ACCESS_REVIEW: 'OFFERS',
  FINISH_SHARING: 'ACTIONS',
  SHARING: 'OFFERS',
  POLICE_NOTICE: 'ACTIONS',
  CONTRIBUTE: 'ACTIONS',
  CONTRIBUTION: 'ACTIONS',
  CHASE: 'ACTIONS',
  RETURNED: 'ACTIONS',
  OVERSEE: 'ACTIONS',
  ORDER_REVIEW: 'ACTIONS',
  BIRTH_CHECK: 'ACTIONS',
  TURNS_18: 'ACTIONS',
  AGREE_AFTER_BIRTH: 'AGREEMENTS',
  SHIELD_REVIEW: 'ACTIONS',
  SHIELD_ASKED: 'ACTIONS',
  LONG_OPEN: 'ACTIONS',
  MANY_REVIEWS: 'ACTIONS',
  UNSEEN: 'ACTIONS',
  EVIDENCE_CHECK: 'ACTIONS',
};

export function filterOf(kind: DueKind): Exclude<WeekFilter, 'ALL'> {
  return FILTERS[kind];
}

/** The five working days of the week `today` lies in, or of the next one when it is a weekend. */
export function workingWeek(today: CivilDate): {
  days: CivilDate[];
  weekendEnd: CivilDate;
  nextWeekEnd: CivilDate;
} {
  const weekday = dayOfWeek(today);
  const monday = weekday >= 6 ? addDays(today, 8 - weekday) : addDays(today, 1 - weekday);
  return {
    days: [0, 1, 2, 3, 4].map((n) => addDays(monday, n)),
    weekendEnd: addDays(monday, 6),
    nextWeekEnd: addDays(monday, 13),
  };
}
