import type { AttendanceCode } from '../codes/index.js';
import {
  ENGLAND_AND_WALES,
  workingDaysBetween,
  type CivilDate,
  type HolidayCalendar,
} from '../dates/index.js';

/** Working days of notice an invitation gives by default (rule 4.2, local). */
export const NOTICE_WORKING_DAYS = 10;

/** Whether someone was invited too late for an absence to count. */
export function isLateNotice(
  invitedOn: CivilDate,
  meetingOn: CivilDate,
  noticeDays: number = NOTICE_WORKING_DAYS,
  calendar: HolidayCalendar = ENGLAND_AND_WALES,
): boolean {
  return workingDaysBetween(invitedOn, meetingOn, calendar) < noticeDays;
}

/** An absence after a late invitation is coded apart; coming, a deputy or a report counts as ever. */
export function codeAfterNotice(code: AttendanceCode, late: boolean): AttendanceCode {
  return late && (code === 'APO' || code === 'DNA') ? 'LATE_NOTICE' : code;
}
