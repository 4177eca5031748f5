import { Module } from '@nestjs/common';
import { DraftsModule } from '#api/assessments/drafts.module.js';
import { PeopleModule } from '#api/people/people.module.js';
import { TimescalesModule } from '#api/timescales/timescales.module.js';
import { EnquiriesService } from './enquiries.service.js';
import { EnquiriesController } from './http/enquiries.controller.js';

/** The front door: asking for support before there is a case. */
@Module({
  imports: [PeopleModule, TimescalesModule, DraftsModule],
  controllers: [EnquiriesController],
  providers: [EnquiriesService],
})
export class EnquiriesModule {}
