import { codeList } from './code-list.js';

export const PLAN_STATUSES = codeList('plan-statuses', 1, [
  { code: 'DRAFT', label: 'Draft' },
  { code: 'AGREED', label: 'Agreed' },
  { code: 'SUPERSEDED', label: 'Replaced by a newer plan' },
  { code: 'CLOSED', label: 'Closed', family: 'Finished' },
]);

export const PLAN_AGREEMENT = codeList('plan-agreement', 1, [
  { code: 'AGREED', label: 'Agreed' },
  { code: 'AGREED_WITH_RESERVATION', label: 'Agreed, with a reservation' },
  { code: 'NOT_AGREED', label: 'Did not agree' },
  { code: 'NOT_PRESENT', label: 'Was not there' },
]);

export const AGREED_WITH = codeList('agreed-with', 1, [
  { code: 'CHILD', label: 'Child' },
  { code: 'YOUNG_PERSON', label: 'Young person' },
  { code: 'PARENT', label: 'Parent or carer' },
  { code: 'FAMILY', label: 'Wider family' },
]);

/** `settled`: nothing more is expected of it. `positive`: counts in M23. */
export const OUTCOME_STATUSES = codeList('outcome-statuses', 1, [
  { code: 'OPEN', label: 'Working on it', settled: false, positive: false },
  { code: 'ACHIEVED', label: 'Achieved', family: 'Done', settled: true, positive: true },
  { code: 'PARTLY', label: 'Partly achieved', family: 'Partly there', settled: true, positive: true },
  { code: 'NOT_ACHIEVED', label: 'Not achieved', family: 'Not there yet', settled: true, positive: false },
  { code: 'NO_LONGER_RELEVANT', label: 'No longer needed', settled: true, positive: false },
]);

/** `open`: still to be done; `live`: can be overdue (rule 4.1: due today is not overdue). */
export const ACTION_STATUSES = codeList('action-statuses', 1, [
  { code: 'PROPOSED', label: 'Proposed', open: true, live: false },
  { code: 'AGREED', label: 'Agreed', family: 'To do', open: true, live: true },
  { code: 'IN_PROGRESS', label: 'Going on', open: true, live: true },
  { code: 'DONE', label: 'Done', open: false, live: false },
  { code: 'NOT_DONE', label: 'Not done', open: false, live: false },
  { code: 'CANCELLED', label: 'Cancelled', help: 'Say why', open: false, live: false },
  { code: 'TRANSFERRED', label: 'Passed to a named service', open: false, live: false },
]);

export const PRIORITIES = codeList('priorities', 1, [
  { code: 'HIGH', label: 'Do first' },
  { code: 'NORMAL', label: 'Normal' },
]);

/** Who gave a score. Distance travelled compares scores of one rater only (M22). */
export const RATERS = codeList('raters', 1, [
  { code: 'CHILD', label: 'Child’s own score' },
  { code: 'PARENT', label: 'Parent’s score' },
  { code: 'WORKER', label: 'Worker’s score' },
  { code: 'MEASURE', label: 'Counted or measured' },
]);

/** What a review decides (rule 4.3). */
export const REVIEW_DECISIONS = codeList('review-decisions', 1, [
  { code: 'CONTINUE', label: 'Carry on with the plan', needsNextDate: true },
  { code: 'CONTINUE_NEW_PLAN', label: 'Carry on with a changed plan', needsNextDate: true },
  { code: 'REASSESS', label: 'Look at everything again', needsNextDate: true },
  {
    code: 'STEP_UP',
    label: 'Refer to social care',
    family: 'We have asked social care for help',
    needsNextDate: false,
  },
  { code: 'STEP_DOWN_SINGLE', label: 'One service goes on', needsNextDate: false },
  {
    code: 'STEP_DOWN_UNIVERSAL',
    label: 'School, GP and other everyday services go on',
    needsNextDate: false,
  },
  { code: 'PANEL', label: 'Take to the panel', family: 'Ask a panel for more help', needsNextDate: true },
  { code: 'CLOSE', label: 'Close', family: 'Support can end', needsNextDate: false },
]);
