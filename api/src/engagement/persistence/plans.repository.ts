import type {
  EngagementPlanView,
  RefusalView,
  ReviewEngagementPlan,
  WriteEngagementPlan,
} from '@encircle/shared/engagement';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';

export interface PlanRow extends EngagementPlanView {
  episodeId: string | null;
  consultationId: string | null;
}

/** Reviews oldest first; row-level security keeps both to the service that wrote them. */
const PLAN = `
  select p.id, p.version, p.episode_id as "episodeId", p.consultation_id as "consultationId",
    (select u.full_name from app.app_user u where u.id = p.author_id) as by, p.author_id = $1 as mine,
    to_char(p.created_at at time zone 'Europe/London', 'YYYY-MM-DD') as "writtenOn", p.own_part as "ownPart", p.offered,
    p.next_offer_on as "nextOfferOn", p.review_on as "reviewOn", p.ended_at is null and p.review_on < $2::date as overdue,
    p.ended_at is not null as ended,
    coalesce((select json_agg(json_build_object('id', r.id, 'heldOn', r.held_on, 'words', r.words, 'whatNext', r.what_next,
        'by', (select u.full_name from app.app_user u where u.id = r.created_by)) order by r.held_on, r.created_at, r.id)
      from app.engagement_review r where r.plan_id = p.id), '[]') as reviews
  from app.engagement_plan p`;

export const plansOfCase = (ctx: AccessContext, episodeId: string): Promise<PlanRow[]> =>
  ctx.uow.rows<PlanRow>(`${PLAN} where p.episode_id = $3 order by p.created_at, p.id limit 100`, [
    ctx.userId,
    ctx.today,
    episodeId,
  ]);

export const plansOfConsultations = (ctx: AccessContext, ids: readonly string[]): Promise<PlanRow[]> =>
  ctx.uow.rows<PlanRow>(`${PLAN} where p.consultation_id = any ($3::uuid[]) order by p.created_at, p.id`, [
    ctx.userId,
    ctx.today,
    ids,
  ]);

export const planById = (ctx: AccessContext, id: string): Promise<PlanRow | null> =>
  ctx.uow.one<PlanRow>(`${PLAN} where p.id = $3`, [ctx.userId, ctx.today, id]);

export async function insertPlan(
  ctx: AccessContext,
  about: { episodeId: string | null; consultationId: string | null },
  plan: WriteEngagementPlan,
): Promise<string> {
  const row = await ctx.uow.one<{ id: string }>(
    `insert into app.engagement_plan (agency_id, author_id, created_by, episode_id, consultation_id, own_part, offered,
       next_offer_on, review_on) values ($1, $2, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      ctx.agencyId,
      ctx.userId,
      about.episodeId,
      about.consultationId,
      plan.ownPart.trim(),
      plan.offered?.trim() || null,
      plan.nextOfferOn,
      plan.reviewOn,
    ],
  );
  return row?.id ?? '';
}

/** @returns false when somebody saved in between */
export async function changePlan(
  ctx: AccessContext,
  id: string,
  version: number,
  plan: WriteEngagementPlan,
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.engagement_plan set own_part = $3, offered = $4, next_offer_on = $5, review_on = $6, version = version + 1,
       updated_at = sec.now() where id = $1 and version = $2 and ended_at is null`,
    [id, version, plan.ownPart.trim(), plan.offered?.trim() || null, plan.nextOfferOn, plan.reviewOn],
  );
  return changed === 1;
}

/** @returns false when somebody saved in between */
export async function insertReview(
  ctx: AccessContext,
  planId: string,
  review: ReviewEngagementPlan,
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.engagement_plan set review_on = coalesce($3, review_on), ended_at = case when $4 then sec.now() end,
       version = version + 1, updated_at = sec.now() where id = $1 and version = $2 and ended_at is null`,
    [planId, review.version, review.reviewOn ?? null, review.whatNext === 'END'],
  );
  if (changed !== 1) return false;
  await ctx.uow.rows(
    `insert into app.engagement_review (plan_id, held_on, words, what_next, created_by) values ($1, $2, $3, $4, $5)`,
    [planId, review.heldOn, review.words.trim(), review.whatNext, ctx.userId],
  );
  return true;
}

export async function reviewsHeld(ctx: AccessContext, episodeId: string): Promise<number> {
  const row = await ctx.uow.one<{ held: number }>('select sec.engagement_reviews($1) as held', [episodeId]);
  return row?.held ?? 0;
}

export type RefusalRow = RefusalView & Labelled;

export const refusalOf = (ctx: AccessContext, episodeId: string): Promise<RefusalRow | null> =>
  ctx.uow.one<RefusalRow>(
    `select f.body ->> 'whoSaidNo' as "whoSaidNo", coalesce((f.body ->> 'nobodyReachable')::boolean, false) as "nobodyReachable",
       f.body ->> 'reason' as reason, f.body ->> 'riskView' as "riskView", f.said_on as "writtenOn",
       (select u.full_name from app.app_user u where u.id = f.author_id) as by, ${LABEL('f')}
     from app.case_fact f where f.episode_id = $1 and f.kind = 'REFUSAL' and f.ended_at is null
     order by f.created_at desc, f.id limit 1`,
    [episodeId],
  );
