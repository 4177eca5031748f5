import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';
import { tell } from '#api/platform/outbox/tell.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';

export interface InvitationRow extends Labelled {
  id: string;
  meetingId: string;
  episodeId: string;
  userId: string | null;
  personId: string | null;
  guestName: string | null;
  agencyId: string | null;
  agencyName: string | null;
  professionalRole: string | null;
  isFamily: boolean;
  name: string | null;
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

const COLUMNS = `
  i.id, i.meeting_id as "meetingId", i.episode_id as "episodeId", i.user_id as "userId", i.person_id as "personId",
  i.guest_name as "guestName", i.agency_id as "agencyId", a.name as "agencyName",
  i.professional_role as "professionalRole", i.is_family as "isFamily",
  coalesce(u.full_name, i.guest_name, nullif(concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name), '')) as name,
  case when i.person_id = i.subject_id then 'CHILD' else
    (select r.kind from app.relationship r where r.person_id = i.person_id and r.child_id = i.subject_id limit 1) end as relationship,
  i.required, i.reason, i.invited_on as "invitedOn", i.short_notice as "shortNotice", i.rsvp, i.rsvp_note as "rsvpNote",
  i.attendance, i.attendance_reason as "attendanceReason", i.deputy_name as "deputyName",
  i.report_due_on as "reportDueOn", i.report_received_on as "reportReceivedOn", i.version, ${LABEL('i')}`;

const JOINS = `
  left join app.app_user u on u.id = i.user_id
  left join app.person p on p.id = i.person_id
  left join app.agency a on a.id = i.agency_id`;

/** Family first, the child before all, then the others by name. */
export function invitationsOf(uow: UnitOfWork, meetingId: string): Promise<InvitationRow[]> {
  return uow.rows<InvitationRow>(
    `select ${COLUMNS} from app.invitation i ${JOINS} where i.meeting_id = $1
     order by not i.is_family, i.person_id is distinct from i.subject_id, name, i.id`,
    [meetingId],
  );
}

export function invitationRow(uow: UnitOfWork, id: string): Promise<InvitationRow | null> {
  return uow.one<InvitationRow>(`select ${COLUMNS} from app.invitation i ${JOINS} where i.id = $1`, [id]);
}

export interface NewInvitation {
  meetingId: string;
  episodeId: string;
  subjectId: string | null;
  category: string;
  userId: string | null;
  personId: string | null;
  guestName: string | null;
  agencyId: string | null;
  professionalRole: string | null;
  isFamily: boolean;
  required: boolean;
  reason: string | null;
  shortNotice: boolean;
  attendance: string | null;
}

export async function insertInvitation(ctx: AccessContext, i: NewInvitation): Promise<void> {
  await ctx.uow.rows(
    `insert into app.invitation (meeting_id, episode_id, subject_id, category, source_agency_id, author_id, created_by,
       user_id, person_id, guest_name, agency_id, professional_role, is_family, required, reason, invited_on,
       short_notice, attendance)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      i.meetingId,
      i.episodeId,
      i.subjectId,
      i.category,
      ctx.agencyId,
      ctx.userId,
      i.userId,
      i.personId,
      i.guestName,
      i.agencyId,
      i.professionalRole,
      i.isFamily,
      i.required,
      i.reason,
      ctx.today,
      i.shortNotice,
      i.attendance,
    ],
  );
}

export async function saveAnswer(
  uow: UnitOfWork,
  id: string,
  version: number,
  answer: { rsvp: string; note: string | null; deputyName: string | null; reportDueOn: string | null },
): Promise<boolean> {
  const changed = await uow.changed(
    `update app.invitation set rsvp = $3, rsvp_note = $4, deputy_name = coalesce($5, deputy_name), report_due_on = $6,
       version = version + 1, updated_at = sec.now() where id = $1 and version = $2`,
    [id, version, answer.rsvp, answer.note, answer.deputyName, answer.reportDueOn],
  );
  return changed === 1;
}

/** The meeting did not take place: nobody came, nobody was missing. */
export async function markNotHeld(uow: UnitOfWork, meetingId: string): Promise<void> {
  await uow.rows(
    `update app.invitation set attendance = 'MTG_CAN', version = version + 1, updated_at = sec.now() where meeting_id = $1`,
    [meetingId],
  );
}

/** A worker's place on the case as far as the actor may know it; null otherwise, and for someone not on the team. */
export function placeOnCase(
  uow: UnitOfWork,
  episodeId: string,
  userId: string,
): Promise<{ agencyId: string; sensitiveClass: string; professionalRole: string; fullName: string } | null> {
  return uow.one(
    `select agency_id as "agencyId", sensitive_class as "sensitiveClass", professional_role as "professionalRole",
            full_name as "fullName" from sec.place_of($1, $2)`,
    [episodeId, userId],
  );
}

/** Where a colleague works, whatever the case: the directory. */
export function worksAt(
  uow: UnitOfWork,
  userId: string,
): Promise<{ agencyId: string; agencyName: string; fullName: string }[]> {
  return uow.rows(
    `select a.id as "agencyId", a.name as "agencyName", u.full_name as "fullName"
     from app.membership m join app.agency a on a.id = m.agency_id join app.app_user u on u.id = m.user_id
     where m.user_id = $1 order by a.name`,
    [userId],
  );
}

export async function agencyName(uow: UnitOfWork, agencyId: string): Promise<string | null> {
  const row = await uow.one<{ name: string }>(`select name from app.agency where id = $1`, [agencyId]);
  return row?.name ?? null;
}

/** Names of people of the family, as far as the actor may know them. */
export async function personNames(uow: UnitOfWork, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await uow.rows<{ id: string; name: string }>(
    `select id, coalesce(preferred_name, given_names) as name from app.person where id = any ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Tells invited workers that there is something to answer or read; the message holds no word of the case. */
export function tellInvited(
  ctx: AccessContext,
  topic: string,
  meetingId: string,
  episodeId: string,
  userIds: readonly string[],
): Promise<void> {
  return tell(ctx.uow, { topic, episodeId, payload: { meetingId }, to: userIds });
}

/** The reader is asked to this meeting. */
export async function isInvited(ctx: AccessContext, meetingId: string): Promise<boolean> {
  const row = await ctx.uow.one<{ there: boolean }>(
    'select exists (select 1 from app.invitation i where i.meeting_id = $1 and i.user_id = $2) as there',
    [meetingId, ctx.userId],
  );
  return row?.there ?? false;
}
