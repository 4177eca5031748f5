import { Module } from '@nestjs/common';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { AssessmentReader } from './assessment-reader.js';
import { AssessmentStarter } from './assessment-starter.js';
import { AssessmentsService } from './assessments.service.js';
import { CompletionService } from './completion.service.js';
import { DraftCipher } from './draft-cipher.service.js';
import { DraftsService } from './drafts.service.js';
import { AssessmentsController } from './http/assessments.controller.js';
import { DraftsController } from './http/drafts.controller.js';
import { FormsController } from './http/forms.controller.js';

@Module({
  imports: [EpisodesModule],
  controllers: [AssessmentsController, DraftsController, FormsController],
  providers: [
    AssessmentReader,
    AssessmentStarter,
    AssessmentsService,
    CompletionService,
    DraftCipher,
    DraftsService,
  ],
  exports: [DraftsService],
})
export class AssessmentsModule {}
