import { styled } from '@mui/material/styles';
import { ArrowRight, PencilLine, ShieldAlert } from 'lucide-react';
import type { CaseView } from '@encircle/shared/cases';
import { useWords } from '@web/i18n/useWords';
import { useCan } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { nextStepOf } from './next-step.model';

const Column = styled('div')({
  display: 'grid',
  gap: 8,
  minWidth: '12rem',
  '@media (max-width: 1023px)': { display: 'flex', flexWrap: 'wrap' },
});

/** A note, the step that comes next, and a concern: the last is there in every state and never waits. */
export function CaseActions({ view }: { view: CaseView }) {
  const w = useWords();
  const can = useCan();
  const step = nextStepOf(view);
  return (
    <Column>
      {view.actions.includes('note.write') && (
        <Button kind="filled" icon={PencilLine} to={`/cases/${view.id}/notes?write=1`}>
          {w('cases.actions.note')}
        </Button>
      )}
      {step && (
        <Button kind="outlined" iconAfter={ArrowRight} to={step.to}>
          {w(`cases.actions.step.${step.key}`)}
        </Button>
      )}
      {(view.state === 'CONSENT_SEEKING' || view.state === 'TAP') &&
        can('update', 'case') &&
        !view.readOnly && (
          <Button kind="neutral" to={`/cases/${view.id}/without-agreement`}>
            {w(view.state === 'TAP' ? 'start.without.linkTap' : 'start.without.link')}
          </Button>
        )}
      {view.state === 'TAP' && can('create', 'engagement') && view.limited === null && (
        <Button kind="outlined" to={`/cases/${view.id}/engagement`}>
          {w('cases.actions.engagement')}
        </Button>
      )}
      {can('update', 'case') && (
        <Button kind="quiet" to={`/cases/${view.id}/next`}>
          {w('moves.link')}
        </Button>
      )}
      {can('create', 'safeguarding') && (
        <Button kind="neutral" icon={ShieldAlert} to={`/safeguarding/refer?case=${view.id}`}>
          {w('cases.actions.refer')}
        </Button>
      )}
      {can('create', 'override') && (
        <Button kind="quiet" to={`/cases/${view.id}/share`}>
          {w('sharingOut.entry')}
        </Button>
      )}
    </Column>
  );
}
