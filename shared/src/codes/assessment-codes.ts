import { codeList } from './code-list.js';

export const ASSESSMENT_STATUSES = codeList('assessment-statuses', 1, [
  { code: 'DRAFT', label: 'Being written', family: null },
  { code: 'SUBMITTED', label: 'Being checked', family: null },
  { code: 'RETURNED', label: 'Sent back for more', family: null },
  { code: 'COMPLETED', label: 'Final', family: 'Finished' },
  { code: 'SUPERSEDED', label: 'Replaced by a newer version', family: 'An earlier version' },
]);

/** Every element of the assessment has one of these before it can be completed (rule 3.7). */
export const ELEMENT_STATUSES = codeList('element-statuses', 1, [
  { code: 'ASSESSED', label: 'Looked at' },
  { code: 'NOT_RELEVANT', label: 'Not relevant here', help: 'You may say why' },
  { code: 'NOT_EXPLORED', label: 'Not looked at yet', help: 'Say why' },
]);

export const EVIDENCE_SOURCES = codeList('evidence-sources', 1, [
  { code: 'CHILD_SAID', label: 'The child said it' },
  { code: 'PARENT_SAID', label: 'A parent or carer said it' },
  { code: 'OBSERVED', label: 'I saw it' },
  { code: 'PROFESSIONAL_REPORT', label: 'A colleague or a report' },
  { code: 'THIRD_PARTY', label: 'Someone else' },
]);

/**
 * What makes a block of text more private than the rest of its section, and the information category it
 * moves to. Null keeps the section's own category.
 */
export const SENSITIVE_CLASSES = codeList('sensitive-classes', 1, [
  { code: 'NONE', label: 'Nothing more private than the rest', category: null },
  { code: 'HEALTH', label: 'Health detail', category: 'HEALTH' },
  { code: 'MENTAL_HEALTH', label: 'Mental health', category: 'SENS_MH' },
  { code: 'SEXUAL_HEALTH', label: 'Sexual health', category: 'SENS_SH' },
  { code: 'SUBSTANCE_MISUSE', label: 'Alcohol or drugs', category: 'SENS_SM' },
  { code: 'OFFENCE', label: 'Offences or allegations', category: 'OFFENCE' },
  { code: 'DOMESTIC_ABUSE', label: 'Domestic abuse', category: 'DV' },
  { code: 'ADULT', label: 'An adult’s own information', category: 'ADULT' },
  { code: 'IMMIGRATION', label: 'Immigration', category: 'IMMIG' },
] as const);

/** Conclusions; `risk` ones ask for a referral decision before anything else (rule 3.8). */
export const CONCLUSIONS = codeList('conclusions', 1, [
  { code: 'NO_ADDITIONAL_NEEDS', label: 'No additional needs', needsPlan: false, risk: false },
  {
    code: 'ADDITIONAL_NEEDS_SINGLE_SERVICE',
    label: 'One service can meet the needs',
    needsPlan: true,
    risk: false,
  },
  {
    code: 'ADDITIONAL_NEEDS_MULTI_SERVICE',
    label: 'Several services are needed',
    needsPlan: true,
    risk: false,
  },
  { code: 'COMPLEX_NEEDS', label: 'Complex needs', needsPlan: true, risk: false },
  { code: 'RISK_OF_HARM_SELF', label: 'Risk of harm to self', family: null, needsPlan: true, risk: true },
  { code: 'RISK_OF_HARM_OTHERS', label: 'Risk of harm to others', family: null, needsPlan: true, risk: true },
  { code: 'SAFEGUARDING_CONCERN', label: 'Safeguarding concern', family: null, needsPlan: true, risk: true },
]);

export const CHILD_SEEN = codeList('child-seen', 1, [
  { code: 'SEEN_ALONE', label: 'Seen alone' },
  { code: 'SEEN_WITH_OTHERS', label: 'Seen with others' },
  { code: 'NOT_SEEN', label: 'Not seen', help: 'Say why' },
]);

export const NOT_SEEN_REASONS = codeList('not-seen-reasons', 1, [
  { code: 'UNBORN', label: 'Not yet born' },
  { code: 'DID_NOT_WANT', label: 'Did not want to' },
  { code: 'TOO_ILL', label: 'Too ill' },
  { code: 'OTHER', label: 'Another reason' },
]);

