import { CreateSecurity20261122090000 } from './20261122090000-create-security.js';
import { CreateDirectory20261122090100 } from './20261122090100-create-directory.js';
import { CreatePeople20261122090200 } from './20261122090200-create-people.js';
import { CreateEpisodes20261122090300 } from './20261122090300-create-episodes.js';
import { CreateConsents20261122090400 } from './20261122090400-create-consents.js';
import { CreateAssessments20261122090500 } from './20261122090500-create-assessments.js';
import { CreateMeetings20261122090600 } from './20261122090600-create-meetings.js';
import { CreatePlans20261122090700 } from './20261122090700-create-plans.js';
import { CreateRecording20261122090800 } from './20261122090800-create-recording.js';
import { CreateAudit20261122090900 } from './20261122090900-create-audit.js';
import { CreateAccessFunctions20261122091000 } from './20261122091000-create-access-functions.js';
import { ProtectRows20261122091100 } from './20261122091100-protect-rows.js';
import { CarryEpisodes20261122121000 } from './20261122121000-carry-episodes.js';
import { CreateHotReads20261122120000 } from './20261122120000-create-hot-reads.js';
import { FindPeople20261122121100 } from './20261122121100-find-people.js';
import { KeepAgreements20261122121200 } from './20261122121200-keep-agreements.js';
import { NameGivers20261122123000 } from './20261122123000-name-givers.js';
import { HoldMeetings20261122122000 } from './20261122122000-hold-meetings.js';
import { CloseEpisodes20261122122100 } from './20261122122100-close-episodes.js';
import { AnswerHotReads20261122190000 } from './20261122190000-answer-hot-reads.js';
import { CountReports20261122130000 } from './20261122130000-count-reports.js';
import { SealAssessments20261122121300 } from './20261122121300-seal-assessments.js';
import { LinkReferrals20261122121400 } from './20261122121400-link-referrals.js';
import { SayWhoSees20261122191000 } from './20261122191000-say-who-sees.js';
import { SaveAttendance20261122192000 } from './20261122192000-save-attendance.js';
import { NameDeciders20261123070000 } from './20261123070000-name-deciders.js';
import { VersionStatements20261123070100 } from './20261123070100-version-statements.js';
import { ShutOutConflicts20261123060000 } from './20261123060000-shut-out-conflicts.js';
import { CreateEmergencyAccess20261123050000 } from './20261123050000-create-emergency-access.js';
import { OpenInAnEmergency20261123050100 } from './20261123050100-open-in-an-emergency.js';
import { AskOnceWhoIsHidden20261123010000 } from './20261123010000-ask-once-who-is-hidden.js';
import { MarkShieldedGrants20261123010100 } from './20261123010100-mark-shielded-grants.js';
import { CreateDisclosures20261123051000 } from './20261123051000-create-disclosures.js';
import { SealAudit20261123040000 } from './20261123040000-seal-audit.js';
import { CountReviewsInTime20261123080000 } from './20261123080000-count-reviews-in-time.js';
import { SayWhoHasSeen20261123070200 } from './20261123070200-say-who-has-seen.js';
import { FindByReference20261123060100 } from './20261123060100-find-by-reference.js';
import { ExplainAccess20261123060200 } from './20261123060200-explain-access.js';
import { AskWhy20261123040200 } from './20261123040200-ask-why.js';
import { KeepShields20261123060300 } from './20261123060300-keep-shields.js';
import { RaiseAlerts20261123040100 } from './20261123040100-raise-alerts.js';
import { BrokerContact20261123070300 } from './20261123070300-broker-contact.js';
import { DeliverOutbox20261123081000 } from './20261123081000-deliver-outbox.js';
import { AgreeWithThePolicy20261123200000 } from './20261123200000-agree-with-the-policy.js';
import { SettleDisputes20261123070400 } from './20261123070400-settle-disputes.js';
import { ChangeDeliveryHold20261123082000 } from './20261123082000-change-delivery-hold.js';
import { KeepQuietAboutServices20261123030000 } from './20261123030000-keep-quiet-about-services.js';
import { BarDisclosures20261123099900 } from './20261123099900-bar-disclosures.js';
import { BeginGrants20261124110000 } from './20261124110000-begin-grants.js';
import { VersionForms20261124132000 } from './20261124132000-version-forms.js';
import { KeepCopiesGiven20261124131000 } from './20261124131000-keep-copies-given.js';
import { AskForContributions20261124130000 } from './20261124130000-ask-for-contributions.js';
import { WorkWithoutAgreement20261124140000 } from './20261124140000-work-without-agreement.js';
import { MarkShieldedFamilies20261124110100 } from './20261124110100-mark-shielded-families.js';
import { ReceiveWithdrawals20261124140100 } from './20261124140100-receive-withdrawals.js';
import { FindWorkers20261124110200 } from './20261124110200-find-workers.js';
import { ListLeadVacancies20261125120200 } from './20261125120200-list-lead-vacancies.js';
import { CountStatutorySteps20261125120100 } from './20261125120100-count-statutory-steps.js';
import { KeepRecords20261125120000 } from './20261125120000-keep-records.js';
import { RaiseAbsences20261125161000 } from './20261125161000-raise-absences.js';
import { RemindOfReports20261125162000 } from './20261125162000-remind-of-reports.js';
import { FeedCalendars20261125163000 } from './20261125163000-feed-calendars.js';
import { AskForReports20261125160000 } from './20261125160000-ask-for-reports.js';
import { CountAgreements20261124140200 } from './20261124140200-count-agreements.js';
import { RecordBirths20261125130000 } from './20261125130000-record-births.js';
import { AskToJoin20261125100000 } from './20261125100000-ask-to-join.js';
import { PromptRenewals20261125100100 } from './20261125100100-prompt-renewals.js';
import { CountRefreshes20261125100200 } from './20261125100200-count-refreshes.js';
import { KeepFamiliesTogether20261125130100 } from './20261125130100-keep-families-together.js';
import { BarEmergencyViews20261123099950 } from './20261123099950-bar-emergency-views.js';
import { CloseOffersAtWithdrawal20261124100000 } from './20261124100000-close-offers-at-withdrawal.js';
import { BarQuestionsAndDisputes20261124100100 } from './20261124100100-bar-questions-and-disputes.js';
import { SetTimescales20261124122000 } from './20261124122000-set-timescales.js';
import { HandOverCases20261124123000 } from './20261124123000-hand-over-cases.js';
import { RecordMoves20261124120000 } from './20261124120000-record-moves.js';
import { RecordContactOrders20261125110000 } from './20261125110000-record-contact-orders.js';
import { KeepDocuments20261125150000 } from './20261125150000-keep-documents.js';
import { ScanDocuments20261125150100 } from './20261125150100-scan-documents.js';
import { ReviewShields20261125111000 } from './20261125111000-review-shields.js';
import { LeaveOutOfMeetings20261125112000 } from './20261125112000-leave-out-of-meetings.js';
import { NameWhoLeadsAtSocialCare20261126131000 } from './20261126131000-name-who-leads-at-social-care.js';
import { RefuseForbiddenMoves20261126132000 } from './20261126132000-refuse-forbidden-moves.js';
import { RepairRecords20261126133000 } from './20261126133000-repair-records.js';
import { FillLeadVacancies20261126130000 } from './20261126130000-fill-lead-vacancies.js';
import { CountSettings20261125170000 } from './20261125170000-count-settings.js';
import { KeepRecordRequests20261125113000 } from './20261125113000-keep-record-requests.js';
import { FindVacanciesByGrants20261126170100 } from './20261126170100-find-vacancies-by-grants.js';
import { ReadWeeksAtOnce20261126170000 } from './20261126170000-read-weeks-at-once.js';
import { TellOfReferralsInPacks20261125113100 } from './20261125113100-tell-of-referrals-in-packs.js';
import { OpenFamilyPlans20261126150000 } from './20261126150000-open-family-plans.js';
import { LetChildrenLeave20261126150100 } from './20261126150100-let-children-leave.js';
import { FlagPrivateNotes20261126100000 } from './20261126100000-flag-private-notes.js';
import { RecordDeaths20261126140000 } from './20261126140000-record-deaths.js';
import { OverseeAssessments20261126141000 } from './20261126141000-oversee-assessments.js';
import { AskForSupport20261126120000 } from './20261126120000-ask-for-support.js';
import { CreatePanelDays20261126110000 } from './20261126110000-create-panel-days.js';
import { WarnOfComingOfAge20261126110100 } from './20261126110100-warn-of-coming-of-age.js';
import { ReturnUntakenEnquiries20261126120100 } from './20261126120100-return-untaken-enquiries.js';
import { KeepAccountRequests20261126100100 } from './20261126100100-keep-account-requests.js';
import { ReceivePoliceNotices20261126100200 } from './20261126100200-receive-police-notices.js';
import { TellWhyOfReferralsInPacks20261126100300 } from './20261126100300-tell-why-of-referrals-in-packs.js';
import { KeepADirectoryOfServices20261126120200 } from './20261126120200-keep-a-directory-of-services.js';
import { SetAQuorum20261126210000 } from './20261126210000-set-a-quorum.js';
import { AnswerByLink20261126160000 } from './20261126160000-answer-by-link.js';
import { RefuseWhomAShieldKeepsOut20261126171000 } from './20261126171000-refuse-whom-a-shield-keeps-out.js';
import { FindWaitingAgreementsAtOnce20261126171100 } from './20261126171100-find-waiting-agreements-at-once.js';
import { KeepLevelsOfNeed20261126220000 } from './20261126220000-keep-levels-of-need.js';
import { KeepTheFrontDoorWithTheRecord20261126220100 } from './20261126220100-keep-the-front-door-with-the-record.js';
import { PassOnUnreadNotices20261126220200 } from './20261126220200-pass-on-unread-notices.js';
import { MendMeetingsAndAssessments20261126230000 } from './20261126230000-mend-meetings-and-assessments.js';
import { WriteOwnReports20261126161000 } from './20261126161000-write-own-reports.js';
import { SayWhenDisputesAreDecided20261126200100 } from './20261126200100-say-when-disputes-are-decided.js';
import { AskForShields20261126200000 } from './20261126200000-ask-for-shields.js';
import { KeepOutcomeEvidence20261127010000 } from './20261127010000-keep-outcome-evidence.js';
import { KeepKin20261127000000 } from './20261127000000-keep-kin.js';
import { KeepShieldedGiversApart20261127000100 } from './20261127000100-keep-shielded-givers-apart.js';
import { NoteWhoWasAsked20261127000200 } from './20261127000200-note-who-was-asked.js';
import { MindTheInstantAndTheArchive20261127020000 } from './20261127020000-mind-the-instant-and-the-archive.js';
import { CountClaimedFamilies20261127010100 } from './20261127010100-count-claimed-families.js';
import { IndexTiesByChild20261127010200 } from './20261127010200-index-ties-by-child.js';
import { HearANoAboutANamedWorker20261127030000 } from './20261127030000-hear-a-no-about-a-named-worker.js';
import { ListByThePlaceActedIn20261127040000 } from './20261127040000-list-by-the-place-acted-in.js';
import { AskBeforeAPortalOpens20261127050000 } from './20261127050000-ask-before-a-portal-opens.js';
import { FindWaitingEvidenceFirst20261127060000 } from './20261127060000-find-waiting-evidence-first.js';

