import { Injectable } from '@nestjs/common';
import type { StepIn } from '@encircle/shared/consents';
import { addMonths } from '@encircle/shared/dates';
import { dayProblem, type EpisodeStateView } from '@encircle/shared/episodes';
import { canMove, dueDate } from '@encircle/shared/lifecycle';
import type { AccessContext } from '#api/access/access-context.js';
import { RecordService } from '#api/consents/record.service.js';
import { EpisodesService } from '#api/episodes/episodes.service.js';
import { LeadService } from '#api/episodes/lead.service.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';
import { moveRefused } from '#api/episodes/move-facts.service.js';
import { forbidden, invalid } from '#api/platform/errors/domain-error.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';

const RECENT_MONTHS = 6;

/**
 * Stepped down from social care with no record before (T40). What the family agrees to, what social care knew and who is asked
 * to lead come with it, because the guard asks for all of them: one transaction, and nothing of it when one is missing.
 */
@Injectable()
export class StepInService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly lifecycle: LifecycleService,
    private readonly consents: RecordService,
    private readonly lead: LeadService,
    private readonly timescales: TimescalesService,
  ) {}

  async begin(ctx: AccessContext, body: StepIn): Promise<EpisodeStateView> {
    if (ctx.actor.role !== 'CAFC') throw forbidden('NOT_YOURS_TO_MOVE');
    const wrong = dayProblem(body.assessment.writtenOn, ctx.today);
    if (wrong) throw invalid({ 'assessment.writtenOn': [wrong] });
    const nextReviewOn = dueDate('stepdown.tac.wd', ctx.today, await this.timescales.now(ctx));
    const { writtenOn, writtenBy, text, kind } = body.assessment;
    const episodeId = await this.episodes.beginStepIn(ctx, body, {
      nextReviewOn,
      writtenOn,
      record: { sourceKind: kind, writtenOn, writtenBy, summary: text.trim() },
    });
    await this.consents.record(ctx, episodeId, body.agreement);
    await this.lead.nominate(ctx, episodeId, body.lead);
    const { known } = await this.lifecycle.facts(ctx, episodeId);
    const recentAssessment = writtenOn >= addMonths(ctx.today, -RECENT_MONTHS);
    const answer = canMove('T40', { ...known, state: null, recentAssessment });
    if (!answer.ok) throw moveRefused(answer.code, answer.words, answer.obstacles);
    await ctx.audit({
      action: 'episode.stepped-in',
      episodeId,
      childIds: body.childIds,
      categories: ['INVOLVE', 'PLAN'],
      basis: ['T40'],
    });
    return this.lifecycle.state(ctx, episodeId);
  }
}
