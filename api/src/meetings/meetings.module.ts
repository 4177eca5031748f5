import { Module } from '@nestjs/common';
import { TimescalesModule } from '#api/timescales/timescales.module.js';
import { RepairsModule } from '#api/repairs/repairs.module.js';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { FirstPlanService } from './first-plan.service.js';
import { EpisodeMeetingsController, MyMeetingsController } from './http/meeting-lists.controller.js';
import { AnswerLinksController } from './http/answer-links.controller.js';
import { ReportLinksController } from './http/report-links.controller.js';
import { InvitationController, MeetingController } from './http/meetings.controller.js';
import { LeftOutController } from './http/left-out.controller.js';
import { InvitingService } from './inviting.service.js';
import { LeftOutService } from './left-out.service.js';
import { MeetingNoticesService } from './meeting-notices.service.js';
import { MeetingRepairsService } from './meeting-repairs.service.js';
import { MeetingsService } from './meetings.service.js';
import { MinutesService } from './minutes.service.js';
import { PlanningService } from './planning.service.js';
import { RecordingService } from './recording.service.js';
import { ReportLinksStore } from './persistence/report-links.store.js';
import { AnswerLinksService } from './answer-links.service.js';
import { AnswerRequestsService } from './answer-requests.service.js';
import { LinkPatience } from './link-patience.js';
import { OwnReportsService } from './own-reports.service.js';
import { ReportLinksService } from './report-links.service.js';
import { ReportRequestsService } from './report-requests.service.js';

/** Meetings of the team around the child: planned, answered, recorded, held. */
@Module({
  imports: [RepairsModule, TimescalesModule, EpisodesModule],
  controllers: [
    EpisodeMeetingsController,
    MyMeetingsController,
    MeetingController,
    InvitationController,
    LeftOutController,
    ReportLinksController,
    AnswerLinksController,
  ],
  providers: [
    MeetingsService,
    InvitingService,
    LeftOutService,
    PlanningService,
    RecordingService,
    MeetingRepairsService,
    MinutesService,
    FirstPlanService,
    MeetingNoticesService,
    ReportRequestsService,
    OwnReportsService,
    AnswerRequestsService,
    LinkPatience,
    AnswerLinksService,
    ReportLinksStore,
    ReportLinksService,
  ],
  exports: [
    MeetingsService,
    FirstPlanService,
    MeetingNoticesService,
    ReportRequestsService,
    AnswerRequestsService,
  ],
})
export class MeetingsModule {}
