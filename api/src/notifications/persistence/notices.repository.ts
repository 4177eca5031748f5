import { CLOSURE_REASONS } from '@encircle/shared/codes';
import type { AccessContext } from '#api/access/access-context.js';
import type { Notice } from '#api/notifications/domain/notice.js';
import type { NoticeChoice } from '@encircle/shared/notices';

export interface NoticeRow extends Notice {
  ref: string | null;
  at: string;
  read: boolean;
}

/** How far back the list goes: older things are in the cases themselves. */
const DAYS = 90;
const LOOKED_AT = 60;

export function noticesOf(ctx: AccessContext): Promise<NoticeRow[]> {
  return ctx.uow.rows<NoticeRow>(
    `select n.id, n.topic, n.episode_id as "episodeId", n.payload, x.ref, sec.instant(n.created_at) as at,
       n.read_at is not null as read
     from app.notice n left join app.episode x on x.id = n.episode_id
     where n.recipient_id = $1 and n.created_at > sec.now() - make_interval(days => $2)
     order by n.created_at desc, n.id desc limit $3`,
    [ctx.userId, DAYS, LOOKED_AT],
  );
}

export async function markRead(ctx: AccessContext, ids: readonly string[]): Promise<void> {
  await ctx.uow.rows(
    `update app.notice set read_at = sec.now()
     where recipient_id = $1 and read_at is null and (cardinality($2::uuid[]) = 0 or id = any ($2::uuid[]))`,
    [ctx.userId, ids],
  );
}

export function choicesOf(ctx: AccessContext): Promise<NoticeChoice[]> {
  return ctx.uow.rows<NoticeChoice>('select kind, mail from app.notice_choice where user_id = $1', [
    ctx.userId,
  ]);
}

export async function choose(ctx: AccessContext, { kind, mail }: NoticeChoice): Promise<void> {
  await ctx.uow.rows(
    `insert into app.notice_choice (user_id, kind, mail) values ($1, $2, $3)
     on conflict (user_id, kind) do update set mail = excluded.mail, updated_at = sec.now()`,
    [ctx.userId, kind, mail],
  );
}

/** The offer to lead still waits for this person's answer. */
export async function isOfferedTo(ctx: AccessContext, nominationId: string): Promise<boolean> {
  const row = await ctx.uow.one<{ there: boolean }>(
    `select exists (select 1 from app.nomination n where n.id::text = $1 and n.nominee_id = $2 and n.status = 'PROPOSED') as there`,
    [nominationId, ctx.userId],
  );
  return row?.there ?? false;
}

/** A service's worker is asked to join the work with a child, and the family agrees to it still. */
export async function isAskedToJoin(ctx: AccessContext, requestId: string): Promise<boolean> {
  const row = await ctx.uow.one<{ there: boolean }>(
    `select exists (select 1 from app.service_request r where r.id = nullif($1, '')::uuid and r.user_id = $2) as there`,
    [requestId, ctx.userId],
  );
  return row?.there ?? false;
}

/** A request for support this recipient may read: made by them, or asked of them. */
export async function mayReadEnquiry(ctx: AccessContext, enquiryId: string): Promise<boolean> {
  const row = await ctx.uow.one<{ there: boolean }>(
    `select exists (select 1 from app.enquiry q where q.id = nullif($1, '')::uuid) as there`,
    [enquiryId],
  );
  return row?.there ?? false;
}

/** The part of an assessment this recipient is asked for is still asked, agreed to and open to them. */
export async function isAskedFor(ctx: AccessContext, contributionId: string): Promise<boolean> {
  const row = await ctx.uow.one<{ there: boolean }>(
    `select exists (select 1 from sec.contributions_asked(null) q where q.id::text = $1) as there`,
    [contributionId],
  );
  return row?.there ?? false;
}

const SILENT_REASONS = CLOSURE_REASONS.rows.filter((row) => row.silent).map((row) => row.code);

/** A child died or a pregnancy ended: nobody is written to about it any more (rule 5.6). */
export async function isSilent(ctx: AccessContext, episodeId: string | null): Promise<boolean> {
  if (episodeId === null) return false;
  const row = await ctx.uow.one<{ silent: boolean }>('select sec.is_silent($1, $2) as silent', [
    episodeId,
    SILENT_REASONS,
  ]);
  return row?.silent ?? false;
}
