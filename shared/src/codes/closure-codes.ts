import { codeList, type CodeRow } from './code-list.js';

/** What has to be on record before the reason may be used (rule 4.5); the checks live in the life cycle. */
export type ClosureGuard =
  | 'LEVEL_ONE_OUTCOMES_SETTLED'
  | 'SERVICE_ACCEPTED'
  | 'SOCIAL_CARE_ACCEPTED'
  | 'CONFERENCE_DATED'
  | 'PLACEMENT_DATED'
  | 'STATUTORY_LEAD_NAMED'
  | 'WITHDRAWAL_RECORDED'
  | 'TAP_REVIEWED'
  | 'ATTEMPTS_MADE'
  | 'RECEIVER_ACCEPTED'
  | 'CHECKS_MADE'
  | 'OF_AGE'
  | 'DEATH_DATED'
  | 'PREGNANCY_LOSS'
  | 'CONCLUSION_NONE'
  | 'MERGED'
  | 'COORDINATOR_APPROVED'
  | 'NONE';

export interface ClosureRow extends CodeRow {
  readonly guard: ClosureGuard;
  /** How the closure counts in reports (M32). */
  readonly counts: 'POSITIVE' | 'NEUTRAL' | 'NOT_POSITIVE' | 'EXCLUDED';
  /** All automatic letters, prompts and reminders stop (rules 4.5 and 11.3). */
  readonly silent?: boolean;
  /** The worker has to write down that risk was thought about. */
  readonly riskConsidered?: boolean;
}

export const CLOSURE_REASONS = codeList('closure-reasons', 1, [
  row({
    code: 'NEEDS_MET',
    label: 'Needs met, everyday services are enough',
    family: 'Things are better now',
    guard: 'LEVEL_ONE_OUTCOMES_SETTLED',
    counts: 'POSITIVE',
  }),
  row({
    code: 'STEP_DOWN_SINGLE',
    label: 'One service will go on',
    family: 'One service will keep helping',
    guard: 'SERVICE_ACCEPTED',
    counts: 'POSITIVE',
  }),
  row({
    code: 'STEP_DOWN_UNIVERSAL',
    label: 'Everyday services go on, with advice',
    family: 'School, GP and others will keep helping',
    guard: 'NONE',
    counts: 'POSITIVE',
  }),
  row({
    code: 'STEP_UP_CIN',
    label: 'Accepted as a child in need',
    family: 'Social care is helping now',
    guard: 'SOCIAL_CARE_ACCEPTED',
    counts: 'NEUTRAL',
  }),
  row({
    code: 'STEP_UP_CP',
    label: 'Child protection plan made',
    family: 'Social care is helping now',
    guard: 'CONFERENCE_DATED',
    counts: 'NEUTRAL',
  }),
  row({
    code: 'STEP_UP_LAC',
    label: 'Became looked after',
    family: 'Social care is helping now',
    guard: 'PLACEMENT_DATED',
    counts: 'NEUTRAL',
  }),
  row({
    code: 'STEP_UP_OTHER',
    label: 'Another statutory lead',
    family: 'Another service is in the lead now',
    guard: 'STATUTORY_LEAD_NAMED',
    counts: 'NEUTRAL',
  }),
  row({
    code: 'CONSENT_WITHDRAWN',
    label: 'Family chose to stop',
    family: 'You told us you want to stop',
    guard: 'WITHDRAWAL_RECORDED',
    counts: 'NOT_POSITIVE',
    riskConsidered: true,
  }),
  row({
    code: 'CONSENT_NOT_GIVEN',
    label: 'Agreement was never given, engagement plan ended',
    family: 'You decided not to go ahead',
    guard: 'TAP_REVIEWED',
    counts: 'NOT_POSITIVE',
  }),
  row({
    code: 'DISENGAGED',
    label: 'Lost contact',
    family: 'We have not been able to reach you',
    guard: 'ATTEMPTS_MADE',
    counts: 'NOT_POSITIVE',
    riskConsidered: true,
  }),
  row({
    code: 'MOVED_TRANSFERRED',
    label: 'Moved, accepted by the new area',
    family: 'You moved and the new area is helping',
    guard: 'RECEIVER_ACCEPTED',
    counts: 'NEUTRAL',
  }),
  row({
    code: 'MOVED_NO_TRANSFER',
    label: 'Moved, not transferred',
    family: 'You moved',
    help: 'No agreement to pass it on, or the new area is not known',
    guard: 'CHECKS_MADE',
    counts: 'NOT_POSITIVE',
    riskConsidered: true,
  }),
  row({ code: 'MOVED_ABROAD', label: 'Left England', family: 'You moved', guard: 'NONE', counts: 'NEUTRAL' }),
  row({ code: 'AGE_18', label: 'Turned 18', help: '25 where extended', guard: 'OF_AGE', counts: 'NEUTRAL' }),
  row({
    code: 'DECEASED',
    label: 'Child died',
    family: null,
    guard: 'DEATH_DATED',
    counts: 'EXCLUDED',
    silent: true,
  }),
  row({
    code: 'PREGNANCY_ENDED',
    label: 'Pregnancy ended',
    family: null,
    guard: 'PREGNANCY_LOSS',
    counts: 'EXCLUDED',
    silent: true,
  }),
  row({
    code: 'NO_ADDITIONAL_NEEDS',
    label: 'Assessment found no additional needs',
    family: 'No extra help is needed',
    guard: 'CONCLUSION_NONE',
    counts: 'NEUTRAL',
  }),
  row({
    code: 'DUPLICATE',
    label: 'Merged into another record',
    family: null,
    guard: 'MERGED',
    counts: 'EXCLUDED',
  }),
  row({
    code: 'ERROR',
    label: 'Opened in error',
    family: null,
    guard: 'COORDINATOR_APPROVED',
    counts: 'EXCLUDED',
    silent: true,
  }),
]);

export type ClosureReason = (typeof CLOSURE_REASONS)['codes'][number];

export const FAMILY_AGREES_WITH_CLOSURE = codeList('family-agrees-with-closure', 1, [
  { code: 'AGREE', label: 'Agrees' },
  { code: 'DISAGREE', label: 'Disagrees', help: 'In their own words' },
  { code: 'NOT_CONTACTABLE', label: 'Could not be reached', help: 'Say what was tried' },
]);

function row<const R extends ClosureRow>(data: R): ClosureRow & { readonly code: R['code'] } {
  return data;
}
