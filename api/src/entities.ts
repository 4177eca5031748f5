import { AccessGrantEntity } from '#api/access/persistence/access-grant.entity.js';
import { ConflictBlockEntity } from '#api/access/persistence/conflict-block.entity.js';
import { IdempotencyEntity } from '#api/access/persistence/idempotency.entity.js';
import { ShieldMemberEntity } from '#api/access/persistence/shield-member.entity.js';
import { ShieldEntity } from '#api/access/persistence/shield.entity.js';
import { ServiceEntryEntity } from '#api/services/persistence/service-entry.entity.js';
import { ServiceRequestEntity } from '#api/services/persistence/service-request.entity.js';
import { EnquiryEntity } from '#api/enquiries/persistence/enquiry.entity.js';
import { EnquiryTriageEntity } from '#api/enquiries/persistence/enquiry-triage.entity.js';
import { EnquiryOfferEntity } from '#api/enquiries/persistence/enquiry-offer.entity.js';
import { LevelGroundEntity } from '#api/levels/persistence/level-ground.entity.js';
import { LevelJudgementEntity } from '#api/levels/persistence/level-judgement.entity.js';
import { LevelsDocumentEntity } from '#api/levels/persistence/levels-document.entity.js';
import { JoinRequestEntity } from '#api/joining/persistence/join-request.entity.js';
import { ShieldReviewEntity } from '#api/access/persistence/shield-review.entity.js';
import { AccessAlertEntity } from '#api/alerts/persistence/access-alert.entity.js';
import { TimescaleEntity } from '#api/timescales/persistence/timescale.entity.js';
import { AlertRuleEntity } from '#api/alerts/persistence/alert-rule.entity.js';
import { AnswerEntity } from '#api/assessments/persistence/answer.entity.js';
import { ContributionEntity } from '#api/assessments/persistence/contribution.entity.js';
import { OutcomeEvidenceEntity } from '#api/claims/persistence/outcome-evidence.entity.js';
import { OversightEntity } from '#api/assessments/persistence/oversight.entity.js';
import { ContributionWordsEntity } from '#api/assessments/persistence/contribution-words.entity.js';
import { AssessmentCopyEntity } from '#api/assessments/persistence/assessment-copy.entity.js';
import { FormVersionEntity } from '#api/assessments/persistence/form-version.entity.js';
import { AssessmentEntity } from '#api/assessments/persistence/assessment.entity.js';
import { DraftEntity } from '#api/assessments/persistence/draft.entity.js';
import { AuditEntryEntity } from '#api/audit/persistence/audit-entry.entity.js';
import { LeftOutEntity } from '#api/meetings/persistence/left-out.entity.js';
import { CompetenceEntity } from '#api/consents/persistence/competence.entity.js';
import { ConsentDisputeEntity } from '#api/consents/persistence/consent-dispute.entity.js';
import { ConsentLineEntity } from '#api/consents/persistence/consent-line.entity.js';
import { ConsentStatementEntity } from '#api/consents/persistence/consent-statement.entity.js';
import { ConsentEntity } from '#api/consents/persistence/consent.entity.js';
import { CourtOrderEntity } from '#api/consents/persistence/court-order.entity.js';
import {
  ContactOrderEntity,
  ContactOrderReviewEntity,
} from '#api/contact-orders/persistence/contact-order.entities.js';
import {
  RecordRequestEntity,
  RecordRequestLineEntity,
} from '#api/record-requests/persistence/record-request.entities.js';
import { SensitiveServiceEntity } from '#api/consents/persistence/sensitive-service.entity.js';
import { RenewalPromptEntity } from '#api/consents/persistence/renewal-prompt.entity.js';
import { ShieldRequestEntity } from '#api/restrictions/persistence/shield-request.entity.js';
import { BrokerRequestEntity } from '#api/consents/persistence/broker-request.entity.js';
import {
  ConsultationCaseEntity,
  ConsultationEntity,
  ConsultationMemberEntity,
  EngagementPlanEntity,
  EngagementReviewEntity,
} from '#api/engagement/persistence/engagement.entities.js';
import { DemoMarkerEntity } from '#api/demo/persistence/demo-marker.entity.js';
import { AgencyEntity } from '#api/directory/persistence/agency.entity.js';
import { TeamEntity } from '#api/directory/persistence/team.entity.js';
import { DisclosureEntity } from '#api/sharing-out/persistence/disclosure.entity.js';
import { AccessReviewEntity } from '#api/emergency-access/persistence/access-review.entity.js';
import { BreakGlassNoticeEntity } from '#api/emergency-access/persistence/break-glass-notice.entity.js';
import { BreakGlassEntity } from '#api/emergency-access/persistence/break-glass.entity.js';
import { CaseFactEntity } from '#api/episodes/persistence/case-fact.entity.js';
import { CaseGrantEntity } from '#api/episodes/persistence/case-grant.entity.js';
import { DisposalEntity } from '#api/episodes/persistence/disposal.entity.js';
import { EdgeEntity } from '#api/episodes/persistence/edge.entity.js';
import { EpisodeMoveEntity } from '#api/episodes/persistence/episode-move.entity.js';
import { EpisodeSubjectEntity } from '#api/episodes/persistence/episode-subject.entity.js';
import { EpisodeEntity } from '#api/episodes/persistence/episode.entity.js';
import { NominationEntity } from '#api/episodes/persistence/nomination.entity.js';
import { AppUserEntity } from '#api/identity/persistence/app-user.entity.js';
import { MembershipEntity } from '#api/identity/persistence/membership.entity.js';
import { InvitationEntity } from '#api/meetings/persistence/invitation.entity.js';
import { MeetingPlaceEntity } from '#api/meetings/persistence/meeting-place.entity.js';
import { AbsenceAlertEntity } from '#api/reports/persistence/absence-alert.entity.js';
import { CalendarFeedEntity } from '#api/calendar-feeds/persistence/calendar-feed.entity.js';
import { MeetingReportEntity } from '#api/meetings/persistence/meeting-report.entity.js';
import { ReportRequestEntity } from '#api/meetings/persistence/report-request.entity.js';
import { MeetingEntity } from '#api/meetings/persistence/meeting.entity.js';
import { MinuteEntity } from '#api/meetings/persistence/minute.entity.js';
import { DemoMailEntity } from '#api/notifications/persistence/demo-mail.entity.js';
import { NoticeChoiceEntity } from '#api/notifications/persistence/notice-choice.entity.js';
import { NoticeEntity } from '#api/notifications/persistence/notice.entity.js';
import { OutboxEntity } from '#api/notifications/persistence/outbox.entity.js';
import { AddressEntity } from '#api/people/persistence/address.entity.js';
import { ContactPointEntity } from '#api/people/persistence/contact-point.entity.js';
import { IdentifierEntity } from '#api/people/persistence/identifier.entity.js';
import { OtherNameEntity } from '#api/people/persistence/other-name.entity.js';
import { PersonFactEntity } from '#api/people/persistence/person-fact.entity.js';
import { PersonEntity } from '#api/people/persistence/person.entity.js';
import { RelationshipPastEntity } from '#api/people/persistence/relationship-past.entity.js';
import { RelationshipEntity } from '#api/people/persistence/relationship.entity.js';
import { SearchAllowanceEntity } from '#api/people/persistence/search-allowance.entity.js';
import { SettingEntity } from '#api/people/persistence/setting.entity.js';
import { ActionCommentEntity } from '#api/plans/persistence/action-comment.entity.js';
import { ActionEntity } from '#api/plans/persistence/action.entity.js';
import { OutcomeEntity } from '#api/plans/persistence/outcome.entity.js';
import { PlanAgreementEntity } from '#api/plans/persistence/plan-agreement.entity.js';
import { PlanEntity } from '#api/plans/persistence/plan.entity.js';
import { RatingEntity } from '#api/plans/persistence/rating.entity.js';
import { ReviewEntity } from '#api/plans/persistence/review.entity.js';
import { DocumentEntity } from '#api/documents/persistence/document.entity.js';
import { UploadEntity } from '#api/documents/persistence/upload.entity.js';
import { AccountRequestEntity } from '#api/account-requests/persistence/account-request.entity.js';
import {
  PoliceNoticeEntity,
  PoliceNoticeReaderEntity,
} from '#api/police-notices/persistence/police-notice.entities.js';
import { NoteFlagEntity } from '#api/recording/persistence/note-flag.entity.js';
import { NoteEntity } from '#api/recording/persistence/note.entity.js';
import { RepairedValueEntity, RepairEntity } from '#api/repairs/persistence/repair.entities.js';
import { StaffRelativeEntity } from '#api/restrictions/persistence/staff-relative.entity.js';
import { ReferralEntity } from '#api/safeguarding/persistence/referral.entity.js';
import {
  PanelCopyEntity,
  PanelDayEntity,
  PanelItemEntity,
  PanelMemberEntity,
} from '#api/panels/persistence/panel.entities.js';

