import type { LookUnder } from '@encircle/shared/emergency-access';
import type { AccessContext } from '#api/access/access-context.js';

export interface StoredAccessReview {
  id: string;
  version: number;
  kind: string;
  reference: string;
  user: string;
  agency: string;
  ground: string | null;
  happenedAt: string;
  dueOn: string;
  startBy: string;
  uses: number;
  reviewer: string | null;
  startedAt: string | null;
  startedOn: string | null;
  outcome: string | null;
  decidedAt: string | null;
  decidedOn: string | null;
  words: string | null;
  breakGlassId: string | null;
  caseReference: string | null;
  categories: string[] | null;
  reason: string | null;
  recipient: string | null;
  shielded: boolean | null;
  endedAt: string | null;
  mayReview: boolean;
}

const DAY = (at: string): string => `(${at} at time zone 'Europe/London')::date::text`;

const REVIEW = `
  select r.id, r.version, r.kind, r.reference, u.full_name as "user", a.name as agency, coalesce(b.ground, d.ground) as ground,
    sec.instant(coalesce(b.opened_at, r.created_at)) as "happenedAt", r.due_on::text as "dueOn", r.start_by::text as "startBy",
    r.uses, v.full_name as reviewer, sec.instant(r.started_at) as "startedAt", ${DAY('r.started_at')} as "startedOn", r.outcome,
    sec.instant(r.decided_at) as "decidedAt", ${DAY('r.decided_at')} as "decidedOn", r.words,
    r.break_glass_id as "breakGlassId", sec.case_reference(r.id) as "caseReference", coalesce(b.categories, d.categories) as categories,
    coalesce(b.reason, concat_ws(E'\n\n', d.why_needed, '“' || d.exact_text || '”')) as reason, d.recipient, b.on_shield as shielded,
    sec.instant(coalesce(b.ended_at, b.ends_at)) as "endedAt", sec.may_review_access(r.about_user_id, r.break_glass_id) as "mayReview"
  from app.access_review r join app.app_user u on u.id = r.about_user_id join app.agency a on a.id = r.about_agency_id
  left join app.app_user v on v.id = r.reviewer_id left join app.break_glass b on b.id = r.break_glass_id
  left join app.disclosure d on d.id = r.disclosure_id`;

export function reviewById(ctx: AccessContext, id: string): Promise<StoredAccessReview | null> {
  return ctx.uow.one<StoredAccessReview>(`${REVIEW} where r.id = $1`, [id]);
}

/** Open ones by when they are due, done ones newest first. @param after due day or moment of deciding, and id */
export function reviewPage(
  ctx: AccessContext,
  done: boolean,
  after: readonly [string, string] | null,
  limit: number,
): Promise<StoredAccessReview[]> {
  const [at, id] = after ?? [null, null];
  return done
    ? ctx.uow.rows<StoredAccessReview>(
        `${REVIEW} where r.decided_at is not null
           and ($1::timestamptz is null or (date_trunc('milliseconds', r.decided_at), r.id) < ($1::timestamptz, $2::uuid))
         order by date_trunc('milliseconds', r.decided_at) desc, r.id desc limit $3`,
        [at, id, limit],
      )
    : ctx.uow.rows<StoredAccessReview>(
        `${REVIEW} where r.decided_at is null and ($1::date is null or (r.due_on, r.id) > ($1::date, $2::uuid))
         order by r.due_on, r.id limit $3`,
        [at, id, limit],
      );
}

export async function openAndLate(ctx: AccessContext): Promise<{ open: number; late: number }> {
  const row = await ctx.uow.one<{ open: number; late: number }>(
    `select count(*)::int as open, count(*) filter (where r.due_on < sec.today())::int as late
     from app.access_review r where r.decided_at is null`,
  );
  return row ?? { open: 0, late: 0 };
}

export function looksUnder(ctx: AccessContext, breakGlassId: string): Promise<LookUnder[]> {
  return ctx.uow.rows<LookUnder>(
    'select sec.instant(l.at) as at, l.action, l.categories from audit.looks_under($1) l',
    [breakGlassId],
  );
}
