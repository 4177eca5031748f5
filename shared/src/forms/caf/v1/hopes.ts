import type { FormSection } from '../../form.js';
import { NEEDING_PLAN } from './conclusions.js';

const NEEDED = { section: 'conclusions', field: 'conclusion', equals: NEEDING_PLAN } as const;

/** Desired outcomes and first actions (rules 3.8 and 4.1); the plan starts from them. */
export const HOPES: FormSection = {
  key: 'hopes',
  group: 'finish',
  title: 'What we want to change',
  formal: 'Desired outcomes and actions',
  intro: 'Few and clear. What will be different, who does what, and by when. The family does things too.',
  category: 'PLAN',
  fields: [
    {
      key: 'outcomes',
      type: 'ROWS',
      req: 'X',
      label: 'Hopes',
      when: NEEDED,
      fields: [
        {
          key: 'statement',
          type: 'TEXT',
          req: 'C',
          label: 'What will be different?',
          hint: 'In the family’s words.',
          good: 'Ava is in school every Monday',
          poor: 'Improve attendance',
        },
        { key: 'agreedWith', type: 'CODES', req: 'C', label: 'Agreed with', codes: 'agreed-with' },
        { key: 'elements', type: 'CODES', req: 'C', label: 'Part of the assessment', codes: 'caf-elements' },
        {
          key: 'ecm',
          type: 'CODES',
          req: 'O',
          label: 'Outcome (Every Child Matters)',
          codes: 'ecm-outcomes',
        },
        { key: 'sf', type: 'CODES', req: 'O', label: 'Outcome (Supporting Families)', codes: 'sf-outcomes' },
        { key: 'measure', type: 'TEXT', req: 'O', label: 'How it is measured' },
        { key: 'baseline', type: 'TEXT', req: 'O', label: 'Now' },
        { key: 'target', type: 'TEXT', req: 'O', label: 'Hope' },
      ],
    },
    {
      key: 'actions',
      type: 'ROWS',
      req: 'X',
      label: 'Who does what',
      when: NEEDED,
      fields: [
        {
          key: 'text',
          type: 'TEXT',
          req: 'C',
          label: 'What?',
          hint: 'Begin with a verb; one owner.',
          good: 'Meet Ava at the gate every Monday',
          poor: 'School to support',
        },
        { key: 'owner', type: 'TEXT', req: 'C', label: 'Who?' },
        { key: 'byWhen', type: 'DATE', req: 'C', label: 'By when?' },
      ],
    },
    { key: 'reviewOn', type: 'DATE', req: 'X', label: 'Look at it together on', when: NEEDED },
  ],
};
