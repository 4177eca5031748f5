import { Module } from '@nestjs/common';
import { LevelsController } from './http/levels.controller.js';
import { LevelJudgementsService } from './level-judgements.service.js';
import { LevelsDocumentsService } from './levels-documents.service.js';

/** Levels of need: the local words for them, and levels chosen by them. */
@Module({
  controllers: [LevelsController],
  providers: [LevelsDocumentsService, LevelJudgementsService],
  exports: [LevelsDocumentsService, LevelJudgementsService],
})
export class LevelsModule {}
