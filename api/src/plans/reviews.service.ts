import { Injectable } from '@nestjs/common';
import { codeRow, REVIEW_DECISIONS } from '@encircle/shared/codes';
import { formatLong } from '@encircle/shared/dates';
import { dueDate, nextReviewDue, type Timescales } from '@encircle/shared/lifecycle';
import type { PlanView, RecordReview } from '@encircle/shared/plans';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { readable } from '#api/access/labelled.js';
import { LevelsDocumentsService } from '#api/levels/levels-documents.service.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';
import { DomainError, invalid } from '#api/platform/errors/domain-error.js';
import { OutcomesService } from './outcomes.service.js';
import { outcomesOf, updateOutcome, type OutcomeRow } from './persistence/outcomes.repository.js';
import {
  bookedReviewDay,
  insertReview,
  meetingForPlan,
  planOfEpisode,
  reviewsOf,
  saveLevel,
  type MeetingForPlan,
} from './persistence/plans.repository.js';
import { PlansService } from './plans.service.js';

/** Rule T18 and 4.3: progress on every hope, the level now, what next and by when. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly access: AccessService,
    private readonly plans: PlansService,
    private readonly outcomes: OutcomesService,
    private readonly lifecycle: LifecycleService,
    private readonly timescales: TimescalesService,
    private readonly levels: LevelsDocumentsService,
  ) {}

  async record(ctx: AccessContext, episodeId: string, body: RecordReview): Promise<PlanView> {
    const facts = await this.access.facts(ctx, episodeId);
    this.plans.demandLead(ctx, facts);
    const moving = await this.lifecycle.facts(ctx, episodeId);
    if (!['PLAN_ACTIVE', 'PANEL_REVIEW'].includes(facts.state)) throw new DomainError('WRONG_STATE', 422);
    const plan = await planOfEpisode(ctx.uow, episodeId);
    if (plan === null) throw new DomainError('PLAN_MISSING', 422);
    const meeting = await this.meeting(ctx, episodeId, body);
    const heldOn = meeting?.day ?? body.heldOn ?? ctx.today;
    if (heldOn > ctx.today) throw invalid({ heldOn: ['The day of the review cannot be in the future'] });
    demandWords(body);
    const reviews = await reviewsOf(ctx.uow, episodeId);
    const last = reviews[0] ?? null;
    if (last !== null && heldOn < last.heldOn)
      throw invalid({ heldOn: [`The review before was on ${formatLong(last.heldOn)}`] });
    if (last === null && (meeting === null || !meeting.familyTookPart))
      throw invalid({
        meetingId: ['The first review needs contact with the family: hold a meeting with them'],
      });
    await this.progress(ctx, facts, plan.id, heldOn, body);
    const timescales = await this.timescales.now(ctx);
    const nextDueOn = nextDue(body, heldOn, timescales, await bookedReviewDay(ctx.uow, episodeId));
    const reviewNo = (last?.reviewNo ?? 0) + 1;
    const { planAgreedOn, completedOn, nextReviewOn } = moving.episode;
    await insertReview(ctx, {
      episodeId,
      subjectId: plan.subjectId,
      meetingId: meeting?.id ?? null,
      reviewNo,
      dueOn:
        nextReviewOn ??
        nextReviewDue({
          planAgreed: planAgreedOn ?? heldOn,
          assessmentCompleted: completedOn ?? heldOn,
          lastReview: last?.heldOn ?? null,
        }),
      heldOn,
      level: body.level,
      whatNext: body.whatNext,
      nextDueOn,
      childComment: body.childComment.trim(),
      parentComment: body.parentComment.trim(),
    });
    if (moving.episode.level !== body.level)
      await saveLevel(ctx, episodeId, plan.subjectId, {
        level: body.level,
        ...(await this.levels.beside(ctx, body.level)),
      });
    await this.lifecycle.move(ctx, moving, 'T18', {
      happenedOn: heldOn,
      known: { reviewComplete: true },
      recorded: { reviewNo, planVersion: plan.versionNo },
      dates: nextDueOn === null ? {} : { nextReviewOn: nextDueOn },
    });
    await this.plans.audit(ctx, facts, 'plan.reviewed', [`plan:${plan.id}`]);
    return this.plans.again(ctx, episodeId);
  }

  private async meeting(
    ctx: AccessContext,
    episodeId: string,
    { meetingId }: RecordReview,
  ): Promise<MeetingForPlan | null> {
    if (meetingId === undefined) return null;
    const meeting = await meetingForPlan(ctx.uow, episodeId, meetingId);
    if (meeting === null) throw invalid({ meetingId: ['Choose a meeting of this case'] });
    if (meeting.status !== 'HELD') throw invalid({ meetingId: ['Record the meeting as held first'] });
    return meeting;
  }

  /** Every hope still open gets a score or an ending. */
  private async progress(
    ctx: AccessContext,
    facts: EpisodeFacts,
    planId: string,
    heldOn: string,
    body: RecordReview,
  ): Promise<void> {
    const outcomes = readable(this.access, ctx, facts, await outcomesOf(ctx.uow, planId));
    const byId = new Map(outcomes.map((each) => [each.id, each]));
    for (const [index, told] of body.outcomes.entries()) {
      const path = `outcomes.${index}.`;
      const outcome = byId.get(told.outcomeId);
      if (!outcome) throw invalid({ [`${path}outcomeId`]: ['Choose a hope of this plan'] });
      if (told.value === undefined && told.status === undefined)
        throw invalid({ [`${path}value`]: ['Enter a score, or say how the hope turned out'] });
      if (told.value !== undefined)
        await this.outcomes.addRating(
          ctx,
          outcome,
          { value: told.value, ratedOn: heldOn, ...(body.meetingId ? { meetingId: body.meetingId } : {}) },
          path,
        );
      await this.settle(ctx, outcome, told.status);
      byId.delete(told.outcomeId);
    }
    const left = [...byId.values()].filter((each) => each.status === 'OPEN');
    if (left.length > 0)
      throw invalid(
        { outcomes: left.map((each) => `Say how this stands: ${each.statement}`) },
        'REVIEW_INCOMPLETE',
      );
  }

  private async settle(ctx: AccessContext, outcome: OutcomeRow, status: string | undefined): Promise<void> {
    if (status === undefined || status === outcome.status) return;
    await updateOutcome(ctx.uow, outcome.id, outcome.version, { status });
  }
}

/**
 * Twelve weeks at most, moved earlier when that is no working day. An earlier day may be agreed; without one, that of the
 * next meeting already booked counts.
 */
function nextDue(
  body: RecordReview,
  heldOn: string,
  timescales: Timescales,
  booked: string | null,
): string | null {
  if (!codeRow(REVIEW_DECISIONS, body.whatNext).needsNextDate) return null;
  const latest = dueDate('review.max.weeks', heldOn, timescales);
  if (body.nextOn === undefined)
    return booked !== null && booked > heldOn && booked < latest ? booked : latest;
  if (body.nextOn <= heldOn || body.nextOn > latest)
    throw invalid({ nextOn: [`Choose a day after the review, ${formatLong(latest)} at the latest`] });
  return body.nextOn;
}

function demandWords(body: RecordReview): void {
  const missing = (['childComment', 'parentComment'] as const).filter((field) => body[field].trim() === '');
  if (missing.length === 0) return;
  const words = { childComment: 'the child’s', parentComment: 'the parent’s' };
  throw invalid(
    Object.fromEntries(
      missing.map((field) => [field, [`Enter ${words[field]} words, or why there are none`]]),
    ),
  );
}
