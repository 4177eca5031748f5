import { Module } from '@nestjs/common';
import { DraftsModule } from '#api/assessments/drafts.module.js';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { RecordingModule } from '#api/recording/recording.module.js';
import { DecisionsService } from './decisions.service.js';
import { ReferralsController } from './http/referrals.controller.js';
import { ReferralsService } from './referrals.service.js';

@Module({
  imports: [EpisodesModule, DraftsModule, RecordingModule],
  controllers: [ReferralsController],
  providers: [ReferralsService, DecisionsService],
  exports: [ReferralsService],
})
export class SafeguardingModule {}
