import type { ContactOrderView, RecordContactOrder } from '@encircle/shared/contact-orders';
import { addDays, type CivilDate } from '@encircle/shared/dates';
import type { MarkName } from '@web/ui/Mark';
import type { TagTone } from '@web/ui/Tag';

/** A fresh order: somebody looks at it again in three months, or on its last day when that comes first. */
export const freshOrder = (childId: string | undefined): Partial<RecordContactOrder> => ({
  ...(childId === undefined ? {} : { childId }),
  terms: '',
  keeps: 'WHERE',
});

export const nextLook = (today: CivilDate, untilOn: string | undefined): CivilDate => {
  const quarter = addDays(today, 91);
  return untilOn !== undefined && today < untilOn && untilOn < quarter ? untilOn : quarter;
};

/** What stands on the case's first page: everything that holds, also past the day it named. */
export const bannersOf = (items: readonly ContactOrderView[]): ContactOrderView[] =>
  items.filter(({ standing }) => standing !== 'OVER');

export const STANDING_LOOKS: Record<ContactOrderView['standing'], { tone: TagTone; mark: MarkName }> = {
  IN_FORCE: { tone: 'red', mark: 'barred' },
  PAST_ITS_END: { tone: 'amber', mark: 'clock' },
  NOT_YET: { tone: 'outline', mark: 'clock' },
  OVER: { tone: 'neutral', mark: 'tick' },
};
