import { useState, type FormEvent } from 'react';
import type { AbsenceAlert } from '@encircle/shared/reports';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf, Problem } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';

/** What the partner promised, who promised it and by when. */
export function PromiseForm({ alert, onEnd }: { alert: AbsenceAlert; onEnd: (done: boolean) => void }) {
  const w = useWords();
  const say = useProblemWords();
  const [commitment, setCommitment] = useState(alert.commitment ?? '');
  const [promisedBy, setBy] = useState(alert.promisedBy ?? '');
  const [dueOn, setDue] = useState(alert.dueOn ?? '');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useSend(`/reports/absences/${alert.id}/promise`, {
    method: 'PUT',
    refresh: ['/reports/absences'],
  });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt((n) => n + 1);
    try {
      await send.mutateAsync({ version: alert.version, commitment, promisedBy, dueOn });
      onEnd(true);
    } catch (error) {
      const found = error instanceof Problem ? errorsOf(error) : [];
      setErrors(found.length > 0 ? found : [{ message: say(error) }]);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} style={{ marginTop: 16 }}>
      <FieldStack>
        <ErrorSummary errors={errors} attempt={attempt} />
        <TextArea
          name="commitment"
          label={w('reports.absences.promise')}
          hint={w('reports.absences.promiseHint')}
          rows={2}
          error={errorOf('commitment')}
          value={commitment}
          onChange={(event) => setCommitment(event.target.value)}
        />
        <TextInput
          name="promisedBy"
          label={w('reports.absences.by')}
          error={errorOf('promisedBy')}
          value={promisedBy}
          onChange={(event) => setBy(event.target.value)}
        />
        <DateField
          name="dueOn"
          label={w('reports.absences.due')}
          error={errorOf('dueOn')}
          value={dueOn}
          onChange={setDue}
        />
        <div style={{ display: 'flex', gap: 12 }}>
          <Button type="submit" disabled={send.isPending}>
            {w('reports.absences.save')}
          </Button>
          <Button onClick={() => onEnd(false)}>{w('reports.absences.cancel')}</Button>
        </div>
      </FieldStack>
    </form>
  );
}
