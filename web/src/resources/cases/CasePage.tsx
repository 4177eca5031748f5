import { ShieldAlert } from 'lucide-react';
import { useParams } from 'react-router';
import type { CaseView } from '@encircle/shared/cases';
import { useTranslate } from 'react-admin';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useBarName } from '@web/layout/bar-name';
import type { Problem } from '@web/providers/problem';
import { useCan } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Actions } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { SkeletonPage } from '@web/ui/Skeleton';
import { CaseBanner } from '@web/resources/emergency/LiveBanner';
import { CaseHeader } from './CaseHeader';
import { CaseTabs } from './CaseTabs';
import { whoseCase } from './whose';

/** One case: the child first, then its parts, each with an address of its own. */
export default function CasePage() {
  const { caseId = '', '*': rest = '' } = useParams();
  const query = useGet<CaseView>(`/episodes/${caseId}`);
  useBarName(query.data ? whoseCase(query.data).full : null);
  if (query.error?.status === 403 && !query.data) return <Refused problem={query.error} caseId={caseId} />;
  return (
    <Loaded query={query} skeleton={<SkeletonPage />}>
      {(view) => (
        <>
          <CaseBanner caseId={caseId} />
          <CaseHeader view={view} short={rest !== ''} />
          <CaseTabs view={view} address={rest === '' ? 'summary' : rest} />
        </>
      )}
    </Loaded>
  );
}

/** What stops the reader, and what would change it. */
function Refused({ problem, caseId }: { problem: Problem; caseId: string }) {
  const w = useWords();
  const can = useCan();
  const translate = useTranslate();
  const why = translate(`cases.refused.${problem.code}`, { _: '' }) || w('cases.refused.other');
  return (
    <>
      <PageTitle title={w('cases.refused.title')} note={why} />
      <Actions>
        <Button to="/">{w('problem.notFound.back')}</Button>
        {can('create', 'override') && (
          <Button kind="neutral" icon={ShieldAlert} to={`/cases/${caseId}/emergency`}>
            {w('emergency.entry')}
          </Button>
        )}
      </Actions>
    </>
  );
}
