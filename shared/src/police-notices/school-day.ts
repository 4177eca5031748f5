import { addWorkingDays, isWorkingDay, londonDate, londonTime, type CivilDate } from '../dates/index.js';

/** When the doors of a school open. */
const BEGINS = '08:45';

/** The school day a notice has to be there before: today while school has not begun, else the next. */
export function schoolDayAhead(now: string): CivilDate {
  const today = londonDate(now);
  return isWorkingDay(today) && londonTime(now) < BEGINS ? today : addWorkingDays(today, 1);
}
