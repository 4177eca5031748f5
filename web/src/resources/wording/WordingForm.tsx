import { useState } from 'react';
import {
  directionOf,
  STATEMENT_FORMS,
  STATEMENT_LANGUAGES,
  type AddStatement,
  type StatementForm,
  type StatementVersionsView,
} from '@encircle/shared/consents';
import { StatementText } from '@web/journeys/consent/StatementText';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useToday } from '@web/providers/me';
import { errorsOf, Problem } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { wordingErrors } from './wording.model';

export interface WordingStart {
  language: string;
  form: StatementForm;
  body: string;
}

interface Props {
  start: WordingStart;
  onLeave: () => void;
  onDone: () => void;
}

/** A new wording, shown as it will be read out. */
export function WordingForm({ start, onLeave, onDone }: Props) {
  const w = useWords();
  const say = useProblemWords();
  const today = useToday();
  const [form, setForm] = useState({ ...start, validFrom: today });
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useSend<AddStatement, StatementVersionsView>('/consent-statements', {
    refresh: ['/consent-statements'],
  });
  const set = (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part }));
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const save = async () => {
    setAttempt((n) => n + 1);
    const wrong = [
      ...(form.language ? [] : [{ field: 'language', message: w('wording.chooseLanguage') }]),
      ...wordingErrors(form, today, w('wording.short')),
    ];
    setErrors(wrong);
    if (wrong.length > 0) return;
    try {
      await send.mutateAsync(form);
      onDone();
    } catch (error) {
      const fields = error instanceof Problem ? errorsOf(error) : [];
      setErrors(fields.length > 0 ? fields : [{ message: say(error) }]);
    }
  };
  return (
    <Stack>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Card title={w('wording.new')} note={w('wording.newNote')}>
        <FieldStack>
          <Select
            name="language"
            label={w('wording.language')}
            options={STATEMENT_LANGUAGES.map(({ code, label, own }) => ({
              value: code,
              label: label === own ? label : `${label} (${own})`,
            }))}
            value={form.language}
            error={errorOf('language')}
            onChange={(event) => set({ language: event.target.value })}
          />
          <RadioGroup
            name="form"
            label={w('wording.form')}
            options={STATEMENT_FORMS.map((value) => ({ value, label: w(`wording.forms.${value}`) }))}
            value={form.form}
            onChange={(value) => set({ form: value as StatementForm })}
          />
          <TextArea
            name="body"
            label={w('wording.body')}
            hint={w('wording.bodyHint')}
            rows={16}
            maxLength={8000}
            dir={directionOf(form.language)}
            lang={form.language || undefined}
            value={form.body}
            error={errorOf('body')}
            onChange={(event) => set({ body: event.target.value })}
          />
          <DateField
            name="validFrom"
            label={w('wording.validFrom')}
            value={form.validFrom}
            error={errorOf('validFrom')}
            onChange={(validFrom) => set({ validFrom })}
          />
        </FieldStack>
      </Card>
      {form.body.trim() !== '' && (
        <Card title={w('wording.preview')}>
          <StatementText
            statement={{
              body: form.body,
              language: form.language || 'en',
              direction: directionOf(form.language),
            }}
          />
        </Card>
      )}
      <Actions>
        <Button kind="filled" disabled={send.isPending} onClick={() => void save()}>
          {w(send.isPending ? 'wording.saving' : 'wording.save')}
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          {w('wording.leave')}
        </Button>
      </Actions>
    </Stack>
  );
}
