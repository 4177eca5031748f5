import type { RepairView } from '@encircle/shared/recording';
import { ageOn, londonDate } from '@encircle/shared/dates';
import { dueDate, type Timescales } from '@encircle/shared/lifecycle';
import {
  interpreterWarning,
  meetingWarnings,
  type InvitationView,
  type MeetingCard,
  type MeetingChild,
  type MeetingView,
  type MinuteView,
  type ReportView,
} from '@encircle/shared/meetings';

export interface ChildKnown {
  id: string;
  name: string | null;
  fullName: string | null;
  dateOfBirth: string | null;
}

export function childView(child: ChildKnown, today: string): MeetingChild {
  const age = child.dateOfBirth === null ? null : ageOn(child.dateOfBirth, today);
  return { id: child.id, name: child.name, fullName: child.fullName, age };
}

export interface InvitationLike {
  id: string;
  userId: string | null;
  personId: string | null;
  guestName: string | null;
  isFamily: boolean;
  name: string | null;
  agencyId: string | null;
  agencyName: string | null;
  professionalRole: string | null;
  relationship: string | null;
  required: boolean;
  reason: string | null;
  invitedOn: string;
  shortNotice: boolean;
  rsvp: string;
  rsvpNote: string | null;
  attendance: string | null;
  attendanceReason: string | null;
  deputyName: string | null;
  reportDueOn: string | null;
  reportReceivedOn: string | null;
  version: number;
}

export function invitationView(
  row: InvitationLike,
  me: string,
  leadIds: readonly string[],
): Omit<InvitationView, 'report' | 'answerLink'> {
  const kind = row.isFamily ? 'FAMILY' : row.guestName === null ? 'WORKER' : 'GUEST';
  return {
    id: row.id,
    kind,
    userId: row.userId,
    personId: row.personId,
    name: row.name,
    agencyId: row.agencyId,
    agencyName: row.agencyName,
    professionalRole: row.professionalRole,
    relationship: row.relationship,
    isLead: row.userId !== null && leadIds.includes(row.userId),
    mine: row.userId === me,
    required: row.required,
    reason: row.reason,
    invitedOn: row.invitedOn,
    shortNotice: row.shortNotice,
    rsvp: row.rsvp,
    rsvpNote: row.rsvpNote,
    attendance: row.attendance,
    attendanceReason: row.attendanceReason,
    deputyName: row.deputyName,
    reportDueOn: row.reportDueOn,
    reportReceivedOn: row.reportReceivedOn,
    version: row.version,
  };
}

/** Family, then who leads, then everyone else; otherwise by name. */
export function inOrder(views: readonly InvitationView[]): InvitationView[] {
  const rank = (view: InvitationView): number => (view.kind === 'FAMILY' ? 0 : view.isLead ? 1 : 2);
  return [...views].sort((a, b) => rank(a) - rank(b));
}

export function minuteView(row: MinuteView): MinuteView {
  const { id, kind, code, text, saidBy, answered, category, aboutPersonId, position, version } = row;
  return { id, kind, code, text, saidBy, answered, category, aboutPersonId, position, version };
}

type Core = Omit<
  MeetingView,
  | 'child'
  | 'place'
  | 'earlier'
  | 'next'
  | 'nextDueBy'
  | 'warnings'
  | 'invitations'
  | 'minutes'
  | 'reports'
  | 'mayRun'
  | 'repairs'
> & { nextMeetingId: string | null; nextPlannedAt: string | null };

export interface MeetingParts {
  child: MeetingChild;
  place: string | null;
  earlier: readonly {
    id: string;
    plannedAt: string;
    status: string;
    statusReason: string | null;
    askedBy: string | null;
  }[];
  invitations: InvitationView[];
  minutes: MinuteView[];
  reports: ReportView[];
  mayRun: boolean;
  repairs: RepairView[];
  /** What the family needs to understand each other; null for who may not see who the child is. */
  interpreter: Parameters<typeof interpreterWarning>[0];
  today: string;
  /** What a clock that starts with this meeting goes by. */
  timescales: Timescales;
}

export function meetingView(row: Core, parts: MeetingParts): MeetingView {
  const on = londonDate(row.plannedAt);
  return {
    id: row.id,
    episodeId: row.episodeId,
    child: parts.child,
    type: row.type,
    status: row.status,
    plannedAt: row.plannedAt,
    durationMinutes: row.durationMinutes,
    mode: row.mode,
    place: parts.place,
    heldAt: row.heldAt,
    reviewNo: row.reviewNo,
    dueOn: row.dueOn,
    chairId: row.chairId,
    chairName: row.chairName,
    minuteTakerId: row.minuteTakerId,
    minuteTakerName: row.minuteTakerName,
    statusReason: row.statusReason,
    earlier: parts.earlier.map((each) => ({
      id: each.id,
      plannedAt: each.plannedAt,
      status: each.status,
      reason: each.statusReason,
      askedBy: each.askedBy,
    })),
    consentChecked: row.consentChecked,
    childParticipation: row.childParticipation,
    parentParticipation: row.parentParticipation,
    levelAgreed: row.levelAgreed,
    minutesStatus: row.minutesStatus,
    minutesSentOn: row.minutesSentOn,
    next: nextOf(row),
    noNextReason: row.noNextReason,
    nextDueBy: row.type === 'CLOSURE' ? null : dueAfter(row.type, on, parts.timescales),
    warnings:
      row.status === 'PLANNED'
        ? [...warningsOf(on, row.dueOn, parts), ...interpreterWarning(parts.interpreter)]
        : [],
    invitations: inOrder(parts.invitations),
    minutes: parts.minutes,
    reports: parts.reports,
    mayRun: parts.mayRun,
    repairs: parts.repairs,
    mendUntil: row.mendUntil,
    version: row.version,
  };
}

/** Short notice matters while somebody was asked late, not as the day comes near. */
function warningsOf(on: string, dueOn: string | null, parts: MeetingParts): MeetingView['warnings'] {
  const late = parts.invitations.some((each) => each.shortNotice);
  return meetingWarnings(on, parts.today, dueOn).filter((each) => late || each.code !== 'SHORT_NOTICE');
}

/** The latest day for the review after this meeting: 6 weeks after the first, 12 after a review (rule 5.4). */
export function dueAfter(type: string, on: string, timescales: Timescales): string {
  return dueDate(type === 'INITIAL_TAC' ? 'review.first.weeks' : 'review.max.weeks', on, timescales);
}

function nextOf(row: Core): MeetingView['next'] {
  if (row.nextMeetingId === null || row.nextPlannedAt === null) return null;
  return { id: row.nextMeetingId, plannedAt: row.nextPlannedAt };
}

export interface CardLike {
  id: string;
  episodeId: string;
  childId: string | null;
  childName: string | null;
  childFullName: string | null;
  childDob: string | null;
  type: string;
  status: string;
  plannedAt: string;
  durationMinutes: number;
  mode: string;
  place: string | null;
  reviewNo: number | null;
  minutesStatus: string;
  invited: number;
  answered: number;
  version: number;
}

export function cardView(row: CardLike, today: string): MeetingCard {
  const { childId, childName, childFullName, childDob, ...card } = row;
  const child =
    childId === null
      ? null
      : childView({ id: childId, name: childName, fullName: childFullName, dateOfBirth: childDob }, today);
  return { ...card, child, invited: Number(row.invited), answered: Number(row.answered) };
}
