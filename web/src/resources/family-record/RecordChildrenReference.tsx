import { styled } from '@mui/material/styles';
import { UserPlus } from 'lucide-react';
import type { CaseChild, CaseView } from '@encircle/shared/cases';
import { ageOn, formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Tag } from '@web/ui/Tag';
import { stepsFor } from './record-children.model';

const List = styled('ul')({
  listStyle: 'none',
  padding: 0,
  '& > li': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 16px',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: '12px 0',
  },
  '& > li + li': { borderTop: '1px solid var(--line)' },
  '& small': { display: 'block', fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
});

/** The children of the record, each with a part of their own: who comes in, who leaves, whom social care helps. */
export function RecordChildrenCard({ view }: { view: CaseView }) {
  const w = useWords();
  const steps = stepsFor(view);
  if (view.children.length < 2 && !steps.add) return null;
  return (
    <Card
      title={w('familyRecord.title')}
      note={w('familyRecord.note')}
      foot={
        steps.add && (
          <Button kind="outlined" icon={UserPlus} to={`/cases/${view.id}/children/add`}>
            {w('familyRecord.add')}
          </Button>
        )
      }
    >
      <List>
        {view.children.map((child) => (
          <li key={child.id}>
            <Child child={child} />
            {steps.leave.includes(child.id) && (
              <Button
                kind="quiet"
                size="small"
                to={`/cases/${view.id}/children/${child.id}/leave`}
                aria-label={w('familyRecord.leaveNamed', { name: child.chosenName })}
              >
                {w('familyRecord.leave')}
              </Button>
            )}
          </li>
        ))}
      </List>
    </Card>
  );
}

function Child({ child: { name, dateOfBirth, dueDate, part } }: { child: CaseChild }) {
  const w = useWords();
  const today = useToday();
  const born =
    dateOfBirth === null
      ? dueDate === null
        ? ''
        : w('familyRecord.due', { date: formatDate(dueDate) })
      : w('familyRecord.born', { age: ageOn(dateOfBirth, today), date: formatDate(dateOfBirth) });
  return (
    <div>
      <strong>{name}</strong> {part !== null && <Tag>{w(`familyRecord.part.${part as 'CLOSED'}`)}</Tag>}
      <small>{born}</small>
    </div>
  );
}
