import type { LeaveOut, LeftOutChoice } from '@encircle/shared/meetings';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';

export interface LeftOutRow extends Labelled {
  id: string;
  meetingId: string;
  version: number;
  personId: string;
  name: string;
  relationship: string | null;
  code: LeaveOut['code'];
  reason: string;
  by: string | null;
}

const LEFT_OUT = `
  l.id, l.meeting_id as "meetingId", l.version, l.person_id as "personId", l.code, l.reason, u.full_name as by,
  concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) as name,
  (select r.kind from app.relationship r where r.person_id = l.person_id and r.child_id = l.subject_id limit 1) as relationship,
  ${LABEL('l')}
  from app.left_out l left join app.person p on p.id = l.person_id left join app.app_user u on u.id = l.author_id`;

const MOST = 50;

export const leftOutOf = (ctx: AccessContext, meetingId: string): Promise<LeftOutRow[]> =>
  ctx.uow.rows<LeftOutRow>(
    `select ${LEFT_OUT} where l.meeting_id = $1 and l.undone_at is null order by name, l.id limit $2`,
    [meetingId, MOST],
  );

export const leftOutById = (ctx: AccessContext, id: string): Promise<LeftOutRow | null> =>
  ctx.uow.one<LeftOutRow>(`select ${LEFT_OUT} where l.id = $1 and l.undone_at is null`, [id]);

/** Those of the family who are neither asked nor left out. */
export const stillToAsk = (
  ctx: AccessContext,
  meetingId: string,
  childId: string,
): Promise<LeftOutChoice[]> =>
  ctx.uow.rows<LeftOutChoice>(
    `select distinct p.id as "personId", concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) as name
     from app.relationship r join app.person p on p.id = r.person_id
     where r.child_id = $2 and (r.valid_to is null or sec.today() <= r.valid_to)
       and not exists (select 1 from app.invitation i where i.meeting_id = $1 and i.person_id = p.id)
       and not exists (select 1 from app.left_out l where l.meeting_id = $1 and l.person_id = p.id and l.undone_at is null)
     order by name, "personId" limit 50`,
    [meetingId, childId],
  );

export async function insertLeftOut(
  ctx: AccessContext,
  meeting: { id: string; episodeId: string },
  childId: string,
  body: LeaveOut,
): Promise<void> {
  await ctx.uow.rows(
    `insert into app.left_out (episode_id, subject_id, about_person_id, source_agency_id, author_id, created_by, meeting_id,
       person_id, code, reason)
     values ($1, $2, $6, $3, $4, $4, $5, $6, $7, $8)`,
    [meeting.episodeId, childId, ctx.agencyId, ctx.userId, meeting.id, body.personId, body.code, body.reason],
  );
}

export async function undoLeftOut(ctx: AccessContext, id: string, version: number): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.left_out set undone_at = sec.now(), version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and undone_at is null`,
    [id, version],
  );
  return changed === 1;
}

/** Who is not asked for safety is not asked to the meeting that takes its place, or to the next, either. */
export async function carryLeftOut(ctx: AccessContext, from: string, to: string): Promise<void> {
  await ctx.uow.rows(
    `insert into app.left_out (episode_id, subject_id, about_person_id, source_agency_id, author_id, created_by, meeting_id,
       person_id, code, reason)
     select l.episode_id, l.subject_id, l.about_person_id, $3, $4, $4, $2, l.person_id, l.code, l.reason
     from app.left_out l where l.meeting_id = $1 and l.undone_at is null and l.code = 'NOT_INVITED_SAFETY'`,
    [from, to, ctx.agencyId, ctx.userId],
  );
}
