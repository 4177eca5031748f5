import { codeList } from './code-list.js';

/**
 * In which capacity someone agrees (rules 3.9 and 6.3). `for` says whose information the capacity can answer
 * for: the child's, or the person's own. Who is entitled in a given case is decided by the policy.
 */
export const GIVER_CAPACITIES = codeList('giver-capacities', 1, [
  { code: 'YOUNG_PERSON', label: 'Young person, 16 or 17', family: 'For myself', for: 'OWN' },
  {
    code: 'COMPETENT_CHILD',
    label: 'Child who understands this decision',
    family: 'For myself',
    help: 'Under 16: record how you know that they understand',
    for: 'OWN',
  },
  {
    code: 'PR_HOLDER',
    label: 'Parent or carer with parental responsibility',
    family: 'As a parent',
    for: 'CHILD',
  },
  { code: 'MOTHER_OF_UNBORN', label: 'Mother of an unborn baby', family: 'As the mother', for: 'CHILD' },
  { code: 'AUTHORITY_WITH_CARE_ORDER', label: 'Local authority with a care order', for: 'CHILD' },
  {
    code: 'BEST_INTERESTS',
    label: 'Best-interests decision',
    help: 'A 16 or 17 year old who lacks capacity, with the person who has parental responsibility',
    for: 'CHILD',
  },
  { code: 'ADULT_SELF', label: 'Adult, about themselves', family: 'For myself', for: 'OWN' },
  {
    code: 'CARER',
    label: 'Carer without parental responsibility',
    family: 'As a carer',
    help: 'May support and agree to immediate help, not to sharing about the child',
    for: 'NOBODY',
  },
]);

/** How agreement was given. A name typed by a worker is not a signature (rule 3.9). */
export const CONSENT_METHODS = codeList('consent-methods', 1, [
  { code: 'ON_SCREEN', label: 'Signed on this screen', family: 'On this screen' },
  { code: 'WET_INK', label: 'Signed on paper, scanned in', family: 'On paper' },
  {
    code: 'VERBAL_RECORDED',
    label: 'Spoken, with a witness',
    family: 'Spoken',
    help: 'Lasts 10 working days unless it is confirmed',
    needsWitness: true,
  },
  { code: 'PORTAL', label: 'Online by the family', family: 'Online' },
]);

export const CONSENT_DECISIONS = codeList('consent-decisions', 1, [
  { code: 'GIVEN', label: 'Agreed', family: 'You said yes' },
  { code: 'REFUSED', label: 'Said no', family: 'You said no' },
  { code: 'NOT_SOUGHT', label: 'Not asked', family: 'We have not asked' },
]);

export const CONSENT_STATUSES = codeList('consent-statuses', 1, [
  { code: 'DRAFT', label: 'Being written' },
  { code: 'ACTIVE', label: 'In force' },
  { code: 'WITHDRAWN', label: 'Agreement withdrawn', family: 'You told us you want to stop' },
  { code: 'EXPIRED', label: 'Run out' },
  { code: 'SUPERSEDED', label: 'Replaced by a later one' },
]);

/** How a withdrawal reached us; any way counts and takes effect at once. */
export const WITHDRAWAL_WAYS = codeList('withdrawal-ways', 1, [
  { code: 'IN_PERSON', label: 'In person' },
  { code: 'PHONE', label: 'By phone' },
  { code: 'LETTER_OR_EMAIL', label: 'By letter or e-mail' },
  { code: 'PORTAL', label: 'Online by the family' },
  { code: 'THROUGH_SOMEONE', label: 'Through someone they trust' },
]);
