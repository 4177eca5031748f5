import { Injectable } from '@nestjs/common';
import {
  isRecentSource,
  type AgreementsView,
  type EffectsView,
  type PreviewStepIn,
  type StepIn,
  type StepInChildren,
} from '@encircle/shared/consents';
import { dayProblem, type EpisodeStateView } from '@encircle/shared/episodes';
import { canMove, dueDate } from '@encircle/shared/lifecycle';
import type { AccessContext } from '#api/access/access-context.js';
import { AgreementsService } from '#api/consents/agreements.service.js';
import { DraftsService } from '#api/assessments/drafts.service.js';
import { RecordService } from '#api/consents/record.service.js';
import { EpisodesService } from '#api/episodes/episodes.service.js';
import { LeadService } from '#api/episodes/lead.service.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';
import { moveRefused } from '#api/episodes/move-facts.service.js';
import { forbidden, invalid } from '#api/platform/errors/domain-error.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';

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
    private readonly agreements: AgreementsService,
    private readonly lead: LeadService,
    private readonly drafts: DraftsService,
    private readonly timescales: TimescalesService,
  ) {}

  async begin(ctx: AccessContext, body: StepIn): Promise<EpisodeStateView> {
    refuseOthers(ctx);
    const wrong = dayProblem(body.assessment.writtenOn, ctx.today);
    if (wrong) throw invalid({ 'assessment.writtenOn': [wrong] });
    const nextReviewOn = dueDate('stepdown.tac.wd', ctx.today, await this.timescales.now(ctx));
    const { from, writtenOn, writtenBy, text, kind } = body.assessment;
    const episodeId = await this.episodes.beginStepIn(ctx, body, {
      nextReviewOn,
      writtenOn,
      record: {
        sourceKind: kind,
        fromTeam: from.trim(),
        writtenOn,
        writtenBy: writtenBy.trim(),
        summary: text.trim(),
      },
    });
    await this.consents.record(ctx, episodeId, body.agreement);
    await this.lead.nominate(ctx, episodeId, body.lead);
    const { known } = await this.lifecycle.facts(ctx, episodeId);
    const recentAssessment = isRecentSource(writtenOn, ctx.today);
    const answer = canMove('T40', { ...known, state: null, recentAssessment });
    if (!answer.ok) {
      const obstacles = answer.obstacles.map(inPlace);
      throw moveRefused(answer.code, inPlace(answer).words, obstacles);
    }
    for (const section of [body.childIds[0] ?? '', `${body.childIds[0]}.agreement`])
      await this.drafts.submitted(ctx, 'step-in', ctx.userId, section, episodeId);
    await ctx.audit({
      action: 'episode.stepped-in',
      episodeId,
      childIds: body.childIds,
      categories: ['INVOLVE', 'PLAN'],
      basis: ['T40'],
    });
    return this.lifecycle.state(ctx, episodeId);
  }

  /** Who of the family may agree, before there is a record: asked of one that is begun and undone. */
  async family(ctx: AccessContext, body: StepInChildren): Promise<AgreementsView> {
    const view = await this.tried(ctx, body, (episodeId) => this.agreements.view(ctx, episodeId));
    await this.looked(ctx, body);
    return view;
  }

  /** Who would see what if the agreement were saved as it is chosen now. */
  async preview(ctx: AccessContext, body: PreviewStepIn): Promise<EffectsView> {
    const effects = await this.tried(ctx, body, (episodeId) =>
      this.agreements.preview(ctx, episodeId, body.agreement),
    );
    await this.looked(ctx, body);
    return effects;
  }

  private tried<T>(
    ctx: AccessContext,
    body: StepInChildren,
    work: (episodeId: string) => Promise<T>,
  ): Promise<T> {
    refuseOthers(ctx);
    return ctx.uow.tried(async () => work(await this.episodes.beginStepIn(ctx, body, null)));
  }

  private looked(ctx: AccessContext, { childIds }: StepInChildren): Promise<void> {
    return ctx.audit({ childIds, categories: ['IDENT', 'INVOLVE'], basis: ['T40'] });
  }
}

/** The agreement is on the page: what is missing of it is one purpose. */
const inPlace = <T extends { code: string; words: string }>(obstacle: T): T =>
  obstacle.code === 'CONSENT_MISSING'
    ? { ...obstacle, words: 'The family has to agree that it is used to understand what would help' }
    : obstacle;

function refuseOthers(ctx: AccessContext): void {
  if (ctx.actor.role !== 'CAFC') throw forbidden('NOT_YOURS_TO_MOVE');
}
