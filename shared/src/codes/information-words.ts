import { codeList } from './code-list.js';

/**
 * The kinds of information and the purposes of sharing (rule 6.2) in words: what a practitioner reads on a
 * record and what a family reads on the agreement. Which of them may be seen by whom is the policy's.
 */
export const INFORMATION_CATEGORIES = codeList('information-categories', 1, [
  { code: 'IDENT', label: 'Who the child is', family: 'Who you are and where you live' },
  { code: 'INVOLVE', label: 'Who is helping', family: 'Who is helping you' },
  { code: 'CHILD', label: 'How the child is doing', family: 'How your child is doing' },
  { code: 'PARENTING', label: 'Parenting', family: 'Looking after your child' },
  { code: 'FAMILY', label: 'Family and home', family: 'Your family and home' },
  { code: 'HEALTH', label: 'Health', family: 'Your child’s health' },
  { code: 'ADULT', label: 'An adult’s own information', family: 'Things about you as an adult' },
  { code: 'SENS_SH', label: 'Sexual health', family: 'Sexual health' },
  { code: 'SENS_MH', label: 'Mental health', family: 'Mental health' },
  { code: 'SENS_SM', label: 'Alcohol and drugs', family: 'Alcohol and drugs' },
  { code: 'OFFENCE', label: 'Offences', family: 'Trouble with the police' },
  { code: 'DV', label: 'Domestic abuse', family: 'Being hurt or frightened at home' },
  { code: 'PLAN', label: 'The plan', family: 'Your plan' },
  { code: 'MEETING', label: 'Meetings', family: 'Your meetings' },
  { code: 'NOTES', label: 'Notes', family: 'Notes we keep' },
  { code: 'THIRD', label: 'Told in confidence', family: null },
  { code: 'SAFE', label: 'Safeguarding', family: null },
  { code: 'PRIVATE', label: 'Not for parent', family: 'Just for my worker' },
  { code: 'IMMIG', label: 'Immigration', family: 'Immigration' },
  { code: 'LOG', label: 'Who has looked', family: 'Who has looked' },
  { code: 'AGG', label: 'Figures without names', family: 'Figures without your name' },
]);

/** `words` completes "to …" in the sentence that is read aloud. */
export const SHARING_PURPOSES = codeList('sharing-purposes', 1, [
  { code: 'ASSESS', label: 'Assessment', words: 'understand what would help' },
  { code: 'COORDINATE', label: 'Working together', words: 'work on one plan together' },
  { code: 'REFER', label: 'Referral to one service', words: 'ask one service for help' },
  { code: 'PANEL', label: 'Panel', words: 'ask a panel for more help' },
  { code: 'TRANSFER', label: 'Moving to another area', words: 'pass the work to a new area' },
  { code: 'EVALUATE', label: 'Evaluation with names', words: 'check how well services work' },
  { code: 'BROKER', label: 'Contact through the CAF team', words: 'put workers in touch' },
  { code: 'SAFEGUARD', label: 'Keeping someone safe', words: 'keep someone safe' },
  { code: 'SUBJECT', label: 'The person’s own rights', words: 'see your own record' },
  { code: 'AUDIT', label: 'Audit', words: 'check the quality of our work' },
  { code: 'MI', label: 'Figures', words: 'count without names' },
]);
