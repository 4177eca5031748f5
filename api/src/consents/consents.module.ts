import { Module } from '@nestjs/common';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { AgreementGate } from './agreement-gate.js';
import { AgreementsService } from './agreements.service.js';
import { BeginAssessingService } from './begin-assessing.service.js';
import { ConsentsController } from './http/consents.controller.js';
import { RecordService } from './record.service.js';

@Module({
  imports: [EpisodesModule],
  controllers: [ConsentsController],
  providers: [AgreementGate, AgreementsService, RecordService, BeginAssessingService],
})
export class ConsentsModule {}
