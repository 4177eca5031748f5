import {
  ENGLAND_AND_WALES,
  dayOfWeek,
  formatLong,
  isWeekend,
  workingDaysBetween,
  type CivilDate,
  type HolidayCalendar,
} from '../dates/index.js';

/** Working days between the invitation and the meeting below which an absence is counted apart (rule 4.2, a local setting). */
export const NOTICE_WORKING_DAYS = 10;

/** Was the notice shorter than the setting? Only then may an absence be recorded as LATE_NOTICE. */
export function isShortNotice(
  invitedOn: CivilDate,
  meetingOn: CivilDate,
  needed: number = NOTICE_WORKING_DAYS,
  calendar: HolidayCalendar = ENGLAND_AND_WALES,
): boolean {
  return workingDaysBetween(invitedOn, meetingOn, calendar) < needed;
}

export interface MeetingWarning {
  code: 'WEEKEND' | 'BANK_HOLIDAY' | 'SHORT_NOTICE' | 'AFTER_DUE' | 'INTERPRETER';
  words: string;
}

/** What to think about twice before a date is set; none of it stops the meeting. */
export function meetingWarnings(
  on: CivilDate,
  today: CivilDate,
  dueOn: CivilDate | null = null,
  calendar: HolidayCalendar = ENGLAND_AND_WALES,
): MeetingWarning[] {
  const holiday = calendar.holidayName(on);
  const notice = workingDaysBetween(today, on, calendar);
  return [
    ...(isWeekend(on)
      ? [warning('WEEKEND', `That is a ${dayOfWeek(on) === 6 ? 'Saturday' : 'Sunday'}`)]
      : []),
    ...(holiday === null ? [] : [warning('BANK_HOLIDAY', `That is a bank holiday: ${holiday}`)]),
    ...(on >= today && notice < NOTICE_WORKING_DAYS ? [warning('SHORT_NOTICE', noticeWords(notice))] : []),
    ...(dueOn !== null && on > dueOn
      ? [warning('AFTER_DUE', `The meeting is due by ${formatLong(dueOn)}`)]
      : []),
  ];
}

/** An interpreter or signer the family needs and nobody has arranged (rule 3.2). */
export function interpreterWarning(
  fact: { needed?: boolean | null; language?: string | null; arranged?: boolean | null } | null,
): MeetingWarning[] {
  if (fact?.needed !== true || fact.arranged === true) return [];
  const language = fact.language?.trim() ? ` (${fact.language.trim()})` : '';
  return [warning('INTERPRETER', `An interpreter or signer is needed${language} and not arranged yet`)];
}

function noticeWords(days: number): string {
  const given = days === 1 ? '1 working day' : `${days} working days`;
  return `That is ${given} of notice. People invited so late are not counted as missing`;
}

const warning = (code: MeetingWarning['code'], words: string): MeetingWarning => ({ code, words });
