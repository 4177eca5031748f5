import type { FormSection } from '../../form.js';

/** The child speaks first and in their own words; nothing here is tidied up. */
export const CHILDS_PAGE: FormSection = {
  key: 'child',
  group: 'about',
  title: '{child}’s page',
  intro: 'Write what {child} says, as {child} says it. A drawing, a card or what you watched counts too.',
  category: 'CHILD',
  fields: [
    {
      key: 'likes',
      type: 'LONG_TEXT',
      req: 'O',
      label: 'What I like and what I am good at',
      hint: 'The first sentence stands at the top of the record.',
      good: 'I like drawing foxes and my nan’s dog Biscuit.',
      poor: 'Enjoys art and animals.',
    },
    {
      key: 'goingWell',
      type: 'LONG_TEXT',
      req: 'O',
      label: 'What is going well',
      good: 'When Kezia waits for me at the gate my tummy is okay.',
      poor: 'Has some friendships.',
    },
    {
      key: 'hard',
      type: 'LONG_TEXT',
      req: 'O',
      label: 'What is hard',
      good: 'Mornings. It’s like a washing machine in my tummy.',
      poor: 'Presents as anxious.',
    },
    { key: 'people', type: 'LONG_TEXT', req: 'O', label: 'People who matter to me', category: 'FAMILY' },
    { key: 'oneChange', type: 'LONG_TEXT', req: 'O', label: 'If I could change one thing' },
    { key: 'faceHome', type: 'CODE', req: 'O', label: 'How it is at home', codes: 'faces' },
    { key: 'faceSchool', type: 'CODE', req: 'O', label: 'How it is at school or nursery', codes: 'faces' },
    { key: 'faceFriends', type: 'CODE', req: 'O', label: 'How it is with friends', codes: 'faces' },
    { key: 'faceInside', type: 'CODE', req: 'O', label: 'How I feel inside', codes: 'faces' },
    { key: 'howTold', type: 'CODE', req: 'O', label: 'How {child} told us', codes: 'comment-methods' },
    { key: 'toldTo', type: 'TEXT', req: 'O', label: 'Told to' },
    { key: 'toldOn', type: 'DATE', req: 'O', label: 'On' },
    {
      key: 'justForWorker',
      type: 'LONG_TEXT',
      req: 'O',
      label: 'Just for my worker',
      hint: 'A parent is not shown this. Tell {child} first when it may have to be shared to keep someone safe.',
      category: 'PRIVATE',
    },
  ],
};
