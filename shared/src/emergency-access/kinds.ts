import { CATEGORIES, type Category } from '../policy/index.js';

export { BREAK_GLASS_REASON_LENGTH } from '../policy/index.js';

/** Kinds an emergency can be about; the log and figures are no content. */
export const EMERGENCY_KINDS: readonly Category[] = CATEGORIES.filter(
  (category) => category !== 'LOG' && category !== 'AGG',
);
