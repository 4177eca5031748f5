import { useState } from 'react';
import type { AssessmentView, CopiesView, RecordCopy } from '@encircle/shared/assessments';
import { COPY_METHODS } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useToday } from '@web/providers/me';
import { errorsOf } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextInput } from '@web/ui/TextInput';

interface Props {
  view: AssessmentView;
  readers: CopiesView['readers'];
  onDone: () => void;
}

/** To whom a copy was given, how and when. */
export function RecordCopyForm({ view, readers, onDone }: Props) {
  const w = useWords();
  const say = useProblemWords();
  const today = useToday();
  const [personId, setPersonId] = useState('');
  const [method, setMethod] = useState('');
  const [givenOn, setGivenOn] = useState(today);
  const [note, setNote] = useState('');
  const [attempt, setAttempt] = useState(0);
  const send = useSend<RecordCopy, CopiesView>(`/assessments/${view.id}/copies`, {
    refresh: [`/assessments/${view.id}/copies`],
  });
  const lines = send.error ? errorsOf(send.error) : [];
  const errors =
    send.error && lines.length === 0 ? [{ message: send.error.detail || say(send.error) }] : lines;
  const wrong = (field: string) => lines.find((each) => each.field === field)?.message;
  const record = () => {
    setAttempt((count) => count + 1);
    send.mutate(
      {
        kind: readers.find((each) => each.personId === personId)?.kind ?? 'FAMILY',
        personId,
        subjectId: view.subjectId,
        method,
        givenOn,
        version: view.version,
        ...(note.trim() ? { note } : {}),
      },
      { onSuccess: onDone },
    );
  };
  return (
    <Card title={w('copies.record.title')}>
      <FieldStack>
        <ErrorSummary errors={errors} attempt={attempt} />
        <RadioGroup
          name="personId"
          label={w('copies.record.who')}
          options={readers.map((each) => ({ value: each.personId, label: each.name }))}
          value={personId}
          error={wrong('personId')}
          onChange={setPersonId}
        />
        <RadioGroup
          name="method"
          label={w('copies.record.how')}
          options={COPY_METHODS.rows.map(({ code, label }) => ({ value: code, label }))}
          value={method}
          error={wrong('method')}
          onChange={setMethod}
        />
        <DateField
          name="givenOn"
          label={w('copies.record.on')}
          value={givenOn}
          error={wrong('givenOn')}
          onChange={setGivenOn}
        />
        <TextInput
          name="note"
          label={w('copies.record.note')}
          value={note}
          error={wrong('note')}
          onChange={(event) => setNote(event.target.value)}
        />
        <div>
          <Button kind="filled" disabled={send.isPending} onClick={record}>
            {w('copies.record.send')}
          </Button>
        </div>
      </FieldStack>
    </Card>
  );
}
