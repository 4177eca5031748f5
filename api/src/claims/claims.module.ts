import { Module } from '@nestjs/common';
import { PlansModule } from '#api/plans/plans.module.js';
import { TimescalesModule } from '#api/timescales/timescales.module.js';
import { ClaimsService } from './claims.service.js';
import { EvidenceService } from './evidence.service.js';
import { ClaimsController } from './http/claims.controller.js';

/** What a family's needs came to, and the list of families of whom it is shown. */
@Module({
  imports: [PlansModule, TimescalesModule],
  controllers: [ClaimsController],
  providers: [EvidenceService, ClaimsService],
})
export class ClaimsModule {}
