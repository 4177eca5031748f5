import { Module } from '@nestjs/common';
import { LevelsModule } from '#api/levels/levels.module.js';
import { TimescalesModule } from '#api/timescales/timescales.module.js';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { AssessmentReader } from './assessment-reader.js';
import { SeveralChildren } from './several-children.js';
import { RepairsModule } from '#api/repairs/repairs.module.js';
import { AssessmentRepairsService } from './assessment-repairs.service.js';
import { AssessmentStarter } from './assessment-starter.js';
import { AssessmentsService } from './assessments.service.js';
import { ContributingService } from './contributing.service.js';
import { ContributionsService } from './contributions.service.js';
import { CopiesService } from './copies.service.js';
import { FormVersionsService } from './form-versions.service.js';
import { CompletionService } from './completion.service.js';
import { DraftsModule } from './drafts.module.js';
import { AssessmentsController } from './http/assessments.controller.js';
import { ContributionsController } from './http/contributions.controller.js';
import { CopiesController } from './http/copies.controller.js';
import { FormsController } from './http/forms.controller.js';
import { OversightController } from './http/oversight.controller.js';
import { OversightService } from './oversight.service.js';

@Module({
  imports: [LevelsModule, RepairsModule, EpisodesModule, DraftsModule, TimescalesModule],
  controllers: [
    AssessmentsController,
    ContributionsController,
    CopiesController,
    FormsController,
    OversightController,
  ],
  providers: [
    AssessmentReader,
    AssessmentStarter,
    AssessmentRepairsService,
    SeveralChildren,
    AssessmentsService,
    CompletionService,
    ContributionsService,
    ContributingService,
    CopiesService,
    FormVersionsService,
    OversightService,
  ],
  exports: [CopiesService],
})
export class AssessmentsModule {}
