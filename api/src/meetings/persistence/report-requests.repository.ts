import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';
import type { Written } from '#api/meetings/domain/report-words.js';
import type { InvitationRow } from './invitations.repository.js';

/** What a link asks. */
export type LinkKind = 'REPORT' | 'ANSWER';

export interface ReportRequestRow extends Labelled {
  id: string;
  kind: LinkKind;
  invitationId: string;
  address: string;
  askedOn: string;
  dueOn: string;
  expiresOn: string;
  status: string;
}

/** The latest question of each kind to each invitation that was not taken back. */
export function reportRequestsOf(uow: UnitOfWork, meetingId: string): Promise<ReportRequestRow[]> {
  return uow.rows<ReportRequestRow>(
    `select distinct on (r.invitation_id, r.kind) r.id, r.kind, r.invitation_id as "invitationId", r.address,
       (r.created_at at time zone 'Europe/London')::date as "askedOn", r.due_on as "dueOn", r.expires_on as "expiresOn",
       r.status, ${LABEL('r')}
     from app.report_request r where r.meeting_id = $1 and r.status <> 'TAKEN_BACK'
     order by r.invitation_id, r.kind, r.created_at desc, r.id`,
    [meetingId],
  );
}

export interface ReportRow extends Labelled {
  id: string;
  invitationId: string;
  name: string | null;
  agencyName: string | null;
  receivedOn: string;
  goingWell: string | null;
  worries: string | null;
  nextSteps: string | null;
}

export function reportsOf(uow: UnitOfWork, meetingId: string): Promise<ReportRow[]> {
  return uow.rows<ReportRow>(
    `select r.id, r.invitation_id as "invitationId", coalesce(u.full_name, i.guest_name) as name, a.name as "agencyName",
       r.received_on as "receivedOn", r.going_well as "goingWell", r.worries, r.next_steps as "nextSteps", ${LABEL('r')}
     from app.meeting_report r left join app.invitation i on i.id = r.invitation_id
     left join app.app_user u on u.id = i.user_id left join app.agency a on a.id = r.source_agency_id
     where r.meeting_id = $1 order by r.created_at, r.id`,
    [meetingId],
  );
}

/** Keeps the reader's own report. @returns false when there is one already, or a link of theirs would open nothing either */
export async function writeOwnReport(
  uow: UnitOfWork,
  invitationId: string,
  { goingWell, worries, nextSteps }: Written,
): Promise<boolean> {
  const row = await uow.one<{ done: boolean }>('select sec.write_own_report($1, $2, $3, $4) as done', [
    invitationId,
    goingWell,
    worries,
    nextSteps,
  ]);
  return row?.done ?? false;
}

/** Whoever was asked before by another link cannot use that one any more. */
export async function takeBackRequests(uow: UnitOfWork, invitationId: string, kind: LinkKind): Promise<void> {
  await uow.changed(
    `update app.report_request set status = 'TAKEN_BACK', version = version + 1, updated_at = sec.now()
     where invitation_id = $1 and kind = $2 and status = 'ASKED'`,
    [invitationId, kind],
  );
}

export interface NewReportRequest {
  id: string;
  kind: LinkKind;
  address: string;
  dueOn: string;
  expiresOn: string;
  tokenHash: Buffer;
}

export async function insertReportRequest(
  ctx: AccessContext,
  invitation: Pick<InvitationRow, 'id' | 'meetingId' | 'episodeId' | 'subjectId' | 'category'>,
  made: NewReportRequest,
): Promise<void> {
  await ctx.uow.rows(
    `insert into app.report_request (id, episode_id, subject_id, category, source_agency_id, author_id, created_by, meeting_id,
       invitation_id, address, due_on, expires_on, token_hash, kind)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      made.id,
      invitation.episodeId,
      invitation.subjectId,
      invitation.category,
      ctx.agencyId,
      ctx.userId,
      invitation.meetingId,
      invitation.id,
      made.address,
      made.dueOn,
      made.expiresOn,
      made.tokenHash,
      made.kind,
    ],
  );
}

/** The day a report is waited for: what shows who owes one. */
export async function waitForReport(uow: UnitOfWork, invitationId: string, dueOn: string): Promise<void> {
  await uow.changed(
    `update app.invitation set report_due_on = $2, version = version + 1, updated_at = sec.now() where id = $1`,
    [invitationId, dueOn],
  );
}

export async function addressOf(uow: UnitOfWork, userId: string): Promise<string | null> {
  const row = await uow.one<{ email: string }>('select email from app.app_user where id = $1', [userId]);
  return row?.email ?? null;
}

/** Null when the link opens nothing any more, or neither asked nor was asked. */
export function reportToMail(
  uow: UnitOfWork,
  id: string,
): Promise<{ meetingId: string; address: string; agencyId: string; userId: string | null } | null> {
  return uow.one(
    `select q.meeting_id as "meetingId", q.address, q.agency_id as "agencyId", q.user_id as "userId"
     from sec.report_to_mail($1) q`,
    [id],
  );
}

/** The same of a link to answer by, which goes out in the name of whoever asked. */
export function answerLinkToMail(
  uow: UnitOfWork,
  id: string,
): Promise<{ meetingId: string; address: string } | null> {
  return uow.one(`select q.meeting_id as "meetingId", q.address from sec.answer_link_to_mail($1) q`, [id]);
}
