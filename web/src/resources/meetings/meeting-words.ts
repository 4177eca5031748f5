import {
  DEFAULT_TERMS,
  fillTerms,
  labelOf,
  MEETING_DECISIONS,
  MEETING_MODES,
  MEETING_TYPES,
  PROFESSIONAL_ROLES,
  RELATIONSHIPS,
} from '@encircle/shared/codes';
import { formatLong, londonDate, londonTime } from '@encircle/shared/dates';
import type { InvitationView, MinuteView } from '@encircle/shared/meetings';

/** "Review 1", else the label of the kind. */
export function typeWords(meeting: { type: string; reviewNo: number | null }): string {
  const label = labelOf(MEETING_TYPES, meeting.type);
  return meeting.reviewNo === null ? label : `${label} ${meeting.reviewNo}`;
}

export const whenWords = (plannedAt: string): string =>
  `${formatLong(londonDate(plannedAt))}, ${londonTime(plannedAt)}`;

export const modeWords = (mode: string): string => labelOf(MEETING_MODES, mode);

/** What stands under a name: "School nurse, Community Health", "Mother", "Child". */
export function roleWords(who: InvitationView): string {
  if (who.kind === 'FAMILY') {
    if (who.relationship === null) return '';
    return who.relationship === 'CHILD' ? 'Child' : labelOf(RELATIONSHIPS, who.relationship);
  }
  const role = who.professionalRole === null ? '' : labelOf(PROFESSIONAL_ROLES, who.professionalRole);
  return [role, who.agencyName].filter(Boolean).join(', ');
}

/** A kind of decision with the area's own terms. */
export const decisionLabel = (code: string): string =>
  fillTerms(labelOf(MEETING_DECISIONS, code), DEFAULT_TERMS);

/** What was decided: the kind and the words, once when they are the same. */
export function decisionWords(line: Pick<MinuteView, 'code' | 'text'>): string {
  if (line.code === null) return line.text;
  const label = decisionLabel(line.code);
  return label === line.text || line.text === '' ? label : `${label}: ${line.text}`;
}
