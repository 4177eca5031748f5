import type { Category, Purpose } from '../policy/index.js';

/** What a family can agree to or refuse; private words, third-party and safeguarding items are never theirs to tick. */
export const AGREEABLE: readonly Category[] = [
  'IDENT',
  'INVOLVE',
  'CHILD',
  'PARENTING',
  'FAMILY',
  'HEALTH',
  'PLAN',
  'MEETING',
  'NOTES',
  'ADULT',
  'SENS_SH',
  'SENS_MH',
  'SENS_SM',
  'OFFENCE',
  'DV',
  'IMMIG',
];
/** SAFEGUARD never needs agreement; the others are not a family's to give. */
export const AGREEABLE_PURPOSES: readonly Purpose[] = [
  'ASSESS',
  'COORDINATE',
  'REFER',
  'PANEL',
  'TRANSFER',
  'EVALUATE',
];
export const DEFAULT_PURPOSES: readonly Purpose[] = ['ASSESS', 'COORDINATE'];
