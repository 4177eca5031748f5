import { useState } from 'react';
import {
  LEVEL_AREAS,
  type AddLevelsDocument,
  type LevelsVersionsView,
  type LevelsVersionView,
  type LevelWords,
} from '@encircle/shared/levels';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { cellId, commandOf, formOf, idOfPath, levelsErrors } from './levels.model';

interface Props {
  start: LevelsVersionView;
  /** The newest version there is. */
  seen: number;
  onLeave: () => void;
  onDone: () => void;
}

/** The whole of the next version, begun with the words of the one before. */
export function LevelsVersionForm({ start, seen, onLeave, onDone }: Props) {
  const w = useWords();
  const today = useToday();
  const [form, setForm] = useState(() => formOf(start, today));
  const [early, setEarly] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const sender = useForm<AddLevelsDocument, LevelsVersionsView>('/levels-of-need', {
    refresh: ['/levels-of-need'],
  });
  const command = commandOf(form, seen);
  const errors = [
    ...early,
    ...sender.errors.map((each) => ({
      ...each,
      ...(each.field ? { field: idOfPath(each.field, command) } : {}),
    })),
  ];
  const wrong = (field: string) => errors.find((each) => each.field === field)?.message;
  const setLevel = (index: number, part: Partial<LevelWords>) =>
    setForm((old) => ({
      ...old,
      levels: old.levels.map((each, at) => (at === index ? { ...each, ...part } : each)),
    }));
  const save = async () => {
    setAttempt((count) => count + 1);
    const found = levelsErrors(command, today);
    setEarly(found);
    if (found.length === 0 && (await sender.send(command))) onDone();
  };
  return (
    <Stack>
      <ErrorSummary errors={errors} attempt={attempt + sender.attempt} />
      {form.levels.map((words, index) => {
        const { level } = words;
        const tie = (field: 'name' | 'short' | 'meaning' | 'response') => ({
          name: `levels.${index}.${field}`,
          value: words[field],
          error: wrong(`levels.${index}.${field}`),
          onChange: (event: { target: { value: string } }) =>
            setLevel(index, { [field]: event.target.value }),
        });
        return (
          <Card key={level} title={w('levels.admin.level', { level })}>
            <FieldStack>
              <TextInput label={w('levels.admin.name', { level })} maxLength={60} {...tie('name')} />
              <TextInput
                label={w('levels.admin.short', { level })}
                hint={w('levels.admin.shortHint')}
                maxLength={60}
                {...tie('short')}
              />
              <TextArea
                label={w('levels.admin.meaning', { level })}
                rows={2}
                maxLength={400}
                {...tie('meaning')}
              />
              <TextArea
                label={w('levels.admin.response', { level })}
                rows={2}
                maxLength={400}
                {...tie('response')}
              />
              {LEVEL_AREAS.map((area) => {
                const id = cellId(area, level);
                return (
                  <TextArea
                    key={id}
                    name={id}
                    label={w('levels.admin.cell', { area: w(`levels.areas.${area}`), level })}
                    hint={w('levels.admin.cellHint')}
                    rows={4}
                    value={form.cells[id] ?? ''}
                    error={wrong(id)}
                    onChange={(event) =>
                      setForm((old) => ({ ...old, cells: { ...old.cells, [id]: event.target.value } }))
                    }
                  />
                );
              })}
            </FieldStack>
          </Card>
        );
      })}
      <FieldStack>
        <DateField
          name="validFrom"
          label={w('levels.admin.validFrom')}
          value={form.validFrom}
          error={wrong('validFrom')}
          onChange={(validFrom) => setForm((old) => ({ ...old, validFrom }))}
        />
      </FieldStack>
      <Actions>
        <Button kind="filled" disabled={sender.busy} onClick={() => void save()}>
          {w('levels.admin.save')}
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          {w('levels.admin.leave')}
        </Button>
      </Actions>
    </Stack>
  );
}
