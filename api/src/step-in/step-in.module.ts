import { Module } from '@nestjs/common';
import { DraftsModule } from '#api/assessments/drafts.module.js';
import { ConsentsModule } from '#api/consents/consents.module.js';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { TimescalesModule } from '#api/timescales/timescales.module.js';
import { StepInController } from './step-in.controller.js';
import { StepInService } from './step-in.service.js';

@Module({
  imports: [EpisodesModule, ConsentsModule, DraftsModule, TimescalesModule],
  controllers: [StepInController],
  providers: [StepInService],
})
export class StepInModule {}
