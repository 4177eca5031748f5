import { useParams } from 'react-router';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { PageTitle } from '@web/ui/PageTitle';
import { FamilyCopy } from './FamilyCopy';

/** The copy by itself, for the printer. */
export default function CopyPage() {
  const { caseId = '', giverId = '' } = useParams();
  const w = useWords();
  return (
    <>
      <div className="no-print">
        <PageTitle
          title={w('consent.copy.pageTitle')}
          note={w('consent.copy.pageNote')}
          actions={
            <Button kind="quiet" to={`/cases/${caseId}/agreement`}>
              {w('consent.copy.back')}
            </Button>
          }
        />
      </div>
      <FamilyCopy caseId={caseId} giverId={giverId} />
    </>
  );
}
