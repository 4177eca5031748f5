import { addMonths, addWorkingDays, type CivilDate, type HolidayCalendar } from '../dates/index.js';
import type { Instant, PolicySettings } from './facts.js';
import { dayOf, endOfDay, millis } from './instants.js';
import { remembered } from './remembered.js';
import type { RelationRole } from './roles.js';

/** The end of the nth working day after a day (rule 8.8: the day itself is day 0). */
export function endOfReadOnlyDays(day: CivilDate, settings: PolicySettings): Instant {
  return windowsOf(settings)(day);
}

type Windows = (day: CivilDate) => Instant;
const known = new WeakMap<HolidayCalendar, Map<number, Windows>>();

/** Every decision counts the same few windows again; a calendar does not change. */
function windowsOf({ holidays, readOnlyWorkingDays: days }: PolicySettings): Windows {
  const ofCalendar = known.get(holidays) ?? new Map<number, Windows>();
  known.set(holidays, ofCalendar);
  const windows = ofCalendar.get(days) ?? remembered((day) => endOfDay(addWorkingDays(day, days, holidays)));
  ofCalendar.set(days, windows);
  return windows;
}

/** Withdrawn: lead professional, author and their managers may still read to close; a team member not (rule 6.10). */
export function withdrawnWindowEnd(role: RelationRole, at: Instant, settings: PolicySettings): Instant {
  return role === 'TACM' ? at : endOfReadOnlyDays(dayOf(at), settings);
}

/** Expired: everyone on the team may read and ask again; counted from the last day that was covered. */
export function expiredWindowEnd(lastDay: CivilDate, settings: PolicySettings): Instant {
  return endOfReadOnlyDays(lastDay, settings);
}

/** Closed: ten working days for the team, twelve months for the lead professional and author. */
export function closedWindowEnd(role: RelationRole, at: Instant, settings: PolicySettings): Instant {
  const day = dayOf(at);
  if (role === 'TACM') return endOfReadOnlyDays(day, settings);
  return endOfDay(addMonths(day, settings.readOnlyMonthsAfterClosing));
}

export function isWithin(end: Instant, now: Instant): boolean {
  return millis(now) < millis(end);
}
