import { useState } from 'react';
import type { AskConsultation, ConsultationView } from '@encircle/shared/engagement';
import { useWords } from '@web/i18n/useWords';
import { ColleaguePicker, type Colleague } from '@web/resources/lead/ColleagueReference';
import { Button } from '@web/ui/Button';
import { Chip, ChipRow } from '@web/ui/Chip';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { useForm } from './useForm';

/** What to talk about, without saying who it is, and with whom. */
export function AskForm({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const w = useWords();
  const form = useForm<AskConsultation, ConsultationView>(`/episodes/${caseId}/consultations`);
  const [question, setQuestion] = useState('');
  const [chosen, setChosen] = useState<readonly Colleague[]>([]);
  const [next, setNext] = useState<Colleague | null>(null);
  const add = (who: Colleague) => {
    setNext(null);
    setChosen([...chosen.filter(({ userId }) => userId !== who.userId), who]);
  };
  const ask = async () => {
    const colleagueIds = [...new Set([...chosen, ...(next ? [next] : [])].map(({ userId }) => userId))];
    if ((await form.send({ question, colleagueIds })) !== null) onDone();
  };
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextArea
        name="question"
        label={w('engagement.consult.question')}
        hint={w('engagement.consult.questionHint')}
        rows={4}
        maxLength={4000}
        value={question}
        error={form.wrong('question')}
        onChange={(event) => setQuestion(event.target.value)}
      />
      <div id="colleagueIds" tabIndex={-1}>
        <p>{w('engagement.consult.team')}</p>
        {chosen.length > 0 && (
          <ChipRow label={w('engagement.consult.who')}>
            {chosen.map((each) => (
              <Chip
                key={each.userId}
                kind="remove"
                onClick={() => setChosen(chosen.filter((other) => other !== each))}
              >
                {each.fullName ?? ''}
              </Chip>
            ))}
          </ChipRow>
        )}
        <ColleaguePicker name="colleague" value={next} onChange={setNext} />
        {next && (
          <Actions style={{ marginTop: 12 }}>
            <Button size="small" onClick={() => add(next)}>
              {w('engagement.consult.add')}
            </Button>
          </Actions>
        )}
      </div>
      <Actions>
        <Button kind="filled" disabled={form.busy} onClick={() => void ask()}>
          {w('engagement.consult.send')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {w('engagement.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}
