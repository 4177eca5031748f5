import { Injectable } from '@nestjs/common';
import { compareDates, isCivilDate, londonDate } from '@encircle/shared/dates';
import {
  identifyingWords,
  type AskConsultation,
  type ConsultationsView,
  type ConsultationView,
  type HoldConsultation,
  type WriteEngagementPlan,
} from '@encircle/shared/engagement';
import { DEFAULT_LIMIT, decodeCursor, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type { AccessContext } from '#api/access/access-context.js';
import { tell } from '#api/platform/outbox/tell.js';
import { forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { planProblems } from './domain/plan-problems.js';
import { EngagementGate } from './engagement-gate.js';
import { IdentifyingService, refuseWords } from './identifying.service.js';
import {
  colleaguesById,
  consultationById,
  consultations,
  consultationsOfCase,
  holdConsultation,
  insertConsultation,
  type ConsultationRow,
} from './persistence/consultations.repository.js';
import { insertPlan, plansOfConsultations } from './persistence/plans.repository.js';

/**
 * Talking between services without agreement: what is written holds nothing that says who the child is, and the case stays
 * with the service that asks. Each of those asked keeps a plan of its own.
 */
@Injectable()
export class ConsultationsService {
  constructor(
    private readonly gate: EngagementGate,
    private readonly identifying: IdentifyingService,
  ) {}

  /** @throws 400 naming the words that would tell who it is */
  async ask(ctx: AccessContext, episodeId: string, asked: AskConsultation): Promise<ConsultationView> {
    const facts = await this.gate.write(ctx, episodeId);
    await this.identifying.refuse(ctx, facts, { question: asked.question });
    const colleagues = await colleaguesById(ctx, asked.colleagueIds);
    if (colleagues.length !== new Set(asked.colleagueIds).size)
      throw invalid({ colleagueIds: ['Choose colleagues from the list'] });
    const id = await insertConsultation(ctx, { episodeId, question: asked.question, colleagues });
    await tell(ctx.uow, {
      topic: 'consultation.asked',
      episodeId: null,
      payload: { consultationId: id },
      to: colleagues.map(({ userId }) => userId),
    });
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: ['NOTES'],
      basis: [`consultation:${id}`],
      fields: ['question'],
    });
    return this.one(ctx, id);
  }

  async ofCase(ctx: AccessContext, episodeId: string): Promise<ConsultationView[]> {
    return this.withPlans(ctx, await consultationsOfCase(ctx, episodeId));
  }

  async list(ctx: AccessContext, query: PageQuery): Promise<ConsultationsView> {
    const after = query.after === undefined ? null : decodeCursor(query.after, 2);
    if (query.after !== undefined && after === null)
      throw invalid({ after: ['Start the list again from its first page'] });
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await consultations(ctx, after as [string, string] | null, limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    await ctx.audit({ count: items.length, channel: 'list' });
    return {
      items: await this.withPlans(ctx, items),
      next: rows.length > limit && last ? encodeCursor([last.askedOn, last.id]) : null,
    };
  }

  async view(ctx: AccessContext, id: string): Promise<ConsultationView> {
    const view = await this.one(ctx, id);
    await ctx.audit({ basis: [`consultation:${id}`] });
    return view;
  }

  /** @throws 409 STALE when it was written down already */
  async hold(ctx: AccessContext, id: string, held: HoldConsultation): Promise<ConsultationView> {
    const found = await this.one(ctx, id);
    if (!found.mayHold && found.heldOn === null) throw forbidden('NOT_YOURS_TO_HOLD');
    const problem = heldOnProblem(held.heldOn, londonDate(found.askedOn), ctx.today);
    if (problem) throw invalid({ heldOn: [problem] });
    refuseWords({ advice: identifyingWords(held.advice, { names: [], births: [] }) });
    if (!(await holdConsultation(ctx, id, held))) throw stale({ current: found, yours: held });
    await ctx.audit({ basis: [`consultation:${id}`], fields: ['advice'] });
    return this.one(ctx, id);
  }

  /** One's own service's part: nobody else reads it, not even whoever asked. */
  async plan(ctx: AccessContext, id: string, plan: WriteEngagementPlan): Promise<ConsultationView> {
    const found = await this.one(ctx, id);
    if (!found.mayPlan) throw forbidden('NOT_ASKED');
    const problems = planProblems(plan, ctx.today);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const planId = await insertPlan(ctx, { episodeId: null, consultationId: id }, plan);
    await ctx.audit({ basis: [`consultation:${id}`, `engagement-plan:${planId}`], fields: ['ownPart'] });
    return this.one(ctx, id);
  }

  private async one(ctx: AccessContext, id: string): Promise<ConsultationView> {
    const row = await consultationById(ctx, id);
    if (!row) throw notFound();
    const [view] = await this.withPlans(ctx, [row]);
    if (!view) throw notFound();
    return view;
  }

  private async withPlans(ctx: AccessContext, rows: readonly ConsultationRow[]): Promise<ConsultationView[]> {
    if (rows.length === 0) return [];
    const plans = await plansOfConsultations(
      ctx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      ...row,
      plans: plans
        .filter(({ consultationId }) => consultationId === row.id)
        .map(({ episodeId: _, consultationId: __, ...plan }) => plan),
    }));
  }
}

function heldOnProblem(day: string, askedOn: string, today: string): string | null {
  if (!isCivilDate(day)) return 'Enter a real day';
  if (compareDates(day, today) > 0) return 'The day cannot be in the future';
  return compareDates(day, askedOn) < 0 ? 'The day cannot be before it was asked' : null;
}
