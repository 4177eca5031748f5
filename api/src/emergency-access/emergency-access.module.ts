import { Module } from '@nestjs/common';
import { BreakGlassService } from './break-glass.service.js';
import { BreakGlassController } from './http/break-glass.controller.js';
import { AccessReviewsController } from './http/reviews.controller.js';
import { AccessReviewsService } from './reviews.service.js';

/** Looking in without agreement in an emergency, and the review that follows every time. */
@Module({
  controllers: [BreakGlassController, AccessReviewsController],
  providers: [BreakGlassService, AccessReviewsService],
})
export class EmergencyAccessModule {}
