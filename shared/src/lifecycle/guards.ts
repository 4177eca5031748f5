import { addDays, compareDates, workingDaysBetween } from '../dates/index.js';
import { closureObstacles } from './closure-form.js';
import type { LifecycleFacts } from './facts.js';
import { unless, type Obstacle } from './problem.js';
import type { Transition } from './transition.js';

type Guard = (facts: LifecycleFacts, transition: Transition) => Obstacle[];

const CLERICAL_WORKING_DAYS = 10;
/** For so long a merge can be undone (rule 5.2, T36). */
const UNDO_MERGE_DAYS = 90;
const NOT_CAF_OUTCOMES = ['NO_ADDITIONAL_NEED', 'MEET_WITHIN_SERVICE', 'REFER_SINGLE_SERVICE'];

/** The guards of rule 5.2, each a pure question about the facts. An empty answer lets the move through. */
export const GUARDS = {
  CHILD_MATCHED: (f) => unless(f.childMatched, 'CHILD_MISSING', 'Choose the child, or add one'),
  SEARCHED: (f) =>
    unless(f.duplicateSearchDone, 'SEARCH_MISSING', 'Search for the child before adding a worry'),
  NO_OTHER_EPISODE: (f) =>
    unless(!f.otherOpenEpisode, 'EPISODE_OPEN', 'A {assessmentShort} is already open: ask to join it'),
  CHECKLIST_REJECTS: (f) => [
    ...unless(f.preCaf?.complete ?? false, 'CHECKLIST_INCOMPLETE', 'Finish the first check'),
    ...unless(
      NOT_CAF_OUTCOMES.includes(f.preCaf?.outcome ?? ''),
      'CHECKLIST_OUTCOME',
      'The first check came to another outcome',
    ),
    ...unless(f.preCaf?.rationale ?? false, 'RATIONALE_MISSING', 'Write why no assessment is needed'),
  ],
  CHECKLIST_FULL_CAF: (f) => [
    ...unless(f.preCaf?.complete ?? false, 'CHECKLIST_INCOMPLETE', 'Finish the first check'),
    ...unless(
      f.preCaf?.outcome === 'FULL_CAF',
      'CHECKLIST_OUTCOME',
      'The first check came to another outcome',
    ),
  ],
  ASSESS_CONSENT: (f) =>
    unless(f.assessConsent, 'CONSENT_MISSING', 'Record the agreement of someone who may give it'),
  BELOW_THRESHOLD: (f) => [
    ...unless(
      f.belowThresholdJudged,
      'THRESHOLD_NOT_JUDGED',
      'Write why this is below the safeguarding threshold',
    ),
    ...unless(f.managerConsulted, 'MANAGER_NOT_CONSULTED', 'Talk to your manager and record it'),
  ],
  NO_AGREEMENT_POSSIBLE: (f) =>
    unless(
      f.refusalRecorded || f.nobodyReachable || f.preCaf?.outcome === 'CONSULT_TAP',
      'REFUSAL_MISSING',
      'Record who said no and why, or that nobody could be reached',
    ),
  LOW_NEED: (f) =>
    unless(f.level !== null && f.level <= 2, 'LEVEL_TOO_HIGH', 'Only at level 1 or 2 can it end here'),
  MANAGER_VIEW: (f) =>
    unless(f.managerConsulted, 'MANAGER_NOT_CONSULTED', 'Talk to your manager and record it'),
  ASSESSMENT_COMPLETE: (f) =>
    unless(f.assessmentProblems === 0, 'ASSESSMENT_INCOMPLETE', assessmentWords(f.assessmentProblems)),
  OTHER_SERVICE_AGREED: (f) =>
    unless(
      f.otherServicesAgreed >= 1,
      'NO_OTHER_SERVICE',
      'The family has not agreed to another service yet',
    ),
  MEETING_DATE: (f) => unless(f.meetingDateSet, 'DATE_MISSING', 'Set the date of the first {meetingShort}'),
  FIRST_MEETING_HELD: (f) =>
    unless(f.firstMeeting?.held ?? false, 'MEETING_NOT_HELD', 'Record the first {meetingShort} as held'),
  EVERYONE_CODED: (f) =>
    unless(
      f.firstMeeting !== null && f.firstMeeting.coded >= f.firstMeeting.invitees,
      'ATTENDANCE_MISSING',
      'Record for each person invited whether they came',
    ),
  LEAD_ACCEPTED: (f) => unless(f.leadAccepted, 'LEAD_MISSING', 'A {leadProfessional} has to accept first'),
  LEAD_NAMED: (f) => unless(f.leadNamed || f.leadAccepted, 'LEAD_MISSING', 'Name the {leadProfessional}'),
  PLAN_AGREED: (f) => [
    ...unless(f.plan?.agreed ?? false, 'PLAN_NOT_AGREED', 'Agree the plan'),
    ...unless((f.plan?.actions ?? 0) >= 1, 'PLAN_EMPTY', 'Put at least one action in the plan'),
    ...unless(f.plan?.hasNextDate ?? false, 'NEXT_DATE_MISSING', 'Set the date of the next meeting'),
  ],
  REARRANGE_REASON: (f) =>
    unless(f.rearrangeReason, 'REASON_MISSING', 'Say why the meeting did not go ahead'),
  REVIEW_COMPLETE: (f) => unless(f.reviewComplete, 'REVIEW_INCOMPLETE', 'Finish the review'),
  PANEL_PACK: (f) =>
    unless(
      f.panelConsent || f.deidentifiedPack,
      'PANEL_CONSENT_MISSING',
      'Ask the family to agree to the panel, or take names out of the pack',
    ),
  PANEL_QUESTION: (f) => unless(f.panelQuestion, 'QUESTION_MISSING', 'Write what the panel is asked'),
  PANEL_DECIDED: (f) => unless(f.panelDecision, 'DECISION_MISSING', 'Record what the panel decided'),
  STATUTORY_ACCEPTED: (f) =>
    unless(
      f.statutoryAcceptance !== null &&
        f.statutoryAcceptance.id &&
        f.statutoryAcceptance.leadNamed &&
        f.statutoryAcceptance.date !== null,
      'ACCEPTANCE_MISSING',
      'Enter the reference, the date and the lead social worker',
    ),
  NOT_ACCEPTED_REASON: (f) => [
    ...unless(f.notAccepted?.reason ?? false, 'REASON_MISSING', 'Enter the reason that was given'),
    ...unless(
      f.notAccepted?.teamTold ?? false,
      'TEAM_NOT_TOLD',
      'Tell the team, with the way to challenge it',
    ),
  ],
  HANDOVER_HELD: (f) => unless(f.handoverHeld, 'HANDOVER_MISSING', 'Hold the handover meeting first'),
  CONSENT_RECONFIRMED: (f) =>
    unless(f.consentReconfirmed, 'CONSENT_NOT_RECONFIRMED', 'Ask the family again what they agree to share'),
  RECENT_ASSESSMENT: (f) =>
    unless(
      f.recentAssessment,
      'ASSESSMENT_TOO_OLD',
      'Add an assessment or a summary not older than 6 months',
    ),
  ASSESSED_OR_PLANNED: (f) =>
    unless(
      f.earlierPlan || f.recentAssessment,
      'ASSESSMENT_TOO_OLD',
      'There was no plan before: add an assessment or a summary not older than 6 months',
    ),
  NEW_AREA_KNOWN: (f) =>
    unless(f.newAddressOrAuthorityKnown, 'NEW_AREA_MISSING', 'Enter the new address or the new authority'),
  TRANSFER_CONSENT: (f) =>
    unless(f.transferConsent, 'TRANSFER_CONSENT_MISSING', 'Ask the family to agree to passing it on'),
  TRANSFER_DECLINED: (f) =>
    unless(f.transferDeclinedReason, 'REASON_MISSING', 'Say why it was not transferred'),
  FINAL_REVIEW: (f) =>
    unless(
      f.closure?.finalReviewHeld ?? false,
      'FINAL_REVIEW_MISSING',
      'Hold the last review with the family',
    ),
  CLOSURE_FORM: (f, transition) => closureFormObstacles(f, transition),
  CLERICAL: (f) => [
    ...unless(f.clericalReason, 'REASON_MISSING', 'Only a clerical mistake opens the same record again'),
    ...unless(
      f.closedOn !== null && workingDaysBetween(f.closedOn, f.today) <= CLERICAL_WORKING_DAYS,
      'TOO_LATE',
      'After 10 working days new work is a new record, linked to this one',
    ),
  ],
  NO_HOLD: (f) => unless(!f.legalHold, 'LEGAL_HOLD', 'A legal hold keeps this record as it is'),
  HOLD_REASON: (f) => unless(f.holdReason, 'REASON_MISSING', 'Say what the hold is for, or why it is lifted'),
  MERGE_FITS: (f) => [
    ...unless(f.mergeReason, 'REASON_MISSING', 'Say how you know'),
    ...unless(
      f.mergeTarget !== null,
      'OTHER_RECORD_MISSING',
      'Enter the reference of the record that goes on; it has to be another one',
    ),
    ...unless(
      f.mergeTarget?.fits ?? true,
      'CHILDREN_DIFFER',
      'Both records have to be about the same children, or about one child each',
    ),
    ...unless(
      !(f.mergeTarget?.numbersDiffer ?? false),
      'NHS_NUMBERS_DIFFER',
      'Their NHS numbers differ: these are two children',
    ),
  ],
  UNDO_IN_TIME: (f) => [
    ...unless(f.mergeReason, 'REASON_MISSING', 'Say how you know'),
    ...unless(
      f.mergedOn === null || compareDates(f.today, addDays(f.mergedOn, UNDO_MERGE_DAYS)) <= 0,
      'TOO_LATE',
      'After 90 days a merge stays as it is',
    ),
  ],
  DISPOSAL_GROUND: (f) =>
    unless(f.disposalGround, 'REASON_MISSING', 'Say on what ground it is destroyed, and what was checked'),
  TWO_APPROVE_MERGE: (f) =>
    unless(f.mergeApprovals >= 2, 'APPROVAL_MISSING', 'A second person has to approve the merge'),
  TWO_APPROVE_DISPOSAL: (f) =>
    unless(f.disposalApprovals >= 2, 'APPROVAL_MISSING', 'A second person has to approve the disposal'),
  RETENTION_ENDED: (f) =>
    unless(f.retentionEnded, 'RETENTION_RUNS', 'The time for which it is kept has not ended'),
  ARCHIVE_DUE: (f) => unless(f.archiveDue, 'ARCHIVE_EARLY', 'It is not time to archive this yet'),
} satisfies Record<string, Guard>;

export type GuardKey = keyof typeof GUARDS;

export function guardObstacles(key: GuardKey, facts: LifecycleFacts, transition: Transition): Obstacle[] {
  return (GUARDS[key] as Guard)(facts, transition);
}

function closureFormObstacles(facts: LifecycleFacts, transition: Transition): Obstacle[] {
  const { closure, today } = facts;
  if (closure === null) return unless(false, 'CLOSURE_MISSING', 'Fill in the closing form');
  const fits = closure.reason === null || (transition.reasons ?? []).includes(closure.reason);
  return [
    ...unless(fits, 'REASON_DOES_NOT_FIT', 'This reason does not fit where the work stands'),
    ...closureObstacles(closure, today),
  ];
}

function assessmentWords(problems: number | null): string {
  if (problems === null) return 'Write the assessment first';
  return problems === 1
    ? 'One thing is still to do in the assessment'
    : `${problems} things are still to do in the assessment`;
}
