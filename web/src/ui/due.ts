import type { MarkName } from './Mark';
import type { TagTone } from './Tag';

/** How pressing a date is: a mark and a colour that say the same. */
export type Urgency = 'overdue' | 'today' | 'later' | 'done';

export const URGENCY: Record<Urgency, { tone: TagTone; mark: MarkName }> = {
  overdue: { tone: 'red', mark: 'triangle' },
  today: { tone: 'amber', mark: 'clock' },
  later: { tone: 'neutral', mark: 'clock' },
  done: { tone: 'good', mark: 'tick' },
};