/** Every migration, in the order they run. New ones are added at the end and never edited once released. */
export const migrations = [
  CreateSecurity20261122090000,
  CreateDirectory20261122090100,
  CreatePeople20261122090200,
  CreateEpisodes20261122090300,
  CreateConsents20261122090400,
  CreateAssessments20261122090500,
  CreateMeetings20261122090600,
  CreatePlans20261122090700,
  CreateRecording20261122090800,
  CreateAudit20261122090900,
  CreateAccessFunctions20261122091000,
  ProtectRows20261122091100,
  CreateHotReads20261122120000,
  CarryEpisodes20261122121000,
  FindPeople20261122121100,
  KeepAgreements20261122121200,
  NameGivers20261122123000,
  HoldMeetings20261122122000,
  CloseEpisodes20261122122100,
  AnswerHotReads20261122190000,
  SayWhoSees20261122191000,
  CountReports20261122130000,
  SealAssessments20261122121300,
  LinkReferrals20261122121400,
  SaveAttendance20261122192000,
  NameDeciders20261123070000,
  VersionStatements20261123070100,
  ShutOutConflicts20261123060000,
  CreateEmergencyAccess20261123050000,
  OpenInAnEmergency20261123050100,
  CreateDisclosures20261123051000,
  SealAudit20261123040000,
  CountReviewsInTime20261123080000,
  SayWhoHasSeen20261123070200,
  FindByReference20261123060100,
  ExplainAccess20261123060200,
  KeepShields20261123060300,
  RaiseAlerts20261123040100,
  AskWhy20261123040200,
  BrokerContact20261123070300,
  DeliverOutbox20261123081000,
  AgreeWithThePolicy20261123200000,
  SettleDisputes20261123070400,
  AskOnceWhoIsHidden20261123010000,
  MarkShieldedGrants20261123010100,
  ChangeDeliveryHold20261123082000,
  KeepQuietAboutServices20261123030000,
  BarDisclosures20261123099900,
  BarEmergencyViews20261123099950,
  BeginGrants20261124110000,
  MarkShieldedFamilies20261124110100,
  FindWorkers20261124110200,
  CloseOffersAtWithdrawal20261124100000,
  BarQuestionsAndDisputes20261124100100,
  AskForContributions20261124130000,
  RecordMoves20261124120000,
  SetTimescales20261124122000,
  HandOverCases20261124123000,
  WorkWithoutAgreement20261124140000,
  KeepCopiesGiven20261124131000,
  ReceiveWithdrawals20261124140100,
  VersionForms20261124132000,
  CountAgreements20261124140200,
  RecordContactOrders20261125110000,
  RecordBirths20261125130000,
  AskToJoin20261125100000,
  PromptRenewals20261125100100,
  CountRefreshes20261125100200,
  KeepDocuments20261125150000,
  ScanDocuments20261125150100,
  KeepRecords20261125120000,
  ReviewShields20261125111000,
  LeaveOutOfMeetings20261125112000,
  CountSettings20261125170000,
  AskForReports20261125160000,
  FeedCalendars20261125163000,
  CountStatutorySteps20261125120100,
  ListLeadVacancies20261125120200,
  RaiseAbsences20261125161000,
  RemindOfReports20261125162000,
  KeepFamiliesTogether20261125130100,
  KeepRecordRequests20261125113000,
  TellOfReferralsInPacks20261125113100,
  FillLeadVacancies20261126130000,
  OpenFamilyPlans20261126150000,
  LetChildrenLeave20261126150100,
  FlagPrivateNotes20261126100000,
  RecordDeaths20261126140000,
  OverseeAssessments20261126141000,
  AskForSupport20261126120000,
  ReadWeeksAtOnce20261126170000,
  FindVacanciesByGrants20261126170100,
  NameWhoLeadsAtSocialCare20261126131000,
  RefuseForbiddenMoves20261126132000,
  CreatePanelDays20261126110000,
  WarnOfComingOfAge20261126110100,
  ReturnUntakenEnquiries20261126120100,
  KeepAccountRequests20261126100100,
  ReceivePoliceNotices20261126100200,
  RepairRecords20261126133000,
  TellWhyOfReferralsInPacks20261126100300,
  KeepADirectoryOfServices20261126120200,
  AnswerByLink20261126160000,
  RefuseWhomAShieldKeepsOut20261126171000,
  FindWaitingAgreementsAtOnce20261126171100,
  WriteOwnReports20261126161000,
  AskForShields20261126200000,
  SayWhenDisputesAreDecided20261126200100,
  KeepOutcomeEvidence20261127010000,
  KeepLevelsOfNeed20261126220000,
  KeepKin20261127000000,
  KeepShieldedGiversApart20261127000100,
  NoteWhoWasAsked20261127000200,
  MindTheInstantAndTheArchive20261127020000,
  KeepTheFrontDoorWithTheRecord20261126220100,
  CountClaimedFamilies20261127010100,
  IndexTiesByChild20261127010200,
  PassOnUnreadNotices20261126220200,
  SetAQuorum20261126210000,
  MendMeetingsAndAssessments20261126230000,
  HearANoAboutANamedWorker20261127030000,
  ListByThePlaceActedIn20261127040000,
  AskBeforeAPortalOpens20261127050000,
  FindWaitingEvidenceFirst20261127060000,
];

export { roles } from './roles.js';
