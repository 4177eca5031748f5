import {
  addDays,
  addMonths,
  addWeeks,
  addWorkingDays,
  ENGLAND_AND_WALES,
  moveEarlierToWorkingDay,
  type CivilDate,
  type HolidayCalendar,
} from '../dates/index.js';

/** The last part of a key is its unit: wd working days, weeks, months, days; times is how often, services how many, neither how long. */
export const DEFAULT_TIMESCALES = {
  'enquiry.decision.wd': 2,
  'enquiry.answer.wd': 2,
  'enquiry.keep.months': 36,
  'police-notice.read.wd': 1,
  'service.answer.wd': 5,
  'precaf.decision.wd': 5,
  'consent.seek.wd': 10,
  'consent.verbal.wd': 10,
  'consent.refresh.months': 12,
  'consent.dispute.wd': 5,
  'assessment.complete.wd': 20,
  'tac.plan.wd': 5,
  'tac.first.wd': 20,
  'tac.notice.wd': 10,
  'minutes.issue.wd': 10,
  'review.first.weeks': 6,
  'review.max.weeks': 12,
  'reassess.months': 12,
  'evidence.check.months': 6,
  'tap.review.weeks': 6,
  'panel.decision.wd': 10,
  'pause.review.weeks': 12,
  'transfer.wd': 10,
  'closure.wd': 5,
  'reopen.clerical.wd': 10,
  'archive.months': 12,
  'mash.decision.wd': 1,
  'mash.feedback.wd': 3,
  'socialcare.assessment.wd': 45,
  'stepdown.tac.wd': 10,
  'lead.vacant.wd': 5,
  'oversight.wd': 10,
  'override.review.wd': 5,
  'sar.response.months': 1,
  'transition.warn.months': 6,
  'unborn.check.days': 14,
  'drift.reviews.times': 3,
  'drift.child.weeks': 6,
  'drift.quiet.days': 30,
  'repair.days': 14,
  'report.remind.days': 2,
  'absence.lead.times': 2,
  'absence.manager.times': 3,
  'quorum.services': 1,
} as const;

export type TimescaleKey = keyof typeof DEFAULT_TIMESCALES;
/** Whole numbers above nought, each a local setting (rule 5.4). */
export type Timescales = Readonly<Record<TimescaleKey, number>>;

/** Time limits whose last day moves to an earlier working day: reviews are safer early than late (rule 8.8). */
const REVIEWS: readonly TimescaleKey[] = [
  'review.first.weeks',
  'review.max.weeks',
  'tap.review.weeks',
  'pause.review.weeks',
  'reassess.months',
];

/** Local settings over the defaults. Throws RangeError naming a setting that is no whole number above nought. */
export function timescalesWith(settings: Partial<Record<TimescaleKey, number>>): Timescales {
  for (const [key, value] of Object.entries(settings))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`Timescale ${key} must be a whole number above 0, not ${String(value)}`);
  return { ...DEFAULT_TIMESCALES, ...settings };
}

/** The last day on which something is in time, counted from the day of the event (day 0, rule 8.8). */
export function dueDate(
  key: TimescaleKey,
  from: CivilDate,
  timescales: Timescales = DEFAULT_TIMESCALES,
  calendar: HolidayCalendar = ENGLAND_AND_WALES,
): CivilDate {
  const count = timescales[key];
  const due = counted(unitOf(key), from, count, calendar);
  return REVIEWS.includes(key) ? moveEarlierToWorkingDay(due, calendar) : due;
}

export type TimescaleUnit = 'wd' | 'weeks' | 'months' | 'days' | 'times' | 'services';

export function unitOf(key: TimescaleKey): TimescaleUnit {
  return key.slice(key.lastIndexOf('.') + 1) as TimescaleUnit;
}

function counted(unit: TimescaleUnit, from: CivilDate, count: number, calendar: HolidayCalendar): CivilDate {
  switch (unit) {
    case 'wd':
      return addWorkingDays(from, count, calendar);
    case 'weeks':
      return addWeeks(from, count);
    case 'months':
      return addMonths(from, count);
    case 'days':
      return addDays(from, count);
    case 'times':
    case 'services':
      throw new RangeError('How often or how many has no last day');
  }
}

/** From what the first review is counted: a local choice (rule 5.4). */
export type FirstReviewAnchor = 'PLAN_AGREED' | 'ASSESSMENT_COMPLETED';

/** The latest day for the next review: the first counts from the plan, later ones from the last review held. */
export function nextReviewDue(
  on: { planAgreed: CivilDate; assessmentCompleted: CivilDate; lastReview: CivilDate | null },
  anchor: FirstReviewAnchor = 'PLAN_AGREED',
  timescales: Timescales = DEFAULT_TIMESCALES,
  calendar: HolidayCalendar = ENGLAND_AND_WALES,
): CivilDate {
  if (on.lastReview !== null) return dueDate('review.max.weeks', on.lastReview, timescales, calendar);
  const from = anchor === 'PLAN_AGREED' ? on.planAgreed : on.assessmentCompleted;
  return dueDate('review.first.weeks', from, timescales, calendar);
}
