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

/** Why there is no agreement to what is shared (rule 6.7). */
export const OVERRIDE_AGREEMENTS = codeList('override-agreements', 1, [
  { code: 'NOT_SOUGHT', label: 'They were not asked' },
  { code: 'REFUSED_OVERRIDDEN', label: 'They said no, and it has to be shared all the same' },
  { code: 'REFUSED_RESPECTED', label: 'They said no, and we keep to it' },
]);

/** Why the family was not told (rule 6.7). */
export const NOT_TOLD_REASONS = codeList('not-told-reasons', 1, [
  { code: 'RISK_CHILD', label: 'Telling them would put the child at risk' },
  { code: 'RISK_ADULT', label: 'Telling them would put an adult at risk' },
  { code: 'PREJUDICE', label: 'It would get in the way of an investigation' },
  { code: 'UNSAFE_DELAY', label: 'It would have taken too long to be safe' },
]);

export const ADVICE_GIVERS = codeList('advice-givers', 1, [
  { code: 'DSL', label: 'Designated safeguarding lead' },
  { code: 'MANAGER', label: 'My manager' },
  { code: 'CALDICOTT', label: 'Caldicott guardian' },
  { code: 'LEGAL', label: 'Legal adviser' },
  { code: 'NOBODY', label: 'Nobody: there was no time' },
]);

export const LAWFUL_BASES = codeList('lawful-bases', 1, [
  { code: 'PUBLIC_TASK', label: 'Our public task' },
  { code: 'LEGAL_OBLIGATION', label: 'A legal obligation' },
  { code: 'VITAL_INTERESTS', label: 'Vital interests' },
  { code: 'LEGITIMATE_INTERESTS', label: 'Legitimate interests (charities)' },
]);

export const SHARING_METHODS = codeList('sharing-methods', 1, [
  { code: 'PHONE', label: 'By phone' },
  { code: 'IN_PERSON', label: 'In person' },
  { code: 'SECURE_EMAIL', label: 'By secure e-mail' },
  { code: 'SYSTEM', label: 'Through this system' },
  { code: 'POST', label: 'By post' },
]);
