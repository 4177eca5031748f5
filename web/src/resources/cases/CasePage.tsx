import { useParams } from 'react-router';
import type { CaseView } from '@encircle/shared/cases';
import { useTranslate } from 'react-admin';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useBarName } from '@web/layout/bar-name';
import type { Problem } from '@web/providers/problem';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { PageTitle } from '@web/ui/PageTitle';
import { SkeletonPage } from '@web/ui/Skeleton';
import { CaseHeader } from './CaseHeader';
import { CaseTabs } from './CaseTabs';
import { whoseCase } from './whose';

/** One case: the child first, then its parts, each with an address of its own. */
export default function CasePage() {
  const { caseId = '', '*': rest = '' } = useParams();
  const query = useGet<CaseView>(`/episodes/${caseId}`);
  useBarName(query.data ? whoseCase(query.data).full : null);
  if (query.error?.status === 403 && !query.data) return <Refused problem={query.error} />;
  return (
    <Loaded query={query} skeleton={<SkeletonPage />}>
      {(view) => (
        <>
          <CaseHeader view={view} short={rest !== ''} />
          <CaseTabs view={view} address={rest === '' ? 'summary' : rest} />
        </>
      )}
    </Loaded>
  );
}

/** What stops the reader, and what would change it. */
function Refused({ problem }: { problem: Problem }) {
  const w = useWords();
  const translate = useTranslate();
  const why = translate(`cases.refused.${problem.code}`, { _: '' }) || w('cases.refused.other');
  return (
    <>
      <PageTitle title={w('cases.refused.title')} note={why} />
      <Button to="/">{w('problem.notFound.back')}</Button>
    </>
  );
}
