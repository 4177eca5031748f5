import type { AssessmentView } from '@encircle/shared/assessments';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Notice } from '@web/ui/Notice';

/** The agreement itself is kept in its own place; here one sees whether it stands. */
export function AgreementBody({ view }: { view: AssessmentView }) {
  const w = useWords();
  const problem = view.problems.find((each) => each.section === 'agreement');
  return (
    <Notice kind={problem ? 'amber' : 'good'}>
      <p>{problem ? problem.words : w('caf.agreement.note')}</p>
      <Button size="small" kind="neutral" to={`/cases/${view.episodeId}/sharing`}>
        {w('caf.agreement.open')}
      </Button>
    </Notice>
  );
}