/** Every entity, listed by hand: no globs, so that what the program maps can be read here. */
export const ENTITIES = [
  AccessGrantEntity,
  ConflictBlockEntity,
  IdempotencyEntity,
  ShieldMemberEntity,
  ShieldEntity,
  AccessAlertEntity,
  AlertRuleEntity,
  AnswerEntity,
  AssessmentEntity,
  FormVersionEntity,
  AssessmentCopyEntity,
  ContributionEntity,
  ContributionWordsEntity,
  OversightEntity,
  OutcomeEvidenceEntity,
  DraftEntity,
  AuditEntryEntity,
  CompetenceEntity,
  ConsentLineEntity,
  ConsentDisputeEntity,
  ConsentStatementEntity,
  ConsentEntity,
  CourtOrderEntity,
  RecordRequestEntity,
  RecordRequestLineEntity,
  ShieldReviewEntity,
  LeftOutEntity,
  ContactOrderEntity,
  ContactOrderReviewEntity,
  SensitiveServiceEntity,
  BrokerRequestEntity,
  ShieldRequestEntity,
  RenewalPromptEntity,
  JoinRequestEntity,
  EnquiryEntity,
  ServiceEntryEntity,
  ServiceRequestEntity,
  EnquiryTriageEntity,
  EnquiryOfferEntity,
  ConsultationEntity,
  ConsultationMemberEntity,
  ConsultationCaseEntity,
  EngagementPlanEntity,
  EngagementReviewEntity,
  DemoMarkerEntity,
  AgencyEntity,
  TeamEntity,
  DisclosureEntity,
  AccessReviewEntity,
  BreakGlassNoticeEntity,
  BreakGlassEntity,
  CaseFactEntity,
  CaseGrantEntity,
  EdgeEntity,
  EpisodeMoveEntity,
  EpisodeSubjectEntity,
  EpisodeEntity,
  NominationEntity,
  AppUserEntity,
  MembershipEntity,
  InvitationEntity,
  MeetingPlaceEntity,
  MeetingEntity,
  MinuteEntity,
  ReportRequestEntity,
  CalendarFeedEntity,
  AbsenceAlertEntity,
  MeetingReportEntity,
  OutboxEntity,
  NoticeEntity,
  NoticeChoiceEntity,
  DemoMailEntity,
  AddressEntity,
  ContactPointEntity,
  IdentifierEntity,
  OtherNameEntity,
  PersonFactEntity,
  PersonEntity,
  RelationshipEntity,
  RelationshipPastEntity,
  SearchAllowanceEntity,
  SettingEntity,
  ActionCommentEntity,
  ActionEntity,
  OutcomeEntity,
  PlanAgreementEntity,
  PlanEntity,
  RatingEntity,
  ReviewEntity,
  NoteEntity,
  RepairedValueEntity,
  RepairEntity,
  NoteFlagEntity,
  AccountRequestEntity,
  PoliceNoticeEntity,
  PoliceNoticeReaderEntity,
  DocumentEntity,
  UploadEntity,
  StaffRelativeEntity,
  ReferralEntity,
  TimescaleEntity,
  DisposalEntity,
  PanelDayEntity,
  PanelMemberEntity,
  PanelItemEntity,
  PanelCopyEntity,
  LevelsDocumentEntity,
  LevelJudgementEntity,
  LevelGroundEntity,
] as const;
