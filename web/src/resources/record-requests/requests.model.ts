import type { PackLine, RequestStatus } from '@encircle/shared/record-requests';
import type { TagTone } from '@web/ui/Tag';

export const STATUS_TONES: Record<RequestStatus, TagTone> = {
  WAITING: 'amber',
  OPEN: 'amber',
  PACKED: 'plum',
  CHECKED: 'teal',
  SENT: 'good',
  REFUSED: 'neutral',
};

export const DECISION_TONES: Record<PackLine['decision'], TagTone> = {
  INCLUDE: 'good',
  PART: 'amber',
  WITHHOLD: 'red',
};

/** Each line of the box is one passage to take out. */
export const passagesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
