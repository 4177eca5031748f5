import { useState } from 'react';
import {
  SENSITIVE_LEVELS,
  type InvolvementView,
  type RegisterInvolvement,
  type SensitiveLevel,
} from '@encircle/shared/sensitive';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf, Problem } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckBox } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { FieldGroup } from '@web/ui/FieldGroup';
import { FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';

const EMPTY = {
  givenNames: '',
  familyName: '',
  dateOfBirth: '',
  level: '',
  lineAgreed: false,
  decidedBy: '',
  explained: false,
  competence: '',
};
type Form = typeof EMPTY;

/** What they decided, in their order: whether at all, who may know, who said so. Nothing is looked up while typing. */
export function InvolvementForm({ kind, onDone }: { kind: string; onDone: (recorded: boolean) => void }) {
  const w = useWords();
  const say = useProblemWords();
  const [form, setForm] = useState<Form>(EMPTY);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useSend<RegisterInvolvement, InvolvementView>('/my/involvements', {
    refresh: ['/my/involvements'],
  });
  const set = (part: Partial<Form>) => setForm((old) => ({ ...old, ...part }));
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message;
  const save = async () => {
    setAttempt((n) => n + 1);
    try {
      const { recorded } = await send.mutateAsync(commandOf(form, kind));
      setErrors([]);
      setForm(EMPTY);
      onDone(recorded);
    } catch (error) {
      const fields = error instanceof Problem ? errorsOf(error) : [];
      setErrors(fields.length > 0 ? fields : [{ message: say(error) }]);
    }
  };
  const text = (name: 'givenNames' | 'familyName') => (
    <TextInput
      name={name}
      label={w(`involvements.${name}`)}
      maxLength={100}
      value={form[name]}
      error={wrong(name)}
      onChange={(event) => set({ [name]: event.target.value })}
    />
  );
  return (
    <Card title={w('involvements.form')} note={w(`involvements.kind.${kind as 'SENS_SH'}`)}>
      <FieldStack>
        <ErrorSummary errors={errors} attempt={attempt} />
        {text('givenNames')}
        {text('familyName')}
        <DateField
          name="dateOfBirth"
          label={w('involvements.dateOfBirth')}
          value={form.dateOfBirth}
          error={wrong('dateOfBirth')}
          onChange={(dateOfBirth) => set({ dateOfBirth })}
        />
        <RadioGroup
          name="level"
          label={w('involvements.levelLabel')}
          options={SENSITIVE_LEVELS.map((value) => ({
            value,
            label: w(`involvements.level.${value}`),
            hint: w(`involvements.levelHint.${value}`),
          }))}
          value={form.level}
          error={wrong('level')}
          onChange={(level) => set({ level })}
        />
        {form.level === 'SL1' && (
          <CheckBox
            name="lineAgreed"
            label={w('involvements.line')}
            checked={form.lineAgreed}
            onChange={(lineAgreed) => set({ lineAgreed })}
          />
        )}
        <RadioGroup
          name="decidedBy"
          label={w('involvements.decidedBy')}
          options={(['SELF', 'PARENT'] as const).map((value) => ({
            value,
            label: w(`involvements.by.${value}`),
          }))}
          value={form.decidedBy}
          error={wrong('decidedBy')}
          onChange={(decidedBy) => set({ decidedBy })}
        />
        {form.decidedBy === 'SELF' && (
          <TextArea
            name="competence"
            label={w('involvements.competence')}
            hint={w('involvements.competenceHint')}
            rows={3}
            maxLength={2000}
            value={form.competence}
            error={wrong('competence')}
            onChange={(event) => set({ competence: event.target.value })}
          />
        )}
        <FieldGroup id="explained" label={w('involvements.first')} error={wrong('explained')}>
          <CheckBox
            name="explained-box"
            label={w('involvements.explained')}
            checked={form.explained}
            onChange={(explained) => set({ explained })}
          />
        </FieldGroup>
        <div>
          <Button kind="filled" disabled={send.isPending} onClick={() => void save()}>
            {w('involvements.save')}
          </Button>
        </div>
      </FieldStack>
    </Card>
  );
}

function commandOf(form: Form, kind: string): RegisterInvolvement {
  const { competence, lineAgreed, level, decidedBy } = form;
  return {
    givenNames: form.givenNames,
    familyName: form.familyName,
    dateOfBirth: form.dateOfBirth,
    category: kind as RegisterInvolvement['category'],
    level: level as SensitiveLevel,
    ...(level === 'SL1' ? { lineAgreed } : {}),
    decidedBy: decidedBy as RegisterInvolvement['decidedBy'],
    explained: form.explained,
    ...(decidedBy === 'SELF' && competence.trim() !== '' ? { competence } : {}),
  };
}
