import { familyLabelOf, labelOf, MEETING_TYPES } from '@encircle/shared/codes';

interface Met {
  type: string;
  reviewNo: number | null;
}

/** "Review 1", "First team meeting"; the family's own word for a family. */
export function meetingWords({ type, reviewNo }: Met, family = false): string {
  const label = (family ? familyLabelOf(MEETING_TYPES, type) : null) ?? labelOf(MEETING_TYPES, type);
  return reviewNo === null ? label : `${label} ${reviewNo}`;
}
