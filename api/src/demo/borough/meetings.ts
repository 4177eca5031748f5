import { addDays, addWorkingDays, londonInstant, type CivilDate } from '@encircle/shared/dates';
import type { Random } from '../random.js';
import { asWho, type CaseSpec, type Frame } from './case-frame.js';
import type { MeetingDay } from './course.js';
import type { Worker } from './services.js';

/** How each kind of service answers an invitation, in a hundred. */
const HABITS: Readonly<
  Record<string, Readonly<Record<'ATT' | 'PART' | 'DEP' | 'REP' | 'APO' | 'DNA', number>>>
> = {
  Schools: { ATT: 80, PART: 4, DEP: 4, REP: 2, APO: 7, DNA: 3 },
  'Community Health': { ATT: 58, PART: 6, DEP: 6, REP: 11, APO: 13, DNA: 6 },
  'Locality Support': { ATT: 87, PART: 3, DEP: 4, REP: 2, APO: 3, DNA: 1 },
  CAMHS: { ATT: 32, PART: 3, DEP: 2, REP: 17, APO: 30, DNA: 16 },
  'Educational psychology': { ATT: 20, PART: 2, DEP: 1, REP: 11, APO: 40, DNA: 26 },
  'Speech and language': { ATT: 55, PART: 4, DEP: 6, REP: 14, APO: 15, DNA: 6 },
  'Housing services': { ATT: 36, PART: 3, DEP: 4, REP: 7, APO: 22, DNA: 28 },
  'Youth service': { ATT: 78, PART: 4, DEP: 3, REP: 3, APO: 9, DNA: 3 },
  Police: { ATT: 34, PART: 2, DEP: 6, REP: 7, APO: 30, DNA: 21 },
};
const OTHERS = { ATT: 55, PART: 4, DEP: 4, REP: 8, APO: 18, DNA: 11 } as const;

const REASONS = [
  'Clinic clash',
  'Sick leave',
  'Court that day',
  'Short of staff',
  'Another meeting ran over',
  'Training day',
] as const;
const TIMES = ['09:15', '10:00', '11:30', '13:30', '14:15', '15:30', '15:45'] as const;
const PLACES = [
  'School library',
  'Family hub, room 2',
  'Health centre',
  'Community room',
  'By video',
] as const;

/** A meeting that was held, with how everybody took part and what was decided. */
export function addHeldMeeting(random: Random, frame: Frame, spec: CaseSpec, m: MeetingDay): string {
  const chair = spec.lead ?? spec.author;
  const at = londonInstant(m.on, random.pick(TIMES));
  if (m.cancelledOn) addCancelled(random, frame, spec, m, m.cancelledOn);
  const invitedOn = addDays(m.on, random.chance(0.9) ? -21 : -6);
  const sent = random.chance(0.85);
  const meetingId = frame.rows.add('app.meeting', 'MEETING', asWho(chair), invitedOn, {
    type: m.type,
    status: 'HELD',
    planned_at: at,
    duration_minutes: 60,
    mode: random.chance(0.75) ? 'IN_PERSON' : 'VIDEO',
    held_at: at,
    review_no: m.reviewNo,
    due_on: m.dueOn,
    chair_id: chair.userId,
    minute_taker_id: spec.author.userId,
    consent_checked: true,
    child_participation: random.pick([
      'ATTENDED_PART',
      'VIEWS_VIA_WORKER',
      'WRITTEN_OR_TOOL',
      'ATTENDED_THROUGHOUT',
      'NOT_SOUGHT',
    ]),
    parent_participation: random.chance(0.85) ? 'ATTENDED' : 'VIEWS_SENT',
    level_agreed: m.level,
    minutes_status: sent ? 'CIRCULATED' : 'DRAFT',
    minutes_sent_on: sent ? addWorkingDays(m.on, random.int(2, 12)) : null,
  });
  frame.rows.add('app.meeting_place', 'MEETING', asWho(chair), invitedOn, {
    meeting_id: meetingId,
    place: random.pick(PLACES),
  });
  for (const worker of guests(spec)) addWorker(random, frame, meetingId, worker, chair, invitedOn, m.on);
  family(frame, meetingId, spec, invitedOn, random.chance(0.85) ? 'ATT' : 'APO');
  const decisions =
    m.type === 'INITIAL_TAC' ? ['PLAN_AGREED', 'LP_CONFIRMED', 'NEXT_DATE'] : ['CONTINUE', 'NEXT_DATE'];
  decisions.forEach((code, position) =>
    frame.rows.add('app.minute', 'MEETING', asWho(chair), m.on, {
      meeting_id: meetingId,
      kind: 'DECISION',
      code,
      text: DECISION[code] ?? code,
      position,
    }),
  );
  return meetingId;
}

const DECISION: Record<string, string> = {
  PLAN_AGREED: 'The plan is agreed.',
  LP_CONFIRMED: 'The lead professional is confirmed.',
  NEXT_DATE: 'The next date is set.',
  CONTINUE: 'The plan goes on.',
};

