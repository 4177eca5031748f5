import { randomUUID } from 'node:crypto';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';
import { mendUntil } from '#api/access/mend-until.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface MeetingRow extends Labelled {
  id: string;
  episodeId: string;
  type: string;
  status: string;
  plannedAt: string;
  durationMinutes: number;
  mode: string;
  heldAt: string | null;
  reviewNo: number | null;
  dueOn: string | null;
  chairId: string | null;
  chairName: string | null;
  minuteTakerId: string | null;
  minuteTakerName: string | null;
  statusReason: string | null;
  askedBy: string | null;
  movedFromId: string | null;
  consentChecked: boolean | null;
  childParticipation: string | null;
  parentParticipation: string | null;
  levelAgreed: number | null;
  minutesStatus: string;
  minutesSentOn: string | null;
  nextMeetingId: string | null;
  nextPlannedAt: string | null;
  noNextReason: string | null;
  mendUntil: string | null;
  version: number;
}

/** Whose the record of a meeting is: who said that it was held, where that is known. */
const MEND_UNTIL = mendUntil(
  "m.status = 'HELD' and coalesce(m.held_recorded_by, m.author_id) = (select sec.uid())",
  'coalesce(m.held_recorded_at, m.held_at)',
);

const COLUMNS = `
  m.id, m.episode_id as "episodeId", m.type, m.status, sec.instant(m.planned_at) as "plannedAt",
  m.duration_minutes as "durationMinutes", m.mode, sec.instant(m.held_at) as "heldAt", m.review_no as "reviewNo",
  m.due_on as "dueOn", m.chair_id as "chairId", c.full_name as "chairName", m.minute_taker_id as "minuteTakerId",
  t.full_name as "minuteTakerName", m.status_reason as "statusReason", m.asked_by as "askedBy",
  m.moved_from_id as "movedFromId", m.consent_checked as "consentChecked",
  m.child_participation as "childParticipation", m.parent_participation as "parentParticipation",
  m.level_agreed as "levelAgreed", m.minutes_status as "minutesStatus", m.minutes_sent_on as "minutesSentOn",
  m.next_meeting_id as "nextMeetingId", sec.instant(n.planned_at) as "nextPlannedAt",
  m.no_next_reason as "noNextReason", m.version,
  ${MEND_UNTIL} as "mendUntil", ${LABEL('m')}`;

const JOINS = `
  left join app.app_user c on c.id = m.chair_id
  left join app.app_user t on t.id = m.minute_taker_id
  left join app.meeting n on n.id = m.next_meeting_id`;

/** Null when row-level security keeps it back, as when there is none. */
export function meetingRow(uow: UnitOfWork, id: string): Promise<MeetingRow | null> {
  return uow.one<MeetingRow>(`select ${COLUMNS} from app.meeting m ${JOINS} where m.id = $1`, [id]);
}

/** Earlier attempts at a meeting, latest first. */
export function earlierAttempts(uow: UnitOfWork, movedFromId: string): Promise<MeetingRow[]> {
  return uow.rows<MeetingRow>(
    `with recursive chain as (
       select id, moved_from_id, 1 as step from app.meeting where id = $1
       union all
       select p.id, p.moved_from_id, chain.step + 1 from app.meeting p join chain on p.id = chain.moved_from_id
       where chain.step < 20)
     select ${COLUMNS} from chain join app.meeting m on m.id = chain.id ${JOINS} order by chain.step`,
    [movedFromId],
  );
}

export interface PlaceRow extends Labelled {
  place: string;
}

export function placeOf(uow: UnitOfWork, meetingId: string): Promise<PlaceRow | null> {
  return uow.one<PlaceRow>(
    `select p.place, true as locating, ${LABEL('p')} from app.meeting_place p where p.meeting_id = $1`,
    [meetingId],
  );
}

/** An INITIAL_TAC that is planned or held: there is only ever one. */
export async function firstMeetingOf(uow: UnitOfWork, episodeId: string): Promise<MeetingRow | null> {
  return uow.one<MeetingRow>(
    `select ${COLUMNS} from app.meeting m ${JOINS}
     where m.episode_id = $1 and m.type = 'INITIAL_TAC' and m.status in ('PLANNED', 'HELD')
     order by m.status = 'HELD' desc, m.planned_at limit 1`,
    [episodeId],
  );
}

