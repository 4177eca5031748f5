import { Printer } from 'lucide-react';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions, Stack } from '@web/ui/layout';
import { sentenceOf, type Draft } from './agreement.model';
import { Sentence } from './Sentence';

export interface StepCopyProps {
  caseId: string;
  draft: Draft;
  giver: string;
  child: string;
}

/** What was agreed, to read through once more and take home. */
export function StepCopy({ caseId, draft, giver, child }: StepCopyProps) {
  const w = useWords();
  return (
    <Stack>
      <Card title={w('consent.copy.title', { name: giver })} note={w('consent.copy.note')}>
        <Sentence parts={sentenceOf(draft, giver, child)} />
      </Card>
      <Card title={w('consent.effect.mindTitle', { name: giver })}>
        <p>{w('consent.overview.mindNote')}</p>
      </Card>
      <Actions>
        <Button kind="filled" to={`/cases/${caseId}`}>
          {w('consent.copy.open', { child })}
        </Button>
        <Button kind="outlined" icon={Printer} onClick={() => window.print()}>
          {w('consent.copy.print')}
        </Button>
      </Actions>
    </Stack>
  );
}
