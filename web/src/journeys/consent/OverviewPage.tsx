import { useParams } from 'react-router';
import { useWords } from '@web/i18n/useWords';
import { PageTitle } from '@web/ui/PageTitle';
import { AgreementOverview } from './AgreementOverview';

/** A case's agreement by itself. */
export default function OverviewPage() {
  const { caseId = '' } = useParams();
  const w = useWords();
  return (
    <>
      <PageTitle title={w('consent.titleOpen')} />
      <AgreementOverview caseId={caseId} />
    </>
  );
}
