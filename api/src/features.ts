import type { Type } from '@nestjs/common';
import { TimescalesModule } from '#api/timescales/timescales.module.js';
import { AlertsModule } from '#api/alerts/alerts.module.js';
import { CasesModule } from '#api/cases/cases.module.js';
import { AssessmentsModule } from '#api/assessments/assessments.module.js';
import { EmergencyAccessModule } from '#api/emergency-access/emergency-access.module.js';
import { SharingOutModule } from '#api/sharing-out/sharing-out.module.js';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { ConsentsModule } from '#api/consents/consents.module.js';
import { ContactOrdersModule } from '#api/contact-orders/contact-orders.module.js';
import { ServicesModule } from '#api/services/services.module.js';
import { EnquiriesModule } from '#api/enquiries/enquiries.module.js';
import { LevelsModule } from '#api/levels/levels.module.js';
import { JoiningModule } from '#api/joining/joining.module.js';
import { AccountRequestsModule } from '#api/account-requests/account-requests.module.js';
import { PoliceNoticesModule } from '#api/police-notices/police-notices.module.js';
import { RecordRequestsModule } from '#api/record-requests/record-requests.module.js';
import { EngagementModule } from '#api/engagement/engagement.module.js';
import { DocumentsModule } from '#api/documents/documents.module.js';
import { DirectoryModule } from '#api/directory/directory.module.js';
import { PeopleModule } from '#api/people/people.module.js';
import { MeetingsModule } from '#api/meetings/meetings.module.js';
import { CalendarFeedsModule } from '#api/calendar-feeds/calendar-feeds.module.js';
import { NotificationsModule } from '#api/notifications/notifications.module.js';
import { MyWeekModule } from '#api/my-week/my-week.module.js';
import { TransferModule } from '#api/transfer/transfer.module.js';
import { StepInModule } from '#api/step-in/step-in.module.js';
import { ClaimsModule } from '#api/claims/claims.module.js';
import { PlansModule } from '#api/plans/plans.module.js';
import { PanelsModule } from '#api/panels/panels.module.js';
import { RecordingModule } from '#api/recording/recording.module.js';
import { ReportsModule } from '#api/reports/reports.module.js';
import { RoomViewModule } from '#api/room-view/room-view.module.js';
import { RestrictionsModule } from '#api/restrictions/restrictions.module.js';
import { SafeguardingModule } from '#api/safeguarding/safeguarding.module.js';

/** The features of the program, one line each. */
export const FEATURES: Type[] = [
  ConsentsModule,
  ContactOrdersModule,
  RecordRequestsModule,
  AccountRequestsModule,
  EngagementModule,
  JoiningModule,
  LevelsModule,
  EnquiriesModule,
  ServicesModule,
  DirectoryModule,
  PeopleModule,
  CasesModule,
  RecordingModule,
  DocumentsModule,
  EpisodesModule,
  StepInModule,
  TransferModule,
  AssessmentsModule,
  SafeguardingModule,
  PoliceNoticesModule,
  EmergencyAccessModule,
  SharingOutModule,
  MeetingsModule,
  PlansModule,
  ClaimsModule,
  PanelsModule,
  RoomViewModule,
  MyWeekModule,
  ReportsModule,
  RestrictionsModule,
  AlertsModule,
  TimescalesModule,
  NotificationsModule,
  CalendarFeedsModule,
];
