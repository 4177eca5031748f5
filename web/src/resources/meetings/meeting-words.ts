import {
  labelOf,
  MEETING_MODES,
  MEETING_TYPES,
  PROFESSIONAL_ROLES,
  RELATIONSHIPS,
} from '@encircle/shared/codes';
import { formatLong, londonDate, londonTime } from '@encircle/shared/dates';
import type { InvitationView } from '@encircle/shared/meetings';

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
