import { Injectable } from '@nestjs/common';
import type { AddOutcome, AddRating, ChangeOutcome, PlanView } from '@encircle/shared/plans';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { demandRow } from '#api/access/labelled.js';
import { DomainError, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { outcomeProblems } from './domain/outcome-problems.js';
import { isOfFamily } from './domain/who-leads.js';
import {
  insertOutcome,
  insertRating,
  outcomeRow,
  updateOutcome,
  type OutcomeRow,
} from './persistence/outcomes.repository.js';
import { PlansService, type OpenedPlan } from './plans.service.js';

/** Hopes of a plan, and their scores over time. */
@Injectable()
export class OutcomesService {
  constructor(
    private readonly access: AccessService,
    private readonly plans: PlansService,
  ) {}

  async add(ctx: AccessContext, planId: string, body: AddOutcome): Promise<PlanView> {
    const { plan, facts } = await this.plans.openToLead(ctx, planId);
    if (body.subjectId !== undefined && !facts.subjects.some((each) => each.personId === body.subjectId))
      throw invalid({ subjectId: ['Choose a child of this record'] });
    if (body.aboutPersonId !== undefined && !isOfFamily(facts, body.aboutPersonId))
      throw invalid({ aboutPersonId: ['Choose someone of the family'] });
    this.plans.demandPart(ctx, facts, body.subjectId ?? plan.subjectId);
    const { category, subjectId, aboutPersonId, ...given } = body;
    const fields = { ...given, statement: body.statement.trim(), ...firstScore(body, ctx.today) };
    refuse(
      outcomeProblems(
        {
          scaleLow: body.scaleLow ?? 0,
          scaleHigh: body.scaleHigh ?? 10,
          baselineValue: body.baselineValue ?? null,
          targetValue: body.targetValue ?? null,
          baselineOn: body.baselineOn ?? null,
        },
        ctx.today,
      ),
    );
    await insertOutcome(
      ctx,
      {
        planId,
        episodeId: plan.episodeId,
        subjectId: subjectId ?? plan.subjectId,
        aboutPersonId: aboutPersonId ?? null,
        category: category ?? 'PLAN',
      },
      fields,
    );
    await this.plans.audit(ctx, facts, 'plan.outcome-added', [`plan:${planId}`], [category ?? 'PLAN']);
    return this.plans.again(ctx, plan.episodeId);
  }

  async change(ctx: AccessContext, outcomeId: string, body: ChangeOutcome): Promise<PlanView> {
    const { outcome, opened } = await this.open(ctx, outcomeId, true);
    const { version, ...fields } = body;
    const merged = { ...outcome, ...dropUndefined(fields) };
    refuse(outcomeProblems(merged, ctx.today));
    if (!(await updateOutcome(ctx.uow, outcomeId, version, fields)))
      throw stale({ stored: await this.stored(ctx, outcome), sent: body });
    await this.plans.audit(
      ctx,
      opened.facts,
      'plan.outcome-changed',
      [`outcome:${outcomeId}`],
      [outcome.category],
    );
    return this.plans.again(ctx, outcome.episodeId);
  }

  async rate(ctx: AccessContext, outcomeId: string, body: AddRating): Promise<PlanView> {
    const { outcome, opened } = await this.open(ctx, outcomeId, false);
    await this.addRating(ctx, outcome, body);
    await this.plans.audit(
      ctx,
      opened.facts,
      'plan.outcome-rated',
      [`outcome:${outcomeId}`],
      [outcome.category],
    );
    return this.plans.again(ctx, outcome.episodeId);
  }

  /** Used by a review too: the gate has been asked there. */
  async addRating(ctx: AccessContext, outcome: OutcomeRow, body: AddRating, path = ''): Promise<void> {
    const { scaleLow, scaleHigh } = outcome;
    if (body.value < scaleLow || body.value > scaleHigh)
      throw invalid({ [`${path}value`]: [`Enter a score from ${scaleLow} to ${scaleHigh}`] });
    const ratedOn = body.ratedOn ?? ctx.today;
    if (ratedOn > ctx.today)
      throw invalid({ [`${path}ratedOn`]: ['The day of the score cannot be in the future'] });
    await insertRating(ctx, outcome, {
      value: body.value,
      ratedOn,
      rater: body.rater ?? outcome.rater ?? 'WORKER',
      meetingId: body.meetingId ?? null,
    });
  }

  private async open(
    ctx: AccessContext,
    outcomeId: string,
    toLead: boolean,
  ): Promise<{ outcome: OutcomeRow; opened: OpenedPlan }> {
    const outcome = await outcomeRow(ctx.uow, outcomeId);
    const planId = outcome?.planId ?? outcomeId;
    const opened = toLead ? await this.plans.openToLead(ctx, planId) : await this.plans.open(ctx, planId);
    demandRow(this.access, ctx, opened.facts, 'write', outcome);
    if (outcome === null) throw notFound();
    if (opened.plan.status === 'CLOSED') throw new DomainError('PLAN_OVER', 422);
    return { outcome, opened };
  }

  private async stored(ctx: AccessContext, outcome: OutcomeRow): Promise<unknown> {
    const view = await this.plans.again(ctx, outcome.episodeId);
    return view.plan?.outcomes.find((each) => each.id === outcome.id) ?? null;
  }
}

/** The day of the first score is today unless another was given. */
function firstScore(body: AddOutcome, today: string): { baselineOn?: string } {
  return body.baselineValue !== undefined && body.baselineOn === undefined ? { baselineOn: today } : {};
}

function refuse(problems: Record<string, string[]>): void {
  if (Object.keys(problems).length > 0) throw invalid(problems);
}

function dropUndefined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
