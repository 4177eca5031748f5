import { ArrowLeft } from 'lucide-react';
import { Link } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '@encircle/shared/cases';
import { useWords } from '@web/i18n/useWords';
import { queryKey } from '@web/providers/useGet';

/** The way back to the case a page belongs to, by the child's name where the page or the case itself told it before. */
export function CaseLink({ caseId, name: told }: { caseId: string; name: string | null }) {
  const w = useWords();
  const opened = useQueryClient().getQueryData<CaseView>(queryKey(`/episodes/${caseId}`));
  const name = told ?? opened?.children[0]?.name ?? null;
  return (
    <Link to={`/cases/${caseId}`} style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
      <ArrowLeft size={16} aria-hidden />
      {w('meetings.toCase', { child: name ?? w('week.someone') })}
    </Link>
  );
}
