import { useSearchParams } from 'react-router';
import type { ChildView } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';

/** After the birth is recorded: what has to be asked anew, and where. */
export function BornNotice({ child }: { child: ChildView }) {
  const w = useWords();
  const [search] = useSearchParams();
  const caseId = search.get('case') ?? '';
  const name = child.chosenName;
  return (
    <>
      <PageTitle title={w('children.birth.title', { name })} />
      <Stack>
        <Notice kind="good">
          {[w('children.birth.done', { name: child.fullName }), child.bornEarly && w('children.birth.early')]
            .filter(Boolean)
            .join(' ')}
        </Notice>
        <Card title={w('children.birth.next')}>
          <ul>
            <li>{w('children.birth.nextAgree')}</li>
            <li>{w('children.birth.nextRegister')}</li>
            <li>{w('children.birth.nextAssess')}</li>
          </ul>
        </Card>
        <Actions>
          <Button kind="filled" to={`/cases/${caseId}/agreement`}>
            {w('children.birth.agree')}
          </Button>
          <Button kind="outlined" to={`/children/${child.id}/registration?case=${caseId}`}>
            {w('children.birth.register')}
          </Button>
          <Button kind="quiet" to={`/cases/${caseId}/family`}>
            {w('children.birth.back')}
          </Button>
        </Actions>
      </Stack>
    </>
  );
}
