export const MINUTE_KINDS = ['POINT', 'DECISION', 'QUESTION', 'PARKED'] as const;
export type MinuteKind = (typeof MINUTE_KINDS)[number];

/** What a point may be about. A point of another kind than MEETING is a row only those may see who may see that kind. */
export const MINUTE_CATEGORIES = [
  'MEETING',
  'CHILD',
  'PARENTING',
  'FAMILY',
  'HEALTH',
  'ADULT',
  'SENS_SH',
  'SENS_MH',
  'SENS_SM',
  'OFFENCE',
  'DV',
  'THIRD',
] as const;
export type MinuteCategory = (typeof MINUTE_CATEGORIES)[number];