/** A date that is still to come, with the answers there are so far. */
export function addPlannedMeeting(random: Random, frame: Frame, spec: CaseSpec, m: MeetingDay): void {
  const chair = spec.lead ?? spec.author;
  const invitedOn = addDays(m.on, -21);
  const meetingId = frame.rows.add('app.meeting', 'MEETING', asWho(chair), invitedOn, {
    type: m.type,
    status: 'PLANNED',
    planned_at: londonInstant(m.on, random.pick(TIMES)),
    duration_minutes: 60,
    mode: 'IN_PERSON',
    review_no: m.reviewNo,
    due_on: m.dueOn,
    chair_id: chair.userId,
    minute_taker_id: spec.author.userId,
  });
  frame.rows.add('app.meeting_place', 'MEETING', asWho(chair), invitedOn, {
    meeting_id: meetingId,
    place: random.pick(PLACES),
  });
  for (const worker of guests(spec)) {
    const rsvp = random.weighted({ COMING: 60, NO_ANSWER: 25, SENDING_REPORT: 8, NOT_COMING: 5, DEPUTY: 2 });
    frame.rows.add('app.invitation', 'MEETING', asWho(chair), invitedOn, {
      ...invited(meetingId, worker, invitedOn),
      rsvp,
      report_due_on: rsvp === 'SENDING_REPORT' ? m.on : null,
    });
  }
  family(frame, meetingId, spec, invitedOn, null);
}

const guests = (spec: CaseSpec): Worker[] => {
  const all = [spec.lead ?? spec.author, spec.author, ...spec.team];
  return all.filter((w, i) => all.findIndex((x) => x.userId === w.userId) === i);
};

const invited = (meetingId: string, worker: Worker, invitedOn: CivilDate) => ({
  meeting_id: meetingId,
  user_id: worker.userId,
  agency_id: worker.agencyId,
  professional_role: worker.role,
  is_family: false,
  required: true,
  invited_on: invitedOn,
});

function addWorker(
  random: Random,
  frame: Frame,
  meetingId: string,
  worker: Worker,
  chair: Worker,
  invitedOn: CivilDate,
  on: CivilDate,
): void {
  let attendance: string =
    worker.userId === chair.userId ? 'ATT' : random.weighted(HABITS[worker.group] ?? OTHERS);
  const short = addWorkingDays(invitedOn, 10) > on;
  if (short && (attendance === 'APO' || attendance === 'DNA')) attendance = 'LATE_NOTICE';
  if (random.chance(0.02)) attendance = 'NOT_REQ';
  const away = ['APO', 'REP', 'LATE_NOTICE'].includes(attendance);
  frame.rows.add('app.invitation', 'MEETING', { userId: chair.userId, agencyId: chair.agencyId }, invitedOn, {
    ...invited(meetingId, worker, invitedOn),
    rsvp:
      attendance === 'DNA'
        ? 'NO_ANSWER'
        : attendance === 'REP'
          ? 'SENDING_REPORT'
          : away
            ? 'NOT_COMING'
            : 'COMING',
    attendance,
    attendance_reason: away ? random.pick(REASONS) : null,
    deputy_name: attendance === 'DEP' ? 'A colleague of the team' : null,
    report_due_on: attendance === 'REP' || (attendance === 'APO' && random.chance(0.4)) ? on : null,
    report_received_on: attendance === 'REP' ? on : null,
  });
}

function family(
  frame: Frame,
  meetingId: string,
  spec: CaseSpec,
  invitedOn: CivilDate,
  attendance: string | null,
): void {
  const chair = spec.lead ?? spec.author;
  for (const personId of [spec.childId, spec.parentId]) {
    frame.rows.add('app.invitation', 'MEETING', asWho(chair), invitedOn, {
      meeting_id: meetingId,
      person_id: personId,
      is_family: true,
      required: true,
      invited_on: invitedOn,
      rsvp: attendance === null || attendance === 'ATT' ? 'COMING' : 'NOT_COMING',
      attendance,
    });
  }
}

function addCancelled(random: Random, frame: Frame, spec: CaseSpec, m: MeetingDay, on: CivilDate): void {
  const chair = spec.lead ?? spec.author;
  const invitedOn = addDays(on, -14);
  const meetingId = frame.rows.add('app.meeting', 'MEETING', asWho(chair), invitedOn, {
    type: m.type,
    status: random.chance(0.5) ? 'POSTPONED' : 'CANCELLED',
    planned_at: londonInstant(on, '10:00'),
    duration_minutes: 60,
    mode: 'IN_PERSON',
    review_no: m.reviewNo,
    due_on: m.dueOn,
    chair_id: chair.userId,
    status_reason: random.pick(['Family asked for another day', 'Chair was ill', 'Too few could come']),
  });
  for (const worker of guests(spec)) {
    frame.rows.add('app.invitation', 'MEETING', asWho(chair), invitedOn, {
      ...invited(meetingId, worker, invitedOn),
      rsvp: 'COMING',
      attendance: 'MTG_CAN',
    });
  }
}
