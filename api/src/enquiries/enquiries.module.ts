import { Module } from '@nestjs/common';
import { LevelsModule } from '#api/levels/levels.module.js';
import { DraftsModule } from '#api/assessments/drafts.module.js';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { PeopleModule } from '#api/people/people.module.js';
import { SafeguardingModule } from '#api/safeguarding/safeguarding.module.js';
import { TimescalesModule } from '#api/timescales/timescales.module.js';
import { EnquiriesService } from './enquiries.service.js';
import { EnquiriesController } from './http/enquiries.controller.js';
import { TriageController } from './http/triage.controller.js';
import { TakingUpService } from './taking-up.service.js';
import { TriageService } from './triage.service.js';

/** The front door: asking for support before there is a case, deciding on it, and taking it up. */
@Module({
  imports: [LevelsModule, PeopleModule, TimescalesModule, DraftsModule, EpisodesModule, SafeguardingModule],
  controllers: [EnquiriesController, TriageController],
  providers: [EnquiriesService, TriageService, TakingUpService],
})
export class EnquiriesModule {}
