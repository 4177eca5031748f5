import {
  SHIELD_WITHIN_MINUTES,
  type AskForShield,
  type ShieldAskedView,
  type ShieldRequestView,
} from '@encircle/shared/restrictions';
import type { AccessContext } from '#api/access/access-context.js';

/** @returns the id, or null when the same person asked already and waits */
export async function insertShieldRequest(
  ctx: AccessContext,
  episodeId: string,
  childId: string,
  body: AskForShield,
): Promise<string | null> {
  const row = await ctx.uow.one<{ id: string }>(
    `insert into app.shield_request (episode_id, person_id, requester_id, requester_agency_id, ground, reason, created_by)
     values ($1, $2, $3, $4, $5, $6, $3) on conflict do nothing returning id`,
    [episodeId, childId, ctx.userId, ctx.agencyId, body.ground, body.reason],
  );
  return row?.id ?? null;
}

export const ownShieldRequests = (ctx: AccessContext, episodeId: string): Promise<ShieldRequestView[]> =>
  ctx.uow.rows<ShieldRequestView>(
    `select r.id, r.status, sec.instant(r.created_at) as "askedAt", r.answer
     from app.shield_request r where r.episode_id = $1 and r.requester_id = $2
     order by r.created_at desc, r.id limit 50`,
    [episodeId, ctx.userId],
  );

export interface ShieldAskedRow extends ShieldAskedView {
  episodeId: string;
}

const ASKED = `
  select r.id, r.version, r.episode_id as "episodeId", x.ref as reference, r.person_id as "childId",
    r.requester_id as "requesterId", u.full_name as requester, a.name as agency, r.ground, r.reason,
    sec.instant(r.created_at) as "askedAt", sec.instant(r.created_at + $1 * interval '1 minute') as "dueAt",
    r.created_at + $1 * interval '1 minute' < sec.now() as overdue
  from app.shield_request r join app.episode x on x.id = r.episode_id join app.app_user u on u.id = r.requester_id
    join app.agency a on a.id = r.requester_agency_id
  where r.status = 'ASKED'`;

/** What waits, oldest first. @param after instant and id of the last one before */
export const shieldsAsked = (
  ctx: AccessContext,
  after: readonly [string, string] | null,
  limit: number,
): Promise<ShieldAskedRow[]> =>
  ctx.uow.rows<ShieldAskedRow>(
    `${ASKED} and ($2::timestamptz is null or (date_trunc('milliseconds', r.created_at), r.id) > ($2::timestamptz, $3::uuid))
     order by date_trunc('milliseconds', r.created_at), r.id limit $4`,
    [SHIELD_WITHIN_MINUTES, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

export const shieldAskedOf = (ctx: AccessContext, id: string): Promise<ShieldAskedRow | null> =>
  ctx.uow.one<ShieldAskedRow>(`${ASKED} and r.id = $2`, [SHIELD_WITHIN_MINUTES, id]);

export async function declineShield(
  ctx: AccessContext,
  id: string,
  version: number,
  reason: string,
): Promise<boolean> {
  const row = await ctx.uow.one(
    `update app.shield_request set status = 'DECLINED', answered_by = $3, answered_at = sec.now(), answer = $4,
       version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and status = 'ASKED' returning id`,
    [id, version, ctx.userId, reason],
  );
  return row !== null;
}

/** Whatever was asked for this child is answered by the shield itself. */
export async function answeredByShield(ctx: AccessContext, childId: string): Promise<void> {
  await ctx.uow.rows(
    `update app.shield_request set status = 'SET', answered_by = $2, answered_at = sec.now(), version = version + 1,
       updated_at = sec.now()
     where person_id = $1 and status = 'ASKED'`,
    [childId, ctx.userId],
  );
}
