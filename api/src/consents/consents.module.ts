import { Module } from '@nestjs/common';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { AgreementGate } from './agreement-gate.js';
import { AgreementsService } from './agreements.service.js';
import { BeginAssessingService } from './begin-assessing.service.js';
import { ConsentsController } from './http/consents.controller.js';
import { StatementsController } from './http/statements.controller.js';
import { RecordService } from './record.service.js';
import { StatementsService } from './statements.service.js';

@Module({
  imports: [EpisodesModule],
  controllers: [ConsentsController, StatementsController],
  providers: [AgreementGate, AgreementsService, RecordService, BeginAssessingService, StatementsService],
})
export class ConsentsModule {}
