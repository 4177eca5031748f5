import { useState } from 'react';
import type { AddQuestion, FormVersionsView } from '@encircle/shared/assessments';
import { ADDED_TYPES, isChoice } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckBox } from '@web/ui/CheckList';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';

const EMPTY = {
  section: '',
  type: 'LONG_TEXT' as AddQuestion['type'],
  label: '',
  hint: '',
  required: false,
  /** One on each line. */
  answers: '',
};

/** The list goes with questions answered by choosing; what was typed for another kind stays on the page. */
function commandOf({ answers, ...rest }: typeof EMPTY, rowVersion: number): AddQuestion {
  const lines = answers.split('\n').map((line) => line.trim());
  return { ...rest, rowVersion, ...(isChoice(rest.type) ? { answers: lines.filter(Boolean) } : {}) };
}

/** A question for the draft of the next version. */
export function AddQuestionForm({ view, onAdded }: { view: FormVersionsView; onAdded: () => void }) {
  const w = useWords();
  const say = useProblemWords();
  const [form, setForm] = useState(EMPTY);
  const [attempt, setAttempt] = useState(0);
  const send = useSend<AddQuestion, FormVersionsView>(`/forms/${view.code}/questions`, {
    refresh: [`/forms/${view.code}`],
  });
  const set = (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part }));
  const lines = send.error ? errorsOf(send.error) : [];
  const errors =
    send.error && lines.length === 0 ? [{ message: send.error.detail || say(send.error) }] : lines;
  const wrong = (field: string) => lines.find((each) => each.field === field)?.message;
  const add = () => {
    setAttempt((count) => count + 1);
    const rowVersion = view.items.find((item) => item.status === 'DRAFT')?.rowVersion ?? 0;
    send.mutate(commandOf(form, rowVersion), {
      onSuccess: () => {
        setForm(EMPTY);
        onAdded();
      },
    });
  };
  return (
    <Card title={w('forms.add.title')}>
      <FieldStack>
        <ErrorSummary errors={errors} attempt={attempt} />
        <Select
          name="section"
          label={w('forms.add.section')}
          options={view.sections.map(({ key, title }) => ({ value: key, label: title }))}
          value={form.section}
          error={wrong('section')}
          onChange={(event) => set({ section: event.target.value })}
        />
        <TextInput
          name="label"
          label={w('forms.add.label')}
          hint={w('forms.add.labelHint')}
          maxLength={150}
          value={form.label}
          error={wrong('label')}
          onChange={(event) => set({ label: event.target.value })}
        />
        <TextInput
          name="hint"
          label={w('forms.add.hint')}
          hint={w('forms.add.hintHint')}
          maxLength={200}
          value={form.hint}
          error={wrong('hint')}
          onChange={(event) => set({ hint: event.target.value })}
        />
        <RadioGroup
          name="type"
          label={w('forms.add.type')}
          options={ADDED_TYPES.map((value) => ({ value, label: w(`forms.types.${value}`) }))}
          value={form.type}
          error={wrong('type')}
          onChange={(type) => set({ type: type as AddQuestion['type'] })}
        />
        {isChoice(form.type) && (
          <TextArea
            name="answers"
            label={w('forms.add.answers')}
            hint={w('forms.add.answersHint')}
            rows={4}
            value={form.answers}
            error={wrong('answers')}
            onChange={(event) => set({ answers: event.target.value })}
          />
        )}
        <CheckBox
          name="required"
          label={w('forms.add.required')}
          checked={form.required}
          onChange={(required) => set({ required })}
        />
        <div>
          <Button kind="filled" disabled={send.isPending} onClick={add}>
            {w('forms.add.send')}
          </Button>
        </div>
      </FieldStack>
    </Card>
  );
}
