/** The information categories of a piece of content (rule 6.2). Every content row carries one or more. */
export const CATEGORIES = [
  'IDENT',
  'INVOLVE',
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
  'PLAN',
  'MEETING',
  'NOTES',
  'THIRD',
  'SAFE',
  'PRIVATE',
  'IMMIG',
  'LOG',
  'AGG',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Shared on an active row naming the recipient, category and purpose (rule R07). */
export const ORDINARY_CATEGORIES = [
  'IDENT',
  'INVOLVE',
  'CHILD',
  'PARENTING',
  'FAMILY',
  'HEALTH',
  'PLAN',
  'MEETING',
  'NOTES',
] as const satisfies readonly Category[];

/** Need a row that names recipient and category, given by the person concerned (rule R08). */
export const SENSITIVE_CATEGORIES = ['SENS_SH', 'SENS_MH', 'SENS_SM'] as const satisfies readonly Category[];

/** Need a row of the person the block is about (rule R09). */
export const OWN_DATA_CATEGORIES = ['ADULT', 'OFFENCE', 'DV', 'IMMIG'] as const satisfies readonly Category[];

/** A refusal of one of these is always DENY_HIDE: even its existence is a disclosure (rule 6.4). */
export const HIDDEN_CATEGORIES = [
  'THIRD',
  'PRIVATE',
  'SAFE',
  ...SENSITIVE_CATEGORIES,
  ...OWN_DATA_CATEGORIES,
] as const satisfies readonly Category[];

export const isOrdinary = memberOf(ORDINARY_CATEGORIES);
export const isSensitive = memberOf(SENSITIVE_CATEGORIES);
export const isOwnData = memberOf(OWN_DATA_CATEGORIES);
export const isHidden = memberOf(HIDDEN_CATEGORIES);

function memberOf(list: readonly Category[]): (category: Category) => boolean {
  const set = new Set(list);
  return (category) => set.has(category);
}
