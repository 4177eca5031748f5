/** A person's own right to what is held about them, or a copy for a named reader outside, for a court. */
export const REQUEST_KINDS = ['SUBJECT_ACCESS', 'COURT_COPY'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_CAPACITIES = ['SELF', 'PARENT', 'SOLICITOR', 'COURT'] as const;
export type RequestCapacity = (typeof REQUEST_CAPACITIES)[number];

export const CHILD_ANSWERS = ['AGREES', 'SAYS_NO'] as const;
export type ChildAnswer = (typeof CHILD_ANSWERS)[number];

export const REFUSAL_GROUNDS = ['CHILD_DECIDES', 'NOT_ENTITLED', 'NOT_PROVEN', 'EXCESSIVE'] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

export const WITHHOLD_GROUNDS = [
  'THIRD_PARTY',
  'REPORTER',
  'OTHER_PERSON',
  'CHILD_CONFIDENCE',
  'SERIOUS_HARM',
  'CRIME',
  'LEGAL_PRIVILEGE',
  'LOCATION',
] as const;
export type WithholdGround = (typeof WITHHOLD_GROUNDS)[number];

export const LINE_DECISIONS = ['INCLUDE', 'PART', 'WITHHOLD'] as const;
export type LineDecision = (typeof LINE_DECISIONS)[number];

export const SENT_WAYS = ['SECURE_LINK', 'BY_HAND', 'TRACKED_POST'] as const;
export type SentWay = (typeof SENT_WAYS)[number];

export const REQUEST_STATUSES = ['WAITING', 'OPEN', 'PACKED', 'CHECKED', 'SENT', 'REFUSED'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];
