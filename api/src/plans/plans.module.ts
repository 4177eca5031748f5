import { Module } from '@nestjs/common';
import { LevelsModule } from '#api/levels/levels.module.js';
import { TimescalesModule } from '#api/timescales/timescales.module.js';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { MeetingsModule } from '#api/meetings/meetings.module.js';
import { ActionsService } from './actions.service.js';
import { ClosingService } from './closing.service.js';
import { ClosingController } from './http/closing.controller.js';
import {
  ActionController,
  EpisodePlanController,
  OutcomeController,
  PlanController,
} from './http/plans.controller.js';
import { OutcomesService } from './outcomes.service.js';
import { PlansService } from './plans.service.js';
import { ReviewsService } from './reviews.service.js';

/** The plan: hopes, actions, reviews, and how it ends. */
@Module({
  imports: [LevelsModule, TimescalesModule, EpisodesModule, MeetingsModule],
  controllers: [
    EpisodePlanController,
    PlanController,
    OutcomeController,
    ActionController,
    ClosingController,
  ],
  providers: [PlansService, OutcomesService, ActionsService, ReviewsService, ClosingService],
  exports: [PlansService],
})
export class PlansModule {}
