import type { FormField } from '../field.js';
import type { FormVersion } from '../form.js';

/** The five questions of the first check (rule 3.10): key, question, what to think of. */
const DOMAINS = [
  ['healthy', 'Is {child} healthy?', 'Body and mind, eating, sleeping, growing.'],
  ['safe', 'Is {child} safe from harm?', 'At home, outside and online.'],
  ['learning', 'Is {child} learning and enjoying it?', 'Days in school or nursery, progress, play.'],
  ['relationships', 'Does {child} get on with others?', 'Friends, family, behaviour.'],
  ['money', 'Is there enough to live on?', 'Housing, food, heating, debt.'],
] as const;

const DOMAIN_FIELDS: readonly FormField[] = DOMAINS.flatMap(([key, label, hint]): FormField[] => [
  { key, type: 'CODE', req: 'C', label, hint, codes: 'pre-caf-checks' },
  {
    key: `${key}Concern`,
    type: 'LONG_TEXT',
    req: 'X',
    maxLength: 2000,
    label: 'What do you know about it?',
    when: { field: key, equals: ['NO', 'NOT_SURE'] },
  },
]);

/** The first check: is a full assessment the right help? The rules across its answers are the episode's. */
export const PRE_CAF_V1: FormVersion = {
  code: 'pre-caf',
  version: 'v1',
  title: 'First check',
  groups: [{ key: 'check', title: 'First check' }],
  sections: [
    {
      key: 'check',
      group: 'check',
      title: 'How is {child} doing?',
      intro: 'Ten minutes, from what you know. Not sure is an answer.',
      category: 'CHILD',
      fields: [
        ...DOMAIN_FIELDS,
        { key: 'strengths', type: 'LONG_TEXT', req: 'O', label: 'What is going well?' },
        { key: 'tried', type: 'LONG_TEXT', req: 'O', label: 'What has been tried?' },
        { key: 'servicesInvolved', type: 'LONG_TEXT', req: 'O', label: 'Who is helping already?' },
      ],
    },
    {
      key: 'decision',
      group: 'check',
      title: 'What would help?',
      category: 'CHILD',
      fields: [
        { key: 'needsClear', type: 'YES_NO', req: 'C', label: 'Is it clear what {child} needs?' },
        { key: 'ownServiceCanMeet', type: 'YES_NO', req: 'C', label: 'Can my service help?' },
        { key: 'oneOtherServiceCanMeet', type: 'YES_NO', req: 'C', label: 'Can one other service help?' },
        { key: 'familyAware', type: 'YES_NO', req: 'C', label: 'Does the family know?' },
        { key: 'familyView', type: 'LONG_TEXT', req: 'O', label: 'What does the family say?' },
        { key: 'outcome', type: 'CODE', req: 'C', label: 'The next step', codes: 'pre-caf-outcomes' },
        {
          key: 'rationale',
          type: 'LONG_TEXT',
          req: 'C',
          label: 'Why is this the right next step?',
          good: 'School has tried a breakfast club since November; health and housing are needed too.',
          poor: 'Needs a CAF.',
        },
        { key: 'decidedOn', type: 'DATE', req: 'C', label: 'Decided on' },
        { key: 'managerDiscussed', type: 'YES_NO', req: 'O', label: 'I talked about it with my manager' },
      ],
    },
  ],
};
