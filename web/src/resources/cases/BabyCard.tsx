import { Baby, FilePenLine } from 'lucide-react';
import type { CaseView } from '@encircle/shared/cases';
import { ageOn, formatDate, gestationWeeks } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { useCan, useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions, Stack } from '@web/ui/layout';
import { isClosed } from './case.model';

/** A baby on the way, or just born: how far, and the step that comes next. Nothing once the work is over. */
export function BabyCard({ view }: { view: CaseView }) {
  const w = useWords();
  const can = useCan();
  const today = useToday();
  const babies = view.children.filter(
    ({ dateOfBirth, dueDate }) => dueDate !== null && (dateOfBirth === null || ageOn(dateOfBirth, today) < 1),
  );
  if (babies.length === 0 || isClosed(view)) return null;
  const writes = can('update', 'child') && !view.readOnly && view.limited === null;
  return (
    <Card title={w('cases.family.expected')}>
      <Stack>
        {babies.map(({ id, chosenName: name, dateOfBirth, dueDate }) => (
          <Stack key={id}>
            {dateOfBirth === null && dueDate !== null ? (
              <>
                <p>
                  {w('cases.family.expectedLine', {
                    name,
                    weeks: gestationWeeks(dueDate, today),
                    date: formatDate(dueDate),
                  })}
                </p>
                {writes && <p>{w('cases.family.expectedNote')}</p>}
              </>
            ) : (
              <p>{w('cases.family.bornLine', { name, date: formatDate(dateOfBirth ?? '') })}</p>
            )}
            {writes && (
              <Actions>
                {dateOfBirth === null ? (
                  <Button kind="outlined" icon={Baby} to={`/children/${id}/birth?case=${view.id}`}>
                    {w('cases.family.birth', { name: name === 'Baby' ? 'the baby' : name })}
                  </Button>
                ) : (
                  <Button
                    kind="outlined"
                    icon={FilePenLine}
                    to={`/children/${id}/registration?case=${view.id}`}
                  >
                    {w('cases.family.registration', { name })}
                  </Button>
                )}
              </Actions>
            )}
          </Stack>
        ))}
      </Stack>
    </Card>
  );
}
