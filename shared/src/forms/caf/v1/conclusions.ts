import { CONCLUSIONS } from '../../../codes/index.js';
import type { FormSection } from '../../form.js';

/** Conclusions that call for a plan, and those that call for a referral decision first (rule 3.8). */
export const NEEDING_PLAN: readonly string[] = CONCLUSIONS.rows
  .filter((row) => row.needsPlan)
  .map((row) => row.code);

const HARM_SEEN = { field: 'harmSeen', equals: [true] } as const;

export const CONCLUDING: FormSection = {
  key: 'conclusions',
  group: 'finish',
  title: 'What we think',
  formal: 'Conclusions, solutions and actions',
  intro: 'Agree this with {child} and the family. Facts apart from opinion.',
  category: 'CHILD',
  fields: [
    { key: 'overallStrengths', type: 'LONG_TEXT', req: 'C', label: 'What is going well, all in all' },
    {
      key: 'overallNeeds',
      type: 'LONG_TEXT',
      req: 'C',
      label: 'What would help, all in all',
      hint: 'Two or three sentences the family would agree with.',
    },
    { key: 'conclusion', type: 'CODE', req: 'C', label: 'What follows from it', codes: 'conclusions' },
    {
      key: 'changesWanted',
      type: 'LONG_TEXT',
      req: 'C',
      label: 'What do {child} and the family want to change?',
      hint: 'In their own words.',
      good: 'We want mornings without tears.',
      poor: 'Improve emotional regulation.',
    },
    {
      key: 'howWeWillKnow',
      type: 'LONG_TEXT',
      req: 'C',
      label: 'How will we know that it is better?',
      good: 'Ava walks in on four mornings of five.',
      poor: 'Things improve.',
    },
    {
      key: 'harmSeen',
      type: 'YES_NO',
      req: 'C',
      label: 'Did you see harm, or a risk of harm?',
      hint: 'Yes: make a safeguarding referral now. Nothing in this form has to be finished first.',
      category: 'SAFE',
      workerOnly: true,
    },
    {
      key: 'referral',
      type: 'LONG_TEXT',
      req: 'X',
      label: 'The referral, or why none was made',
      when: HARM_SEEN,
      category: 'SAFE',
      workerOnly: true,
    },
    {
      key: 'referralOn',
      type: 'DATE',
      req: 'X',
      label: 'On',
      when: HARM_SEEN,
      category: 'SAFE',
      workerOnly: true,
    },
    {
      key: 'referralTold',
      type: 'TEXT',
      req: 'X',
      label: 'Who was told',
      when: HARM_SEEN,
      category: 'SAFE',
      workerOnly: true,
    },
    {
      key: 'familyTold',
      type: 'YES_NO',
      req: 'X',
      label: 'Was the family told?',
      when: HARM_SEEN,
      category: 'SAFE',
      workerOnly: true,
    },
    {
      key: 'familyNotToldReason',
      type: 'LONG_TEXT',
      req: 'X',
      label: 'Why not?',
      when: { field: 'familyTold', equals: [false] },
      category: 'SAFE',
      workerOnly: true,
    },
  ],
};
