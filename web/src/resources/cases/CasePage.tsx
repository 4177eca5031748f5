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
import { useLapse } from '@web/providers/useLapse';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { SkeletonPage } from '@web/ui/Skeleton';
import { CaseBanner } from '@web/resources/emergency/EmergencyReference';
import { OrderBanner } from '@web/resources/contact-orders/ContactOrdersReference';
import { CaseHeader } from './CaseHeader';
import { CaseTabs } from './CaseTabs';
import { WhyCard } from './WhyCard';
import { whoseCase } from './whose';
import { WhyPanel } from './WhyPanel';

/** One case: the child first, then its parts, each with an address of its own. */
export default function CasePage() {
  const { caseId = '', '*': rest = '' } = useParams();
  const query = useGet<CaseView>(`/episodes/${caseId}`);
  useLapse(query.data?.validUntil, `/episodes/${caseId}`);
  useBarName(query.data ? whoseCase(query.data).full : null);
  if (query.error?.code === 'REASON_NEEDED' && !query.data)
    return <WhyCard key={caseId} caseId={caseId} onSaid={() => void query.refetch()} />;
  if (query.error?.status === 403 && !query.data) return <Refused problem={query.error} caseId={caseId} />;
  return (
    <Loaded query={query} skeleton={<SkeletonPage />}>
      {(view) => (
        <>
          <CaseBanner caseId={caseId} />
          {view.limited === null && <OrderBanner caseId={caseId} />}
          <CaseHeader view={view} short={rest !== ''} />
          {rest === '' && <WhyPanel episodeId={view.id} chosen={whoseCase(view).chosen} />}
          <CaseTabs view={view} address={rest === '' ? 'summary' : rest} />
        </>
      )}
    </Loaded>
  );
}

/** What the family's answer would change; checks, accounts and seals are not theirs to mend. */
const ASKABLE = /^R(05|07|08|09|15|20)_/;

/** What stops the reader, and what would change it. */
function Refused({ problem, caseId }: { problem: Problem; caseId: string }) {
  const w = useWords();
  const can = useCan();
  const translate = useTranslate();
  const why = translate(`cases.refused.${problem.code}`, { _: '' }) || w('cases.refused.other');
  return (
    <>
      <PageTitle title={w('cases.refused.title')} note={why} />
      {ASKABLE.test(problem.code) && (
        <Card title={w('access.whyNot.title')}>
          <ul>
            {(['family', 'lead'] as const).map((way) => (
              <li key={way}>
                <strong>{w(`access.whyNot.${way}`)}</strong> {w(`access.whyNot.${way}Note`)}
              </li>
            ))}
          </ul>
        </Card>
      )}
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
