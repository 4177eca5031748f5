/** What there may be to do. Each has one verb of its own on the screen. */
export const DUE_KINDS = [
  'ACTION',
  'ACCEPT_ACTION',
  'REPORT',
  'ANSWER',
  'REMIND',
  'OFFER',
  'FIND_LEAD',
  'MEETING',
  'RECORD_MEETING',
  'MINUTES',
  'SET_REVIEW',
  'AGREEMENT',
  'CLOSING',
  'EMERGENCY',
  'ACCESS_REVIEW',
  'FINISH_SHARING',
  'SHARING',
  'POLICE_NOTICE',
  'CONTRIBUTE',
  'CONTRIBUTION',
  'CHASE',
  'RETURNED',
  'OVERSEE',
  'ORDER_REVIEW',
  'BIRTH_CHECK',
  'TURNS_18',
  'AGREE_AFTER_BIRTH',
  'SHIELD_REVIEW',
  'SHIELD_ASKED',
  'LONG_OPEN',
  'MANY_REVIEWS',
  'UNSEEN',
  'EVIDENCE_CHECK',
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export const WEEK_GROUPS = ['OVERDUE', 'TODAY', 'THIS_WEEK', 'LATER'] as const;
export type WeekGroup = (typeof WEEK_GROUPS)[number];

export const WEEK_FILTERS = ['ALL', 'ACTIONS', 'MEETINGS', 'AGREEMENTS', 'OFFERS'] as const;
export type WeekFilter = (typeof WEEK_FILTERS)[number];
