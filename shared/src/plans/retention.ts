import { addMonths, latestOf, type CivilDate } from '../dates/index.js';

const YEARS_FROM_BIRTH = 25;
const YEARS_FROM_CLOSING = 6;

/**
 * Until when a closed episode is kept (rule 6.12, local defaults): 25 years from the youngest child's birth, and six
 * years from closing at least. A legal hold stops the clock elsewhere.
 */
export function retentionUntil(births: readonly CivilDate[], closedOn: CivilDate): CivilDate {
  const afterClosing = addMonths(closedOn, YEARS_FROM_CLOSING * 12);
  const youngest = births[0] === undefined ? null : latestOf(births[0], ...births.slice(1));
  if (youngest === null) return afterClosing;
  return latestOf(afterClosing, addMonths(youngest, YEARS_FROM_BIRTH * 12));
}
