import { Injectable } from '@nestjs/common';
import { londonDate } from '@encircle/shared/dates';
import type { AgreePlan, PlanBody, PlanView, StartPlan } from '@encircle/shared/plans';
import type { Decision, EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { demandRow, readable, type Sieve } from '#api/access/labelled.js';
import { FirstPlanService } from '#api/meetings/first-plan.service.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { actionView, childView, outcomeView, reviewView } from './domain/plan-view.js';
import { isOfFamily, leadsPlan } from './domain/who-leads.js';
import { actionsOf, commentsOf } from './persistence/actions.repository.js';
import { outcomesOf, ratingsOf } from './persistence/outcomes.repository.js';
import {
  agreementsOf,
  childrenOf,
  insertPlan,
  markAgreed,
  nextMeetingOf,
  peopleOfCase,
  planOfEpisode,
  planRow,
  reviewsOf,
  saveAgreement,
  standingOf,
  type PlanRow,
} from './persistence/plans.repository.js';

/** A plan the actor may read, with what the gate decided. */
export interface OpenedPlan {
  plan: PlanRow;
  facts: EpisodeFacts;
  decision: Decision;
}

/** The plan of a case: seen, begun, agreed. What the actor may not see of it is not in the answer. */
@Injectable()
export class PlansService {
  constructor(
    private readonly access: AccessService,
    private readonly firstPlan: FirstPlanService,
  ) {}

  async view(ctx: AccessContext, episodeId: string): Promise<PlanView> {
    const facts = await this.access.facts(ctx, episodeId);
    const decision = this.access.demandOfAny(ctx, facts, { categories: ['PLAN'] });
    if (decision.effect !== 'ALLOW') throw forbidden(decision.what ?? 'LIMITED');
    const view = await this.shaped(ctx, facts);
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map((each) => each.personId),
      categories: [...new Set(['PLAN', ...(view.plan?.actions ?? []).map((each) => each.category)])],
      basis: decision.bases,
      count: view.plan?.actions.length ?? 0,
    });
    return view;
  }

  async start(ctx: AccessContext, episodeId: string, body: StartPlan): Promise<PlanView> {
    const facts = await this.access.facts(ctx, episodeId);
    const subjectId = body.subjectId ?? facts.subjects[0]?.personId ?? null;
    if (body.subjectId !== undefined && !facts.subjects.some((each) => each.personId === body.subjectId))
      throw invalid({ subjectId: ['Choose a child of this record'] });
    this.demandLead(ctx, facts);
    if (!STATES_WITH_A_PLAN.includes(facts.state)) throw new DomainError('WRONG_STATE', 422);
    const there = await planOfEpisode(ctx.uow, episodeId);
    if (there !== null && there.status !== 'CLOSED') throw new DomainError('PLAN_THERE', 409);
    const planId = await insertPlan(ctx, {
      episodeId,
      subjectId,
      contingency: body.contingency?.trim() || null,
    });
    await this.audit(ctx, facts, 'plan.started', [`plan:${planId}`]);
    return this.shaped(ctx, facts);
  }

  /** Rule T16 and 4.1: who of the family agreed. The last thing missing for the first plan may be this. */
  async agree(ctx: AccessContext, planId: string, body: AgreePlan): Promise<PlanView> {
    const { plan, facts } = await this.openToLead(ctx, planId);
    body.agreements.forEach(({ personId }, index) => {
      if (!isOfFamily(facts, personId))
        throw invalid({ [`agreements.${index}.personId`]: ['Choose someone of the family'] });
    });
    const agreed = body.agreements.some((each) => each.agreed.startsWith('AGREED'));
    if (!agreed)
      throw new DomainError('NOBODY_AGREED', 422, { detail: 'Nobody of the family has agreed yet' });
    const outcomes = readable(this.access, ctx, facts, await outcomesOf(ctx.uow, planId));
    const actions = readable(this.access, ctx, facts, await actionsOf(ctx.uow, planId));
    if (outcomes.length === 0 || actions.length === 0)
      throw new DomainError('PLAN_EMPTY', 422, {
        detail: 'Put at least one hope and one action in the plan',
      });
    for (const { personId, agreed: answer } of body.agreements)
      await saveAgreement(ctx, plan, personId, answer);
    if (!(await markAgreed(ctx.uow, planId, body.version, body.contingency?.trim() || null)))
      throw stale({ stored: (await this.shaped(ctx, facts)).plan, sent: body });
    await this.audit(ctx, facts, 'plan.agreed', [`plan:${planId}`]);
    await this.firstPlan.begin(ctx, facts.id, false);
    return this.shaped(ctx, await this.access.facts(ctx, facts.id));
  }

  /** @throws 404 as for a random id; 403 where the actor may know of the case or may only read */
  async open(ctx: AccessContext, planId: string): Promise<OpenedPlan> {
    const plan = await planRow(ctx.uow, planId);
    const facts = await this.access.facts(ctx, plan?.episodeId ?? planId);
    const decision = demandRow(this.access, ctx, facts, 'read', plan);
    if (plan === null) throw notFound();
    return { plan, facts, decision };
  }

  async openToLead(ctx: AccessContext, planId: string): Promise<OpenedPlan> {
    const opened = await this.open(ctx, planId);
    // The plan is the whole family's: the child it was begun for may have gone another way (rule F5).
    demandRow(this.access, ctx, opened.facts, 'write', { ...opened.plan, subjectId: null });
    if (!leadsPlan(ctx.actor, opened.facts, ctx.now)) throw forbidden('NOT_YOURS_TO_LEAD');
    if (opened.plan.status === 'CLOSED' || opened.plan.status === 'SUPERSEDED')
      throw new DomainError('PLAN_OVER', 422);
    return opened;
  }

  /** What is new about one child of a family: not while that child's part is paused (rule F5). */
  demandPart(ctx: AccessContext, facts: EpisodeFacts, subjectId: string | null): void {
    this.access.demand(ctx, facts, 'write', {
      subjectId,
      categories: ['PLAN'],
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
    });
  }

  /** A new plan, review or closing: in one's own name, and only by who leads. */
  demandLead(ctx: AccessContext, facts: EpisodeFacts): void {
    this.access.demand(ctx, facts, 'write', {
      categories: ['PLAN'],
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
    });
    if (!leadsPlan(ctx.actor, facts, ctx.now)) throw forbidden('NOT_YOURS_TO_LEAD');
  }

  /** After a change: the plan as it now is, without another audit row. */
  async again(ctx: AccessContext, episodeId: string): Promise<PlanView> {
    return this.shaped(ctx, await this.access.facts(ctx, episodeId));
  }

  /** The same with less: what stands in it passes `only` beside the reader's own rights. */
  narrowed(ctx: AccessContext, facts: EpisodeFacts, only: Sieve): Promise<PlanView> {
    return this.shaped(ctx, facts, only);
  }

  /** People of the family this reader may know of, for a choice of whom something is about. */
  async familyOf(ctx: AccessContext, facts: EpisodeFacts): Promise<{ id: string; name: string }[]> {
    const children = (await childrenOf(ctx.uow, facts.id)).filter(({ id }) =>
      this.access.knowsChild(ctx, facts, id),
    );
    const people = await peopleOfCase(
      ctx.uow,
      facts.id,
      children.map(({ id }) => id),
    );
    return inOrder(people)
      .filter(({ kind }) => kind === 'FAMILY')
      .map(({ id, name }) => ({ id, name }));
  }

  audit(
    ctx: AccessContext,
    facts: EpisodeFacts,
    action: string,
    basis: readonly string[],
    categories: readonly string[] = ['PLAN'],
  ): Promise<void> {
    const childIds = facts.subjects.map((each) => each.personId);
    return ctx.audit({ action, episodeId: facts.id, childIds, categories, basis });
  }

  private async shaped(
    ctx: AccessContext,
    facts: EpisodeFacts,
    also: Sieve = (rows) => [...rows],
  ): Promise<PlanView> {
    const { uow } = ctx;
    const only: Sieve = (rows) => also(readable(this.access, ctx, facts, rows));
    const childIds = facts.subjects.map((each) => each.personId);
    const all = await childrenOf(uow, facts.id);
    const children = all.length === 1 ? all : all.filter(({ id }) => this.access.knowsChild(ctx, facts, id));
    const plan = await planOfEpisode(uow, facts.id);
    const seen = plan === null ? [] : only([plan]);
    const reviews = only(await reviewsOf(uow, facts.id));
    const standing = await standingOf(uow, facts.id);
    return {
      episodeId: facts.id,
      state: facts.state,
      child: childView(children[0] ?? { id: childIds[0] ?? facts.id, ...NOT_KNOWN }, ctx.today),
      children: children.map((child) => childView(child, ctx.today)),
      level: standing.level,
      plan: seen[0] === undefined ? null : await this.body(ctx, facts, seen[0], only),
      reviews: reviews.map(reviewView),
      nextReviewDue: standing.nextReviewOn,
      nextMeeting: await nextMeetingOf(uow, facts.id),
      people: inOrder(
        await peopleOfCase(
          uow,
          facts.id,
          children.map(({ id }) => id),
        ),
      ),
      mayLead: this.mayLead(ctx, facts),
    };
  }

  private async body(ctx: AccessContext, facts: EpisodeFacts, plan: PlanRow, only: Sieve): Promise<PlanBody> {
    const { uow } = ctx;
    const outcomes = only(await outcomesOf(uow, plan.id));
    const outcomeIds = outcomes.map((each) => each.id);
    const ratings = only(await ratingsOf(uow, outcomeIds));
    const actions = only(await actionsOf(uow, plan.id));
    const actionIds = actions.map((each) => each.id);
    const comments = only(await commentsOf(uow, actionIds)).map((each) => ({
      ...each,
      on: londonDate(each.recordedAt),
    }));
    const agreements = only(await agreementsOf(uow, plan.id));
    const mayWrite = (subjectId: string | null): boolean => {
      const asked = { subjectId, categories: ['PLAN'] as const, sourceAgencyId: plan.sourceAgencyId };
      return this.access.decide(ctx, facts, 'write', asked).effect === 'ALLOW';
    };
    const who = {
      userId: ctx.userId,
      leads: leadsPlan(ctx.actor, facts, ctx.now),
      today: ctx.today,
    };
    return {
      id: plan.id,
      versionNo: plan.versionNo,
      status: plan.status,
      agreedOn: plan.agreedOn,
      contingency: plan.contingency,
      agreements: agreements.map(({ personId, name, agreed }) => ({ personId, name, agreed })),
      // Counted anew: a hope that is hidden leaves no gap.
      outcomes: outcomes.map((row, index) =>
        outcomeView(
          { ...row, position: index + 1 },
          ratings.filter((each) => each.outcomeId === row.id),
        ),
      ),
      actions: actions.map((row) =>
        // A hope that is hidden is not pointed to.
        actionView(
          {
            ...row,
            outcomeId: row.outcomeId !== null && outcomeIds.includes(row.outcomeId) ? row.outcomeId : null,
          },
          comments.filter((each) => each.actionId === row.id),
          { ...who, mayWrite: mayWrite(row.subjectId) },
        ),
      ),
      version: plan.version,
    };
  }

  private mayLead(ctx: AccessContext, facts: EpisodeFacts): boolean {
    if (!leadsPlan(ctx.actor, facts, ctx.now)) return false;
    const own = { categories: ['PLAN'], authorId: ctx.userId, sourceAgencyId: ctx.agencyId } as const;
    return this.access.decide(ctx, facts, 'write', own).effect === 'ALLOW';
  }
}

/** A child whose name the reader may not know. */
const NOT_KNOWN = { name: null, fullName: null, dateOfBirth: null, part: null } as const;

const STATES_WITH_A_PLAN: readonly string[] = ['ASSESSED', 'TAC_PLANNED', 'PLAN_ACTIVE', 'PANEL_REVIEW'];

function inOrder<P extends { kind: string; lead: boolean; relationship: string | null; name: string }>(
  people: readonly P[],
): P[] {
  const rank = (each: P): number =>
    each.kind === 'FAMILY' ? (each.relationship === 'CHILD' ? 0 : 1) : each.lead ? 2 : 3;
  return [...people].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