export const COMMENT_METHODS = codeList('comment-methods', 1, [
  { code: 'SPOKEN', label: 'Spoken' },
  { code: 'WRITTEN', label: 'Written' },
  { code: 'DRAWING', label: 'Drawn' },
  { code: 'TOOL', label: 'With cards, a scale or another tool' },
  { code: 'OBSERVED', label: 'Watched, too young to say' },
]);

/** How a child says it by pointing: five faces, from the brightest. What each means is the child's to say. */
export const FACES = codeList('faces', 1, [
  { code: 'VERY_HAPPY', label: 'Very happy' },
  { code: 'HAPPY', label: 'Happy' },
  { code: 'IN_BETWEEN', label: 'In between' },
  { code: 'SAD', label: 'Sad' },
  { code: 'VERY_SAD', label: 'Very sad' },
]);

/** Why there are no words of the child or parent. NOT_ASKED is passed to quality assurance (rule 3.8). */
export const NO_COMMENT_REASONS = codeList('no-comment-reasons', 1, [
  { code: 'UNBORN', label: 'Not yet born', qualityFlag: false },
  { code: 'TOO_YOUNG', label: 'Too young to say', qualityFlag: false },
  { code: 'DECLINED', label: 'Did not want to', qualityFlag: false },
  { code: 'NOT_ASKED', label: 'Was not asked', family: null, qualityFlag: true },
]);

export const COPY_METHODS = codeList('copy-methods', 1, [
  { code: 'PAPER', label: 'On paper' },
  { code: 'POST', label: 'By post' },
  { code: 'SECURE_EMAIL', label: 'By secure e-mail' },
  { code: 'PORTAL', label: 'Online' },
  { code: 'DECLINED', label: 'Did not want a copy' },
]);

export const PRE_CAF_CHECKS = codeList('pre-caf-checks', 1, [
  { code: 'YES', label: 'Yes' },
  { code: 'NO', label: 'No' },
  { code: 'NOT_SURE', label: 'Not sure' },
]);

/** What the first check leads to (rule 3.10); `state` is where the episode goes. */
export const PRE_CAF_OUTCOMES = codeList('pre-caf-outcomes', 1, [
  { code: 'NO_ADDITIONAL_NEED', label: 'No additional need', state: 'REJECTED' },
  { code: 'MEET_WITHIN_SERVICE', label: 'My service can help', state: 'REJECTED' },
  { code: 'REFER_SINGLE_SERVICE', label: 'One other service can help', state: 'REJECTED' },
  { code: 'FULL_CAF', label: 'A full {assessment} would help', state: 'CONSENT_SEEKING' },
  { code: 'CONSULT_TAP', label: 'Talk between workers, no agreement for now', family: null, state: 'TAP' },
  {
    code: 'SAFEGUARDING_REFERRAL',
    label: 'Refer: someone may be harmed',
    family: null,
    state: 'STEP_UP_PENDING',
  },
]);

/** What a note or chronology row records; `contact` resets the quiet-case clock. */
export const NOTE_TYPES = codeList('note-types', 1, [
  { code: 'PHONE_CALL', label: 'Phone call', contact: true },
  { code: 'HOME_VISIT', label: 'Home visit', contact: true },
  { code: 'SEEN_ELSEWHERE', label: 'Seen at school or elsewhere', contact: true },
  { code: 'TALK_WITH_CHILD', label: 'Talk with the child', contact: true },
  { code: 'TALK_WITH_PARENT', label: 'Talk with a parent or carer', contact: true },
  { code: 'MESSAGE', label: 'Letter, text or e-mail', contact: true },
  { code: 'CONTACT_ATTEMPT', label: 'Tried to reach the family', contact: false },
  { code: 'OBSERVATION', label: 'Something seen', contact: false },
  { code: 'PROFESSIONAL_CONTACT', label: 'Talk with a colleague', contact: false },
  { code: 'INFORMATION_RECEIVED', label: 'Information received', contact: false },
  { code: 'SUPERVISION', label: 'Supervision', family: null, contact: false },
  { code: 'SIGNIFICANT_EVENT', label: 'Significant event', contact: false },
  { code: 'OTHER', label: 'Another note', contact: false },
]);
