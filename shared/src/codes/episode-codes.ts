import { codeList, type CodeRow } from './code-list.js';

export const EPISODE_TYPES = codeList('episode-types', 1, [
  { code: 'CHILD', label: 'One child' },
  { code: 'FAMILY', label: 'A family' },
]);

export interface EpisodeStateRow extends CodeRow {
  /** Work goes on: CONCERN to TRANSFER_PENDING (rule 5.2). */
  readonly open: boolean;
  /** What happens next, in a short sentence for the case page; empty when nothing does. */
  readonly next: string;
}

/** Where support has got to (rule 5.1), in words a family can follow. */
export const EPISODE_STATES = codeList('episode-states', 1, [
  row('CONCERN', 'Worry noted', 'We heard a worry', true, 'Talk to the family and decide what would help'),
  row(
    'CONSENT_SEEKING',
    'Asking for agreement',
    'We are asking you',
    true,
    'Ask the family what they agree to share',
  ),
  row('TAP', 'Engagement plan', null, true, 'Look at the engagement plan again and offer help once more'),
  row(
    'ASSESSING',
    'Assessment under way',
    'We are getting to know you',
    true,
    'Finish the assessment with the family',
  ),
  row(
    'ASSESSED',
    'Assessment finished',
    'We wrote down what would help',
    true,
    'Set the date of the first {meetingShort}',
  ),
  row(
    'TAC_PLANNED',
    'First meeting planned',
    'Your first meeting is planned',
    true,
    'Hold the first {meetingShort} and agree a plan',
  ),
  row('PLAN_ACTIVE', 'Plan under way', 'Your plan is under way', true, 'Review the plan together'),
  row(
    'PANEL_REVIEW',
    'With the panel',
    'We have asked a panel for more help',
    true,
    'Wait for the panel; the plan goes on',
  ),
  row(
    'STEP_UP_PENDING',
    'Referred to social care',
    'We have asked social care for help',
    true,
    'Wait for the answer; actions go on',
  ),
  row(
    'PAUSED_STATUTORY',
    'Social care leads',
    'Social care is helping now',
    true,
    'Social care decides what happens next',
  ),
  row(
    'TRANSFER_PENDING',
    'Moving to another area',
    'We have asked your new area',
    true,
    'Wait for the new area to answer',
  ),
  row('CLOSED', 'Closed', 'Support has ended', false, ''),
  row('REJECTED', 'Not taken further', 'No further help was needed', false, ''),
  row('MERGED', 'Merged into another record', null, false, ''),
  row('ARCHIVED', 'Archived', null, false, ''),
  row('DISPOSED', 'Destroyed', null, false, ''),
]);

export type EpisodeState = (typeof EPISODE_STATES)['codes'][number];

export const OPEN_STATES: readonly EpisodeState[] = EPISODE_STATES.rows
  .filter((state) => state.open)
  .map((state) => state.code);

/** Marks beside the state, never states themselves (rule 5.1). */
export const EPISODE_FLAGS = codeList('episode-flags', 1, [
  { code: 'LEGAL_HOLD', label: 'Legal hold', family: null },
  { code: 'SHIELDED', label: 'Whereabouts protected', family: null },
  { code: 'OVERDUE', label: 'Overdue', family: null },
  { code: 'DISPUTED_CONSENT', label: 'Parents disagree about sharing', family: null },
  { code: 'STATUTORY_INTEREST', label: 'Social care is assessing', family: null },
  { code: 'LP_VACANT', label: 'No {leadProfessional}', family: null },
]);

export const LEAD_TYPES = codeList('lead-types', 1, [
  { code: 'LEAD_PROFESSIONAL', label: '{LeadProfessional}', family: '{LeadProfessionalFamily}' },
  { code: 'KEY_WORKER', label: '{KeyWorker}', family: '{LeadProfessionalFamily}' },
]);

/** Where a nomination stands (rule 5.3). */
export const LEAD_STATUSES = codeList('lead-statuses', 1, [
  { code: 'PROPOSED', label: 'Asked, no answer yet', family: null },
  { code: 'ACCEPTED', label: 'Accepted' },
  { code: 'DECLINED', label: 'Declined', family: null },
  { code: 'ENDED', label: 'Ended' },
]);

function row<const C extends string>(
  code: C,
  label: string,
  family: string | null,
  open: boolean,
  next: string,
): EpisodeStateRow & { readonly code: C } {
  return { code, label, family, open, next };
}
