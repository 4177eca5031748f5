import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions, Stack } from '@web/ui/layout';
import { FamilyCopy } from './FamilyCopy';

export interface StepCopyProps {
  caseId: string;
  giverId: string;
  giver: string;
  child: string;
}

/** What was agreed, to read through once more and take home. */
export function StepCopy({ caseId, giverId, giver, child }: StepCopyProps) {
  const w = useWords();
  return (
    <Stack>
      <Card title={w('consent.copy.title', { name: giver })} note={w('consent.copy.note')}>
        <FamilyCopy caseId={caseId} giverId={giverId} />
      </Card>
      <Actions className="no-print">
        <Button kind="filled" to={`/cases/${caseId}`}>
          {w('consent.copy.open', { child })}
        </Button>
      </Actions>
    </Stack>
  );
}
