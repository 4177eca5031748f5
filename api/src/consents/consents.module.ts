import { Module } from '@nestjs/common';
import { AgreementGate } from './agreement-gate.js';
import { AgreementsService } from './agreements.service.js';
import { ConsentsController } from './http/consents.controller.js';
import { RecordService } from './record.service.js';

@Module({
  controllers: [ConsentsController],
  providers: [AgreementGate, AgreementsService, RecordService],
})
export class ConsentsModule {}
