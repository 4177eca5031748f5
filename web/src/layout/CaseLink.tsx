import { ArrowLeft } from 'lucide-react';
import { Link } from 'react-router';
import { useWords } from '@web/i18n/useWords';

/** The way back to the case a page belongs to. */
export function CaseLink({ caseId, name }: { caseId: string; name: string | null }) {
  const w = useWords();
  return (
    <Link to={`/cases/${caseId}`} style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
      <ArrowLeft size={16} aria-hidden />
      {w('meetings.toCase', { child: name ?? w('week.someone') })}
    </Link>
  );
}
