import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { MeetingInCalendar } from '#api/meetings/meeting-notices.service.js';

export interface FeedMeeting extends MeetingInCalendar {
  ref: string | null;
  link: string;
}

const MINUTE = 60_000;
const PRODUCT = { company: 'Encircle', product: 'Encircle', language: 'EN' };

/** Somebody's meetings for a calendar program: a reference, when, and a link; nobody and no place is named. */
export function feedCalendar(meetings: readonly FeedMeeting[], domain: string): string {
  const calendar = ical({ prodId: PRODUCT, method: ICalCalendarMethod.PUBLISH, name: 'Encircle', ttl: 3600 });
  for (const meeting of meetings) {
    const start = new Date(meeting.startsAt);
    calendar.createEvent({
      id: `${meeting.rootId}@${domain}`,
      sequence: meeting.sequence,
      stamp: new Date(meeting.stampedAt),
      start,
      end: new Date(start.getTime() + meeting.durationMinutes * MINUTE),
      summary: meeting.ref === null ? 'Meeting' : `Meeting ${meeting.ref}`,
      url: meeting.link,
      status: ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
