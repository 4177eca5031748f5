import { useWords } from '@web/i18n/useWords';
import { BackLink } from '@web/layout/BackLink';

/** The way back from a day, or from papers to their day. */
export function BackToDays({ dayId, words }: { dayId?: string; words?: string }) {
  const w = useWords();
  return <BackLink to={dayId ? `/panel-days/${dayId}` : '/panel-days'}>{words ?? w('panels.back')}</BackLink>;
}
