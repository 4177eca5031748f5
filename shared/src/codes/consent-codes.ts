import { codeList } from './code-list.js';

/**
 * In which capacity someone agrees (rules 3.9 and 6.3); the codes are the policy's, which decides who is
 * entitled. A carer without parental responsibility may support, not agree, and so has no code.
 */
export const GIVER_CAPACITIES = codeList('giver-capacities', 1, [
  {
    code: 'SELF',
    label: 'The person themselves',
    family: 'For myself',
    help: 'An adult, a 16 or 17 year old, or a younger child who understands: record how you know',
  },
  { code: 'PR_HOLDER', label: 'Parent or carer with parental responsibility', family: 'As a parent' },
  { code: 'MOTHER_OF_UNBORN', label: 'Mother of an unborn baby', family: 'As the mother' },
  {
    code: 'LA_CARE_ORDER',
    label: 'Local authority with a care order',
    family: 'The council, with a care order',
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
