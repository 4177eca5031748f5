import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { MeetingInCalendar } from '#api/meetings/meeting-notices.service.js';

export interface CalendarFile {
  method: 'REQUEST' | 'CANCEL';
  text: string;
}

interface Envelope {
  ref: string | null;
  link: string;
  /** Whom it is for: nobody else is named in it. */
  to: string;
  from: string;
}

const MINUTE = 60_000;
const PRODUCT = { company: 'Encircle', product: 'Encircle', language: 'EN' };

/** One meeting for one person: when it is and where to read more. Who comes, where and why stays behind the sign-in. */
export function calendarFile(meeting: MeetingInCalendar, { ref, link, to, from }: Envelope): CalendarFile {
  const method = meeting.cancelled ? 'CANCEL' : 'REQUEST';
  const calendar = ical({ prodId: PRODUCT, method: ICalCalendarMethod[method] });
  const start = new Date(meeting.startsAt);
  const event = calendar.createEvent({
    id: `${meeting.rootId}@${from.split('@')[1] ?? 'encircle'}`,
    sequence: meeting.sequence,
    stamp: new Date(meeting.stampedAt),
    start,
    end: new Date(start.getTime() + meeting.durationMinutes * MINUTE),
    summary: ref === null ? 'Meeting' : `Meeting ${ref}`,
    url: link,
    status: meeting.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: 'Encircle', email: from },
  });
  event.createAttendee({ email: to, rsvp: false });
  return { method, text: calendar.toString() };
}
