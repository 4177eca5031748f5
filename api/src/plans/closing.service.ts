import { Injectable } from '@nestjs/common';
import {
  closureWith,
  mayBring,
  TRANSITIONS,
  type ClosureFacts,
  type ClosureReason,
  type LifecycleRole,
  type TransitionId,
} from '@encircle/shared/lifecycle';
import { isLevelOfNeed } from '@encircle/shared/codes';
import { londonStartOfDay } from '@encircle/shared/dates';
import {
  retentionUntil,
  type ClosingView,
  type CloseEpisode,
  type DecideClosing,
} from '@encircle/shared/plans';
import { closedWindowEnd, DEFAULT_SETTINGS, type EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { readable } from '#api/access/labelled.js';
import type { MoveFacts } from '#api/episodes/move-facts.service.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { closingView, rolesHere } from './domain/closing-view.js';
import { deathOf } from './domain/death.js';
import { actionsOf, updateAction } from './persistence/actions.repository.js';
import {
  closingFacts,
  closingOf,
  finishClosing,
  recordClosing,
  recordDeath,
  sendBack,
  type ClosingBody,
} from './persistence/closing.repository.js';
import { outcomesOf, updateOutcome } from './persistence/outcomes.repository.js';
import { planOfEpisode, type PlanRow } from './persistence/plans.repository.js';

/**
 * Closing (T30 to T34, T41 and the closings of other stages). The form is kept, the guards of rules 4.4 and 4.5 are
 * asked by the life cycle, and where a second signature is needed the form waits for it.
 */
@Injectable()
export class ClosingService {
  constructor(
    private readonly access: AccessService,
    private readonly lifecycle: LifecycleService,
  ) {}

  async view(ctx: AccessContext, episodeId: string): Promise<ClosingView> {
    const facts = await this.access.facts(ctx, episodeId);
    const row = await closingOf(ctx.uow, episodeId);
    const mayClose = rolesHere(ctx.actor, facts, ctx.now).length > 0;
    if (row === null && !mayClose) this.access.demand(ctx, facts, 'read', { categories: ['PLAN'] });
    await this.audit(ctx, facts, 'closure.viewed', []);
    return closingView(facts, row, mayClose);
  }

  async close(ctx: AccessContext, episodeId: string, body: CloseEpisode): Promise<ClosingView> {
    const facts = await this.access.facts(ctx, episodeId);
    const roles = rolesHere(ctx.actor, facts, ctx.now);
    if (roles.length === 0) {
      this.access.demand(ctx, facts, 'read', { categories: ['PLAN'] });
      throw forbidden('NOT_YOURS_TO_CLOSE');
    }
    const transition = closingMove(facts.state, body.reason as ClosureReason, roles);
    const death = deathOf(body, facts, ctx.today);
    const plan = await planOfEpisode(ctx.uow, episodeId);
    const seen = plan === null ? null : (readable(this.access, ctx, facts, [plan])[0] ?? null);
    const outcomes = seen === null ? [] : await this.settle(ctx, facts, seen, body);
    const moving = await this.lifecycle.facts(ctx, episodeId);
    const closure = await this.closureFacts(ctx, moving, body, roles.includes('CAFC'));
    const moved = await this.lifecycle.move(ctx, moving, transition, {
      known: { closure, ...(closure.level === null ? {} : { level: closure.level }) },
      mayWait: true,
      // The birthday itself is the proposal; the guard asks whether it has come.
      bySystem: transition === 'T34',
      dates: { closedOn: body.closureDate, closureReason: body.reason },
    });
    await recordClosing(ctx, episodeId, seen?.subjectId ?? facts.subjects[0]?.personId ?? null, {
      status: 'WAITING',
      transition,
      waitingFor: moved.waitingFor,
      form: formOf(body),
      outcomes,
    });
    if (moved.moved) await this.finish(ctx, facts, body.closureDate);
    if (moved.moved && death !== null) await recordDeath(ctx.uow, episodeId, death);
    await this.audit(ctx, facts, moved.moved ? 'closure.made' : 'closure.proposed', [transition]);
    return closingView(await this.access.facts(ctx, episodeId), await closingOf(ctx.uow, episodeId), true);
  }

  /** The second signature: a yes closes, a no sends the form back with its reason. */
  async decide(ctx: AccessContext, episodeId: string, body: DecideClosing): Promise<ClosingView> {
    const facts = await this.access.facts(ctx, episodeId);
    const row = await closingOf(ctx.uow, episodeId);
    if (row === null) {
      this.access.demand(ctx, facts, 'read', { categories: ['PLAN'] });
      throw notFound();
    }
    if (row.body.status !== 'WAITING') throw new DomainError('NOTHING_TO_SIGN', 422);
    if (!row.body.waitingFor.includes(ctx.who.role)) throw forbidden('NOT_YOURS_TO_SIGN');
    if (row.version !== body.version) throw stale({ stored: closingView(facts, row, false), sent: body });
    if (!body.approve) return this.refuse(ctx, facts, row.id, body);
    const form = row.body.form as unknown as CloseEpisode;
    const moving = await this.lifecycle.facts(ctx, episodeId);
    const closure = await this.closureFacts(ctx, moving, form, true);
    await this.lifecycle.move(ctx, moving, row.body.transition as TransitionId, {
      // The signer may not see the plan: what was open was settled before the form could be sent.
      known: { closure: { ...closure, openActions: 0, openOutcomes: 0, finalReviewHeld: true } },
      dates: { closedOn: form.closureDate, closureReason: form.reason },
    });
    await this.finish(ctx, facts, form.closureDate);
    await this.audit(ctx, facts, 'closure.approved', [row.body.transition]);
    const after = await closingOf(ctx.uow, episodeId);
    return closingView(
      await this.access.facts(ctx, episodeId),
      after ?? { ...row, body: closed(row.body) },
      false,
    );
  }

  private async refuse(
    ctx: AccessContext,
    facts: EpisodeFacts,
    factId: string,
    body: DecideClosing,
  ): Promise<ClosingView> {
    const reason = body.reason?.trim();
    if (!reason) throw invalid({ reason: ['Say what has to be put right first'] });
    if (!(await sendBack(ctx.uow, factId, body.version, reason))) throw stale({ sent: body });
    await this.audit(ctx, facts, 'closure.sent-back', []);
    return closingView(facts, await closingOf(ctx.uow, facts.id), false, reason);
  }

  /** Hopes and actions end as the form says; the guard then counts what is still open. */
  private async settle(
    ctx: AccessContext,
    facts: EpisodeFacts,
    plan: PlanRow,
    body: CloseEpisode,
  ): Promise<ClosingBody['outcomes']> {
    const outcomes = readable(this.access, ctx, facts, await outcomesOf(ctx.uow, plan.id));
    for (const [index, told] of (body.outcomes ?? []).entries()) {
      const outcome = outcomes.find((each) => each.id === told.outcomeId);
      if (!outcome) throw invalid({ [`outcomes.${index}.outcomeId`]: ['Choose a hope of this plan'] });
      if (outcome.status === told.status) continue;
      await updateOutcome(ctx.uow, outcome.id, outcome.version, { status: told.status });
      outcome.status = told.status;
    }
    const actions = readable(this.access, ctx, facts, await actionsOf(ctx.uow, plan.id));
    for (const [index, told] of (body.actions ?? []).entries()) {
      const path = `actions.${index}`;
      const action = actions.find((each) => each.id === told.actionId);
      if (!action) throw invalid({ [`${path}.actionId`]: ['Choose an action of this plan'] });
      if (action.status === told.status) continue;
      if (told.status === 'CANCELLED' && !told.reason?.trim())
        throw invalid({ [`${path}.reason`]: ['Say why it is cancelled'] });
      if (told.status === 'TRANSFERRED' && !told.transferredTo?.trim())
        throw invalid({ [`${path}.transferredTo`]: ['Name the service that takes it on'] });
      await updateAction(ctx.uow, action.id, action.version, {
        status: told.status,
        statusReason: told.reason?.trim() || null,
        transferredTo: told.transferredTo?.trim() || null,
        doneOn: told.status === 'DONE' ? body.closureDate : null,
      });
    }
    return outcomes.map(({ statement, status }) => ({ statement, status }));
  }

  private async closureFacts(
    ctx: AccessContext,
    { access: facts, episode }: MoveFacts,
    body: CloseEpisode,
    coordinator: boolean,
  ): Promise<ClosureFacts> {
    const stored = await closingFacts(ctx.uow, facts.id);
    const births = facts.subjects.flatMap((each) => (each.dob === null ? [] : [each.dob]));
    return closureWith({
      reason: body.reason as ClosureReason,
      closureDate: body.closureDate,
      lastEventDate: stored.lastEventOn,
      level: isLevelOfNeed(body.level) ? body.level : null,
      openOutcomes: stored.openOutcomes,
      openActions: stored.openActions,
      finalReviewHeld: stored.finalReview,
      whoToContact: body.whoToContact ?? null,
      summary: body.summary ?? null,
      familyAgrees: (body.familyAgrees as ClosureFacts['familyAgrees'] | undefined) ?? null,
      familyAgreesText: body.familyAgreesText ?? null,
      childComment: body.childComment ?? null,
      parentComment: body.parentComment ?? null,
      ongoingSupport: body.ongoingSupport ?? null,
      serviceAccepted: body.serviceAccepted ?? false,
      acceptanceId: stored.acceptanceRef ?? body.acceptanceId ?? null,
      acceptanceDate: stored.acceptedOn ?? body.acceptanceDate ?? null,
      conferenceDate: body.conferenceDate ?? null,
      placementDate: body.placementDate ?? null,
      statutoryLead: body.statutoryLead ?? null,
      withdrawalRecorded: stored.withdrawn,
      riskConsidered: body.riskConsidered ?? null,
      tapReviews: episode.tapReviews,
      attempts: body.attempts ?? [],
      receiver: body.receiver ?? null,
      receiptDate: body.receiptDate ?? null,
      documentsListed: body.documentsListed ?? false,
      checksWithSchool: body.checksWithSchool ?? false,
      checksWithHealth: body.checksWithHealth ?? false,
      dateOfBirth: births.sort().at(-1) ?? null,
      extendedTo25: body.extendedTo25 ?? false,
      adultRouteConsidered: body.adultRouteConsidered ?? false,
      deathDate: body.deathDate ?? null,
      unborn: stored.unborn,
      conclusion: stored.conclusion,
      coordinatorApproved: coordinator,
    });
  }

  /** Rule 6.10: ten working days of reading for the team, twelve months for lead and author; rule 6.12: how long it is kept. */
  private async finish(ctx: AccessContext, facts: EpisodeFacts, closedOn: string): Promise<void> {
    const at = londonStartOfDay(closedOn);
    const births = facts.subjects.flatMap((each) => (each.dob === null ? [] : [each.dob]));
    await finishClosing(ctx.uow, facts.id, {
      team: closedWindowEnd('TACM', at, DEFAULT_SETTINGS),
      lead: closedWindowEnd('LP', at, DEFAULT_SETTINGS),
      retention: retentionUntil(births, closedOn),
    });
  }

  private audit(
    ctx: AccessContext,
    facts: EpisodeFacts,
    action: string,
    basis: readonly string[],
  ): Promise<void> {
    const childIds = facts.subjects.map((each) => each.personId);
    return ctx.audit({ action, episodeId: facts.id, childIds, categories: ['PLAN'], basis });
  }
}

/** The move of rule 5.2 that this reason makes from here, by what the actor is on the case. */
function closingMove(state: string, reason: ClosureReason, roles: readonly LifecycleRole[]): TransitionId {
  const fitting = TRANSITIONS.filter(
    (row) =>
      row.to === 'CLOSED' &&
      (row.from as readonly string[] | null)?.includes(state) &&
      row.reasons?.includes(reason),
  );
  const found = fitting.find((row) => mayBring(row.id, roles)) ?? fitting[0];
  if (!found)
    throw invalid({ reason: ['This reason does not fit where the work stands'] }, 'REASON_DOES_NOT_FIT');
  return found.id;
}

/** The form without what it settled: that is in the plan. */
function formOf(body: CloseEpisode): ClosingBody['form'] {
  const kept = Object.entries(body).filter(([name]) => name !== 'outcomes' && name !== 'actions');
  return Object.fromEntries(kept) as ClosingBody['form'];
}

const closed = (body: ClosingBody): ClosingBody => ({ ...body, status: 'CLOSED', waitingFor: [] });
