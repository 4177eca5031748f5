import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { partsOf } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { coverTab } from '@web/ui/document-title';
import { DatesPage, datesToday } from './DatesPage';

/** The neutral page after a reload, when nothing is kept behind it any more. */
export function NeutralPage() {
  const w = useWords();
  const go = useNavigate();
  const title = w('session.dates.title', { year: partsOf(datesToday()).year });
  useEffect(() => {
    coverTab(title);
    return () => coverTab(null);
  }, [title]);
  return <DatesPage onContinue={() => void go('/sign-in', { replace: true })} />;
}
