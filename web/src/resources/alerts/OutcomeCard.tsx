import { useState } from 'react';
import type { AlertView, DecideAlert } from '@encircle/shared/alerts';
import { ALERT_OUTCOMES } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';

/** What looking into it came to. */
export function OutcomeCard({ alert: { row } }: { alert: AlertView }) {
  const w = useWords();
  const say = useProblemWords();
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<string | undefined>();
  const [words, setWords] = useState('');
  const send = useSend<Partial<DecideAlert>>(`/alerts/${row.id}/outcome`, { refresh: ['/alerts'] });
  const errors = send.error ? errorsOf(send.error) : [];
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <Card title={w('alerts.decide.title')} note={w('alerts.decide.note')}>
      <FieldStack>
        <ErrorSummary errors={errors} attempt={attempt} />
        {send.error && errors.length === 0 && <Notice kind="red">{say(send.error)}</Notice>}
        <RadioGroup
          name="outcome"
          label={w('alerts.decide.outcome')}
          options={ALERT_OUTCOMES.rows.map(({ code, label }) => ({ value: code, label }))}
          value={outcome}
          error={errorOf('outcome')}
          onChange={setOutcome}
        />
        <TextArea
          name="words"
          label={w('alerts.decide.words')}
          hint={w('alerts.decide.hint')}
          rows={4}
          maxLength={4000}
          value={words}
          error={errorOf('words')}
          onChange={(event) => setWords(event.target.value)}
        />
        <div>
          <Button
            kind="filled"
            disabled={send.isPending}
            onClick={() => {
              setAttempt((n) => n + 1);
              send.mutate({ version: row.version, words, ...(outcome === undefined ? {} : { outcome }) });
            }}
          >
            {w('alerts.decide.save')}
          </Button>
        </div>
      </FieldStack>
    </Card>
  );
}
