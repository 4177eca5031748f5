import { Module } from '@nestjs/common';
import { ConsultationsService } from './consultations.service.js';
import { EngagementGate } from './engagement-gate.js';
import { EngagementService } from './engagement.service.js';
import { IdentifyingService } from './identifying.service.js';
import { ConsultationsController } from './http/consultations.controller.js';
import { EngagementController } from './http/engagement.controller.js';

/** Work without agreement: each service's own plan, and talking between services without saying who it is about. */
@Module({
  controllers: [EngagementController, ConsultationsController],
  providers: [EngagementGate, EngagementService, ConsultationsService, IdentifyingService],
  exports: [IdentifyingService],
})
export class EngagementModule {}
