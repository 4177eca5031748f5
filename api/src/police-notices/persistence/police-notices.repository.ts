import { randomUUID } from 'node:crypto';
import type { PoliceNoticeView, SendPoliceNotice } from '@encircle/shared/police-notices';
import type { AccessContext } from '#api/access/access-context.js';

export interface PoliceNoticeRow extends Omit<PoliceNoticeView, 'mine'> {
  authorId: string;
  personId: string | null;
}

const NOTICE = `
  select n.id, r.version, n.author_id as "authorId", r.person_id as "personId", n.given_names as "givenNames",
    n.family_name as "familyName", n.date_of_birth as "dateOfBirth", n.incident_on as "incidentOn", n.facts,
    n.before_on as "beforeOn", sec.instant(n.created_at) as "sentAt", u.full_name as "sentBy", a.name as service,
    sec.instant(r.seen_at) as "seenAt", r.done
  from app.police_notice n left join app.police_notice_reader r on r.notice_id = n.id
  left join app.app_user u on u.id = n.author_id left join app.agency a on a.id = n.source_agency_id`;

/** One page of what this person sent or was brought, newest first. @param after created_at and id of the last one before */
export const policeNotices = (
  ctx: AccessContext,
  after: readonly [string, string] | null,
  limit: number,
): Promise<PoliceNoticeRow[]> =>
  ctx.uow.rows<PoliceNoticeRow>(
    `${NOTICE}
     where $1::timestamptz is null or (date_trunc('milliseconds', n.created_at), n.id) < ($1::timestamptz, $2::uuid)
     order by date_trunc('milliseconds', n.created_at) desc, n.id desc limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );

export const policeNoticeById = (ctx: AccessContext, id: string): Promise<PoliceNoticeRow | null> =>
  ctx.uow.one<PoliceNoticeRow>(`${NOTICE} where n.id = $1`, [id]);

/** Whether this actor's service sends such notices: police, or who passes on what police rang about. */
export async function sendsPoliceNotices(ctx: AccessContext): Promise<boolean> {
  if (ctx.who.role === 'CAFC' || ctx.who.role === 'MASH') return true;
  if (ctx.who.role !== 'PRACT' && ctx.who.role !== 'AMGR') return false;
  const row = await ctx.uow.one<{ kind: string }>('select kind from app.agency where id = $1', [
    ctx.agencyId,
  ]);
  return row?.kind === 'POLICE';
}

export async function sendPoliceNotice(
  ctx: AccessContext,
  body: SendPoliceNotice,
  beforeOn: string,
): Promise<string> {
  const id = randomUUID();
  await ctx.uow.rows('select sec.send_police_notice($1, $2::jsonb, $3)', [
    id,
    JSON.stringify({
      given_names: body.givenNames,
      family_name: body.familyName,
      date_of_birth: body.dateOfBirth,
      incident_on: body.incidentOn,
      facts: body.facts,
    }),
    beforeOn,
  ]);
  return id;
}

/** @returns false when it was written down before */
export async function seePoliceNotice(
  ctx: AccessContext,
  id: string,
  version: number,
  done: string,
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.police_notice_reader set seen_at = sec.now(), done = $3, version = version + 1, updated_at = sec.now()
     where notice_id = $1 and version = $2 and seen_at is null`,
    [id, version, done],
  );
  return changed === 1;
}
