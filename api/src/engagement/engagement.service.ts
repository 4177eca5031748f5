import { Injectable } from '@nestjs/common';
import type {
  ChangeEngagementPlan,
  EngagementPlanView,
  EngagementView,
  RefusalView,
  ReviewEngagementPlan,
  WriteEngagementPlan,
} from '@encircle/shared/engagement';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { readable } from '#api/access/labelled.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { ConsultationsService } from './consultations.service.js';
import { planProblems, reviewProblems } from './domain/plan-problems.js';
import { EngagementGate } from './engagement-gate.js';
import {
  changePlan,
  insertPlan,
  insertReview,
  planById,
  plansOfCase,
  refusalOf,
  reviewsHeld,
  type PlanRow,
} from './persistence/plans.repository.js';

/** What one service does by itself while the family has not agreed (rule 5.5, number 1). */
@Injectable()
export class EngagementService {
  constructor(
    private readonly gate: EngagementGate,
    private readonly access: AccessService,
    private readonly consultations: ConsultationsService,
  ) {}

  async view(ctx: AccessContext, episodeId: string): Promise<EngagementView> {
    const facts = await this.gate.read(ctx, episodeId);
    await this.wroteDown(ctx, facts);
    return this.viewOf(ctx, facts);
  }

  async write(ctx: AccessContext, episodeId: string, plan: WriteEngagementPlan): Promise<EngagementView> {
    const facts = await this.gate.write(ctx, episodeId);
    refuse(planProblems(plan, ctx.today));
    await insertPlan(ctx, { episodeId, consultationId: null }, plan);
    await this.wroteDown(ctx, facts, ['ownPart']);
    return this.viewOf(ctx, facts);
  }

  /** @throws 409 STALE with both texts */
  async change(ctx: AccessContext, id: string, plan: ChangeEngagementPlan): Promise<EngagementPlanView> {
    const found = await this.demandPlan(ctx, id);
    refuse(planProblems(plan, ctx.today));
    if (!(await changePlan(ctx, id, plan.version, plan)))
      throw stale({ current: planView(found), yours: plan });
    return this.saved(ctx, found, ['ownPart']);
  }

  /** Looked at again; an end ends the plan, and the record stays. @throws 409 STALE */
  async review(ctx: AccessContext, id: string, review: ReviewEngagementPlan): Promise<EngagementPlanView> {
    const found = await this.demandPlan(ctx, id);
    refuse(reviewProblems(review, found.writtenOn, ctx.today));
    if (!(await insertReview(ctx, id, review))) throw stale({ current: planView(found), yours: review });
    return this.saved(ctx, found, ['words']);
  }

  private async demandPlan(ctx: AccessContext, id: string): Promise<PlanRow> {
    const found = await planById(ctx, id);
    if (!found) throw notFound();
    if (found.episodeId !== null) await this.gate.write(ctx, found.episodeId);
    else if (!found.mine) throw forbidden('NOT_YOUR_PLAN');
    if (found.ended) throw new DomainError('PLAN_HAS_ENDED', 422);
    return found;
  }

  private async saved(
    ctx: AccessContext,
    { id, episodeId }: PlanRow,
    fields: readonly string[],
  ): Promise<EngagementPlanView> {
    const row = await planById(ctx, id);
    if (!row) throw notFound();
    if (episodeId === null) await ctx.audit({ basis: [`engagement-plan:${id}`], fields });
    else await this.wroteDown(ctx, await this.access.facts(ctx, episodeId), fields);
    return planView(row);
  }

  private async viewOf(ctx: AccessContext, facts: EpisodeFacts): Promise<EngagementView> {
    const refusal = await refusalOf(ctx, facts.id);
    const [shown] = refusal ? readable(this.access, ctx, facts, [refusal]) : [];
    const rows = await plansOfCase(ctx, facts.id);
    return {
      episodeId: facts.id,
      state: facts.state,
      refusal: shown ? refusalView(shown) : null,
      plans: rows.map(planView),
      consultations: await this.consultations.ofCase(ctx, facts.id),
      mayWrite: this.gate.mayWrite(ctx, facts),
      reviewsHeld: await reviewsHeld(ctx, facts.id),
      mayEnd: facts.state === 'TAP' && ctx.actor.role === 'AMGR',
    };
  }

  private wroteDown(ctx: AccessContext, facts: EpisodeFacts, fields: readonly string[] = []): Promise<void> {
    return ctx.audit({
      episodeId: facts.id,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: ['NOTES'],
      basis: ['R19_OWN_AGENCY'],
      fields,
    });
  }
}

function refuse(problems: Record<string, string[]>): void {
  if (Object.keys(problems).length > 0) throw invalid(problems);
}

export function planView({ episodeId: _, consultationId: __, ...view }: PlanRow): EngagementPlanView {
  return view;
}

function refusalView({
  whoSaidNo,
  nobodyReachable,
  reason,
  riskView,
  writtenOn,
  by,
}: RefusalView): RefusalView {
  return { whoSaidNo: whoSaidNo?.trim() || null, nobodyReachable, reason, riskView, writtenOn, by };
}
