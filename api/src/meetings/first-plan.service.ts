import { Injectable } from '@nestjs/common';
import { earliestOf } from '@encircle/shared/dates';
import { canMove, nextReviewDue } from '@encircle/shared/lifecycle';
import type { AccessContext } from '#api/access/access-context.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';
import { nextPlannedDay } from './persistence/next-meeting.repository.js';

/**
 * Rule T16: the first meeting held, everyone coded, a lead professional, a plan agreed with an action and a next date.
 * Whichever of these comes last brings the case into its plan, so both holding the meeting and agreeing the plan ask.
 */
@Injectable()
export class FirstPlanService {
  constructor(
    private readonly lifecycle: LifecycleService,
    private readonly timescales: TimescalesService,
  ) {}

  /** @param chairs the actor chaired the first meeting. @returns whether the case moved */
  async begin(ctx: AccessContext, episodeId: string, chairs: boolean): Promise<boolean> {
    const facts = await this.lifecycle.facts(ctx, episodeId);
    if (facts.episode.state !== 'TAC_PLANNED') return false;
    if (!canMove('T16', facts.known).ok) return false;
    const due = nextReviewDue(
      {
        planAgreed: ctx.today,
        assessmentCompleted: facts.episode.completedOn ?? ctx.today,
        lastReview: null,
      },
      'PLAN_AGREED',
      await this.timescales.now(ctx),
    );
    const planned = await nextPlannedDay(ctx.uow, episodeId);
    await this.lifecycle.move(ctx, facts, 'T16', {
      roles: chairs ? ['CHAIR'] : [],
      dates: { planAgreedOn: ctx.today, nextReviewOn: planned === null ? due : earliestOf(due, planned) },
    });
    return true;
  }
}
