import { useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '@encircle/shared/cases';
import { useWords } from '@web/i18n/useWords';
import { queryKey } from '@web/providers/useGet';
import { BackLink } from './BackLink';

/** The way back to the case a page belongs to, by the child's name where the page or the case itself told it before. */
export function CaseLink({ caseId, name: told }: { caseId: string; name: string | null }) {
  const w = useWords();
  const opened = useQueryClient().getQueryData<CaseView>(queryKey(`/episodes/${caseId}`));
  const name = told ?? opened?.children[0]?.name ?? null;
  return (
    <BackLink to={`/cases/${caseId}`}>{w('meetings.toCase', { child: name ?? w('week.someone') })}</BackLink>
  );
}
