import { ArrowLeft } from 'lucide-react';
import { Link } from 'react-router';
import { useWords } from '@web/i18n/useWords';

/** The way back from a day, or from papers to their day. */
export function BackToDays({ dayId, words }: { dayId?: string; words?: string }) {
  const w = useWords();
  return (
    <Link
      to={dayId ? `/panel-days/${dayId}` : '/panel-days'}
      style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}
    >
      <ArrowLeft size={16} aria-hidden />
      {words ?? w('panels.back')}
    </Link>
  );
}
