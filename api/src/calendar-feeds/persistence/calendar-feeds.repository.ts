import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export async function feedSince(ctx: AccessContext): Promise<string | null> {
  const row = await ctx.uow.one<{ madeAt: string }>(
    `select sec.instant(f.made_at) as "madeAt" from app.calendar_feed f where f.membership_id = $1`,
    [ctx.who.membershipId],
  );
  return row?.madeAt ?? null;
}

/** A new address; the one before opens nothing from now on. */
export async function keepFeed(ctx: AccessContext, tokenHash: Buffer): Promise<void> {
  await ctx.uow.rows(
    `insert into app.calendar_feed (membership_id, user_id, token_hash) values ($1, $2, $3)
     on conflict (membership_id) do update set token_hash = $3, made_at = sec.now(), fetched_on = null,
       written = '{}'`,
    [ctx.who.membershipId, ctx.userId, tokenHash],
  );
}

export async function dropFeed(ctx: AccessContext): Promise<void> {
  await ctx.uow.rows('delete from app.calendar_feed where membership_id = $1', [ctx.who.membershipId]);
}

export interface ComingMeeting {
  id: string;
  episodeId: string;
  ref: string | null;
}

const MOST = 100;

/** What the reader is asked to from today on, as far as row-level security lets them; each is decided again. */
export function comingMeetings(uow: UnitOfWork): Promise<ComingMeeting[]> {
  return uow.rows<ComingMeeting>(
    `select m.id, m.episode_id as "episodeId", x.ref from app.invitation i join app.meeting m on m.id = i.meeting_id
     left join app.episode x on x.id = m.episode_id
     where i.user_id = $1 and m.status = 'PLANNED' and m.planned_at >= sec.now() - interval '12 hours'
     order by m.planned_at, m.id limit $2`,
    [uow.entered.userId, MOST],
  );
}