export interface NewMeeting {
  id: string;
  episodeId: string;
  subjectId: string | null;
  type: string;
  plannedAt: string;
  durationMinutes: number;
  mode: string;
  reviewNo: number | null;
  dueOn: string | null;
  chairId: string | null;
  minuteTakerId: string | null;
  movedFromId: string | null;
}

export async function insertMeeting(ctx: AccessContext, m: NewMeeting): Promise<void> {
  await ctx.uow.rows(
    `insert into app.meeting (id, episode_id, subject_id, source_agency_id, author_id, created_by, type, planned_at,
       duration_minutes, mode, review_no, due_on, chair_id, minute_taker_id, moved_from_id)
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      m.id,
      m.episodeId,
      m.subjectId,
      ctx.agencyId,
      ctx.userId,
      m.type,
      m.plannedAt,
      m.durationMinutes,
      m.mode,
      m.reviewNo,
      m.dueOn,
      m.chairId,
      m.minuteTakerId,
      m.movedFromId,
    ],
  );
}

export async function savePlace(
  ctx: AccessContext,
  meeting: { id: string; episodeId: string; subjectId: string | null },
  place: string,
): Promise<void> {
  const changed = await ctx.uow.changed(
    `update app.meeting_place set place = $2, version = version + 1, updated_at = sec.now() where meeting_id = $1`,
    [meeting.id, place],
  );
  if (changed > 0) return;
  await ctx.uow.rows(
    `insert into app.meeting_place (meeting_id, episode_id, subject_id, source_agency_id, author_id, created_by, place)
     values ($1, $2, $3, $4, $5, $5, $6)`,
    [meeting.id, meeting.episodeId, meeting.subjectId, ctx.agencyId, ctx.userId, place],
  );
}

/** Columns a change may set; names are ours, never the caller's. */
const SETTABLE = {
  status: 'status',
  plannedAt: 'planned_at',
  durationMinutes: 'duration_minutes',
  mode: 'mode',
  heldAt: 'held_at',
  heldRecordedAt: 'held_recorded_at',
  heldRecordedBy: 'held_recorded_by',
  chairId: 'chair_id',
  minuteTakerId: 'minute_taker_id',
  statusReason: 'status_reason',
  askedBy: 'asked_by',
  consentChecked: 'consent_checked',
  childParticipation: 'child_participation',
  parentParticipation: 'parent_participation',
  levelAgreed: 'level_agreed',
  minutesStatus: 'minutes_status',
  minutesSentOn: 'minutes_sent_on',
  nextMeetingId: 'next_meeting_id',
  noNextReason: 'no_next_reason',
} as const;

export type MeetingFields = Partial<Record<keyof typeof SETTABLE, string | number | boolean | null>>;

/** @returns false when the version is no longer the stored one */
export async function updateMeeting(
  uow: UnitOfWork,
  id: string,
  version: number,
  fields: MeetingFields,
): Promise<boolean> {
  const named = (Object.keys(fields) as (keyof typeof SETTABLE)[]).filter((key) => fields[key] !== undefined);
  const sets = named.map((key, index) => `${SETTABLE[key]} = $${index + 3}, `).join('');
  const changed = await uow.changed(
    `update app.meeting set ${sets}version = version + 1, updated_at = sec.now() where id = $1 and version = $2`,
    [id, version, ...named.map((key) => fields[key])],
  );
  return changed === 1;
}

/** Whatever pointed to the first attempt as its next meeting points to the second. */
export async function pointToNewAttempt(uow: UnitOfWork, from: string, to: string): Promise<void> {
  await uow.rows(`update app.meeting set next_meeting_id = $2 where next_meeting_id = $1`, [from, to]);
}

export async function countReviews(uow: UnitOfWork, episodeId: string): Promise<number> {
  const row = await uow.one<{ n: number }>(`select count(*) as n from app.review where episode_id = $1`, [
    episodeId,
  ]);
  return Number(row?.n ?? 0);
}

export const newId = (): string => randomUUID();
