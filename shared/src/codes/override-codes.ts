import { codeList } from './code-list.js';

/** Why information may be seen or shared without agreement (rule 6.7), in the words a worker chooses from. */
export const OVERRIDE_GROUNDS = codeList('override-grounds', 1, [
  { code: 'CHILD_RISK', label: 'A child is being harmed, or is likely to be' },
  { code: 'ADULT_RISK', label: 'An adult is being harmed, or is likely to be' },
  { code: 'CRIME_SERIOUS', label: 'To prevent or detect a serious crime' },
  { code: 'LEGAL_DUTY', label: 'The law says that it must be shared' },
  { code: 'COURT_ORDER', label: 'A court has ordered it' },
  { code: 'VITAL', label: 'Somebody’s life is at stake' },
  { code: 'PUBLIC_INTEREST_OTHER', label: 'Another reason of overriding public interest' },
]);

/** What a review of an emergency view, or of sharing without agreement, comes to (rule 6.7a). */
export const ACCESS_REVIEW_OUTCOMES = codeList('access-review-outcomes', 1, [
  { code: 'JUSTIFIED', label: 'Justified' },
  { code: 'JUSTIFIED_POOR_RECORD', label: 'Justified, but badly recorded' },
  { code: 'NOT_JUSTIFIED', label: 'Not justified: opens a breach' },
]);

export const BREACH_OUTCOMES = codeList('breach-outcomes', 1, [
  { code: 'BREACH_RECORDED', label: 'Recorded; no report is needed' },
  { code: 'BREACH_REPORTED', label: 'Reported to the Information Commissioner' },
]);
