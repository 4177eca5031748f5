import { addMonths, addWorkingDays, type CivilDate } from '../dates/index.js';
import type { Instant, PolicySettings } from './facts.js';
import { dayOf, endOfDay, millis } from './instants.js';
import type { RelationRole } from './roles.js';

/** The end of the nth working day after a day (rule 8.8: the day itself is day 0). */
export function endOfReadOnlyDays(day: CivilDate, settings: PolicySettings): Instant {
  return endOfDay(addWorkingDays(day, settings.readOnlyWorkingDays, settings.holidays));
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
