import { codeList } from './code-list.js';

export const MEETING_TYPES = codeList('meeting-types', 1, [
  { code: 'INITIAL_TAC', label: 'First team meeting', family: 'Your first meeting' },
  { code: 'REVIEW_TAC', label: 'Review', family: 'Your review meeting' },
  { code: 'EXTRAORDINARY', label: 'Extra meeting', family: 'An extra meeting' },
  { code: 'TROUBLESHOOTING', label: 'Trouble-shooting meeting', family: 'An extra meeting' },
  { code: 'TAP_CONSULTATION', label: 'Consultation between workers', family: null },
  { code: 'STEP_DOWN_HANDOVER', label: 'Handover from social care', family: 'A handover meeting' },
  { code: 'TRANSFER_HANDOVER', label: 'Handover to another area', family: 'A handover meeting' },
  { code: 'CLOSURE', label: 'Closing meeting', family: 'Your last meeting' },
]);

export const MEETING_STATUSES = codeList('meeting-statuses', 1, [
  { code: 'PLANNED', label: 'Planned' },
  { code: 'HELD', label: 'Held', family: 'Happened' },
  { code: 'POSTPONED', label: 'Put off to another date', family: 'Moved' },
  { code: 'CANCELLED', label: 'Cancelled' },
  { code: 'INQUORATE', label: 'Too few people to go ahead', family: 'Too few people came' },
]);

export const MEETING_MODES = codeList('meeting-modes', 1, [
  { code: 'IN_PERSON', label: 'In person' },
  { code: 'VIDEO', label: 'Video call' },
  { code: 'PHONE', label: 'Phone call' },
  { code: 'HYBRID', label: 'In person and by video' },
]);

export const INVITATION_KINDS = codeList('invitation-kinds', 1, [
  { code: 'REQUIRED', label: 'Needed' },
  { code: 'OPTIONAL', label: 'Welcome' },
]);

/** What an invited person answers before the meeting. */
export const RSVP_ANSWERS = codeList('rsvp-answers', 1, [
  { code: 'NO_ANSWER', label: 'No answer yet' },
  { code: 'COMING', label: 'Coming' },
  { code: 'COMING_PART', label: 'Coming for part' },
  { code: 'DEPUTY', label: 'A deputy is coming' },
  { code: 'SENDING_REPORT', label: 'Cannot come, will send a report' },
  { code: 'NOT_COMING', label: 'Cannot come' },
]);

/** How the child took part. NOT_SOUGHT counts against the voice-of-the-child figure (M26). */
export const CHILD_PARTICIPATION = codeList('child-participation', 1, [
  { code: 'ATTENDED_THROUGHOUT', label: 'Was there throughout', voice: true },
  { code: 'ATTENDED_PART', label: 'Was there for part', voice: true },
  { code: 'VIEWS_VIA_ADVOCATE', label: 'An advocate spoke for them', voice: true },
  { code: 'VIEWS_VIA_WORKER', label: 'Told a worker beforehand', voice: true },
  { code: 'WRITTEN_OR_TOOL', label: 'In writing, a drawing or a tool', voice: true },
  { code: 'OBSERVED', label: 'Watched, too young to say', voice: true },
  { code: 'NOT_SOUGHT', label: 'Was not asked', family: null, voice: false },
  { code: 'DECLINED', label: 'Did not want to', voice: true },
  { code: 'UNBORN', label: 'Not yet born', voice: null },
]);

/** How each parent with parental responsibility took part. */
export const PARENT_PARTICIPATION = codeList('parent-participation', 1, [
  { code: 'ATTENDED', label: 'Came' },
  { code: 'VIEWS_SENT', label: 'Sent views' },
  { code: 'DECLINED', label: 'Did not want to come' },
  { code: 'NOT_INVITED_SAFETY', label: 'Not invited, for safety', family: null },
  { code: 'NOT_INVITED_OTHER', label: 'Not invited, another reason', family: null },
  { code: 'UNABLE', label: 'Could not come' },
]);

export const MEETING_DECISIONS = codeList('meeting-decisions', 1, [
  { code: 'PLAN_AGREED', label: 'Plan agreed' },
  { code: 'PLAN_CHANGED', label: 'Plan goes on, with changes' },
  {
    code: 'LP_CONFIRMED',
    label: '{LeadProfessional} confirmed',
    family: '{LeadProfessionalFamily} stays the same',
  },
  { code: 'LP_CHANGED', label: '{LeadProfessional} changed', family: '{LeadProfessionalFamily} has changed' },
  { code: 'CONTINUE', label: 'Plan goes on as it is' },
  { code: 'STEP_UP', label: 'Refer to social care', family: 'We will ask social care for help' },
  { code: 'STEP_DOWN', label: 'One service or universal services go on' },
  { code: 'PANEL', label: 'Take to the panel', family: 'Ask a panel for more help' },
  { code: 'CLOSE', label: 'Close', family: 'Support can end' },
  { code: 'NEXT_DATE', label: 'Next date set' },
]);

export const MINUTES_STATUSES = codeList('minutes-statuses', 1, [
  { code: 'DRAFT', label: 'Draft', family: null },
  { code: 'CIRCULATED', label: 'Sent round' },
  { code: 'AMENDED', label: 'Sent round with changes' },
  { code: 'FINAL', label: 'Final' },
]);

/** The order of a first or review meeting; the family speaks before the plan is opened. */
export const AGENDA_POINTS = codeList('agenda-points', 1, [
  { code: 'INTRODUCTIONS', label: 'Who is here' },
  { code: 'CONFIDENTIALITY', label: 'What stays in the room' },
  { code: 'FAMILY_VIEW', label: 'What the family wants to say' },
  { code: 'STRENGTHS', label: 'What is going well' },
  { code: 'NEEDS', label: 'What would help' },
  { code: 'PROGRESS', label: 'Progress, action by action' },
  { code: 'NEW_INFORMATION', label: 'Anything new' },
  { code: 'LEVEL_OF_NEED', label: 'Level of need', family: 'How much help is needed' },
  { code: 'LEAD_PROFESSIONAL', label: '{LeadProfessional}', family: '{LeadProfessionalFamily}' },
  {
    code: 'CONSENT_CHECK',
    label: 'Agreement to share, checked',
    family: 'What you are happy for us to share',
  },
  { code: 'PLAN', label: 'The plan' },
  { code: 'NEXT_DATE', label: 'Next date' },
]);
