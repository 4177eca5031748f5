import type { BreakGlass, BreakGlassNotice, BreakGlassView } from '@encircle/shared/emergency-access';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';

const VIEW = `
  select b.id, b.version, b.reference, b.status, b.episode_id as "episodeId", b.subject_id as "subjectId", b.categories,
    b.purpose, coalesce(b.status = 'OPENED' and g.from_at <= sec.now() and sec.now() < g.until_at, false) as live,
    sec.instant(case when b.on_shield and b.status = 'OPENED' then b.ends_at else least(b.ends_at, g.until_at) end) as "endsAt",
    b.on_shield as "endsOnLeaving"
  from app.break_glass b left join app.access_grant g on g.id = b.grant_id`;

/** What a record says of itself to those near it: its facts, or those a safeguarding lead's search has met. */
export async function factsNear(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts | null> {
  const row = await ctx.uow.one<{ facts: EpisodeFacts | null }>(
    'select coalesce(sec.episode_facts($1), sec.matched_facts($1)) as facts',
    [episodeId],
  );
  return row?.facts ?? null;
}

/** Names of the children this reader may know; the others keep theirs. */
export async function namesOf(ctx: AccessContext, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.uow.rows<{ id: string; name: string }>(
    `select p.id, concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) as name
     from app.person p where p.id = any ($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function isFresh(ctx: AccessContext): Promise<boolean> {
  return (await ctx.uow.one<{ fresh: boolean }>('select sec.freshly_signed_in() as fresh'))?.fresh ?? false;
}

export async function usedToday(ctx: AccessContext): Promise<number> {
  return (await ctx.uow.one<{ used: number }>('select sec.used_today($1) as used', [ctx.userId]))?.used ?? 0;
}

export interface Dates {
  startBy: string;
  dueOn: string;
}

export async function breakGlass(
  ctx: AccessContext,
  id: string,
  episodeId: string,
  body: BreakGlass,
  dates: Dates,
): Promise<void> {
  await ctx.uow.rows('select sec.break_glass($1, $2, $3, $4, $5, $6, $7, $8)', [
    id,
    episodeId,
    body.subjectId,
    body.categories,
    body.ground,
    body.reason,
    dates.startBy,
    dates.dueOn,
  ]);
}

export function mine(ctx: AccessContext, id: string): Promise<BreakGlassView | null> {
  return ctx.uow.one<BreakGlassView>(`${VIEW} where b.id = $1 and b.user_id = $2`, [id, ctx.userId]);
}

/** Views of one's own that are open, or that a manager agreed to today and may be opened. */
export function liveOf(ctx: AccessContext): Promise<BreakGlassView[]> {
  return ctx.uow.rows<BreakGlassView>(
    `select v.* from (${VIEW} where b.user_id = $1
       and b.created_at > sec.now() - interval '2 days' and (g.until_at > sec.now()
         or (b.status in ('ASKED', 'APPROVED') and (coalesce(b.answered_at, b.created_at) at time zone 'Europe/London')::date = sec.today()))) v
     order by v."endsAt" nulls last, v.id limit 20`,
    [ctx.userId],
  );
}

export async function step(ctx: AccessContext, sql: string, values: readonly unknown[]): Promise<boolean> {
  return (await ctx.uow.one<{ done: boolean }>(`select ${sql} as done`, values))?.done ?? false;
}

export async function stay(ctx: AccessContext, id: string): Promise<string | null> {
  const row = await ctx.uow.one<{ ends: string | null }>(
    'select sec.instant(sec.stay_in_break_glass($1)) as ends',
    [id],
  );
  return row?.ends ?? null;
}

/** What this reader was told, or may know as user, manager or overseer. Row-level security says who that is. */
export function noticeOf(ctx: AccessContext, id: string): Promise<BreakGlassNotice | null> {
  return ctx.uow.one<BreakGlassNotice>(
    `select b.id, b.version, b.reference, n.part, b.status, u.full_name as "user", a.name as agency, b.ground,
       sec.instant(b.created_at) as "askedAt", sec.instant(b.opened_at) as "openedAt",
       sec.instant(case when g.until_at <= sec.now() then g.until_at end) as "endedAt",
       case when n.part = 'OWNER' or b.user_id = $2 then b.episode_id end as "episodeId", sec.instant(n.seen_at) as "seenAt",
       b.status = 'ASKED' and $3 in ('AMGR', 'IGO') and $2 in (select sec.line_managers(b.user_id, b.agency_id)) as "mayAnswer",
       sec.break_glass_outcome(b.id) as outcome
     from app.break_glass b join app.app_user u on u.id = b.user_id join app.agency a on a.id = b.agency_id
     left join app.access_grant g on g.id = b.grant_id and g.user_id = $2
     left join app.break_glass_notice n on n.break_glass_id = b.id and n.recipient_id = $2
     where b.id = $1`,
    [id, ctx.userId, ctx.who.role],
  );
}
