import { useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '@encircle/shared/cases';
import { useWords } from '@web/i18n/useWords';
import { queryKey } from '@web/providers/useGet';
import { BackLink } from './BackLink';

interface CaseLinkProps {
  caseId: string;
  name: string | null;
  /** What the case is called where nobody may tell the child's name. */
  code?: string;
}

/** The way back to the case a page belongs to, by the child's name where the page or the case itself told it before. */
export function CaseLink({ caseId, name: told, code }: CaseLinkProps) {
  const w = useWords();
  const opened = useQueryClient().getQueryData<CaseView>(queryKey(`/episodes/${caseId}`));
  const name = told ?? opened?.children[0]?.name ?? null;
  const words =
    name === null && code !== undefined
      ? w('meetings.toReference', { ref: code })
      : w('meetings.toCase', { child: name ?? w('week.someone') });
  return <BackLink to={`/cases/${caseId}`}>{words}</BackLink>;
}
