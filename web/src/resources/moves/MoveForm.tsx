import { useState } from 'react';
import { DEFAULT_TERMS, fillTerms } from '@encircle/shared/codes';
import type { MoveAnswerView, MoveEpisode, NextMoveView } from '@encircle/shared/episodes';
import { useWords, type WordKey } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { inTheWay } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckBox } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { commandOf, formOf, type MoveField, type Typed } from './moves.model';

export interface MoveFormProps {
  caseId: string;
  move: NextMoveView;
  version: number;
  onDone: (answer: MoveAnswerView) => void;
  onLeave: () => void;
}

/** What a move asks to be written down. Who only signs adds nothing to what was written. */
export function MoveForm({ caseId, move, version, onDone, onLeave }: MoveFormProps) {
  const w = useWords();
  const say = useProblemWords();
  const [typed, setTyped] = useState<Typed>({});
  const [attempt, setAttempt] = useState(0);
  const send = useSend<MoveEpisode, MoveAnswerView>(`/episodes/${caseId}/moves`, {
    refresh: [`/episodes/${caseId}`, '/my'],
  });
  const stale = send.error?.code === 'STALE';
  const errors = stale ? [{ message: w('moves.version') }] : send.error ? inTheWay(send.error, say) : [];
  const fields = move.standing === 'SIGN' ? [] : formOf(move.id);
  return (
    <Card title={fillTerms(move.trigger, DEFAULT_TERMS)}>
      <FieldStack>
        <ErrorSummary errors={errors} attempt={attempt} />
        {fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            value={typed[field.name]}
            error={errors.find((each) => 'field' in each && each.field === field.name)?.message}
            onChange={(value) => setTyped((now) => ({ ...now, [field.name]: value }))}
          />
        ))}
        <Actions>
          <Button
            kind="filled"
            disabled={send.isPending}
            onClick={() => {
              setAttempt((count) => count + 1);
              // The form is gone as soon as the page knows the new stage; the answer is for the page.
              void send
                .mutateAsync(commandOf(move.id, version, move.standing === 'SIGN' ? null : typed))
                .then(onDone)
                .catch(() => undefined);
            }}
          >
            {w(move.standing === 'SIGN' ? 'moves.signIt' : 'moves.save')}
          </Button>
          <Button kind="neutral" onClick={onLeave}>
            {w('moves.keep')}
          </Button>
        </Actions>
      </FieldStack>
    </Card>
  );
}

const HINTED = ['newArea', 'documents', 'reason', 'held', 'into', 'ground'];

interface FieldProps {
  field: MoveField;
  value: string | boolean | undefined;
  error: string | undefined;
  onChange: (value: string | boolean) => void;
}

function Field({ field: { name, key, kind }, value, error, onChange }: FieldProps) {
  const w = useWords();
  const label = w(`moves.form.${key}`);
  const hint = HINTED.includes(key) ? { hint: w(`moves.form.${key}Hint` as WordKey) } : {};
  const text = typeof value === 'string' ? value : '';
  if (kind === 'tick')
    return <CheckBox name={name} label={label} {...hint} checked={value === true} onChange={onChange} />;
  if (kind === 'date')
    return (
      <DateField name={name} label={label} error={error} value={text || undefined} onChange={onChange} />
    );
  const shared = {
    name,
    label,
    ...hint,
    error,
    value: text,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return kind === 'line' ? <TextInput {...shared} /> : <TextArea {...shared} rows={3} />;
}
