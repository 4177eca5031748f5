import { useState, type FormEvent } from 'react';
import { formatLong, londonDate, londonTime } from '@encircle/shared/dates';
import type { AnswerLinkView } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { api } from '@web/providers/http';
import { errorsOf, Problem } from '@web/providers/problem';
import { Button } from '@web/ui/Button';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextInput } from '@web/ui/TextInput';
import { answersFor, toSend } from './answer.model';

interface Props {
  token: string;
  link: AnswerLinkView;
  onOver: () => void;
}

/** One answer, which may be changed as long as the link works. */
export function AnswerForm({ token, link, onOver }: Props) {
  const w = useWords();
  const say = useProblemWords();
  const [answer, setAnswer] = useState<string | null>(link.answer === 'NO_ANSWER' ? null : link.answer);
  const [deputyName, setDeputy] = useState(link.deputyName ?? '');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
    setSaid('');
    setErrors([]);
    setBusy(true);
    try {
      await api('/answer-links/answer', { method: 'POST', body: toSend(token, answer, deputyName) });
      setSaid(w('answer.saved'));
    } catch (error) {
      if (error instanceof Problem && error.notFound) return onOver();
      const found = error instanceof Problem ? errorsOf(error) : [];
      setErrors(found.length > 0 ? found : [{ message: say(error) }]);
    } finally {
      setBusy(false);
    }
  }

  const day = londonDate(link.plannedAt);
  return (
    <>
      <PageTitle
        title={w('answer.title')}
        tab={w('answer.title')}
        note={w('answer.about', { ref: link.ref, day: formatLong(day), time: londonTime(link.plannedAt) })}
      />
      <form noValidate onSubmit={(event) => void submit(event)}>
        <FieldStack>
          <p>
            {link.agencyName !== null && w('answer.service', { agency: link.agencyName })}{' '}
            {w('answer.how', { last: formatLong(day) })}
          </p>
          <ErrorSummary errors={errors} attempt={attempt} />
          <RadioGroup
            name="answer"
            label={w('answer.question')}
            error={errorOf('answer')}
            options={answersFor(link)}
            value={answer}
            onChange={setAnswer}
          />
          {answer === 'DEPUTY' && (
            <TextInput
              name="deputyName"
              label={w('answer.deputy')}
              error={errorOf('deputyName')}
              value={deputyName}
              onChange={(event) => setDeputy(event.target.value)}
            />
          )}
          <div>
            <Button kind="filled" size="large" type="submit" disabled={busy}>
              {w('answer.send')}
            </Button>
          </div>
          <p aria-live="polite">{said}</p>
        </FieldStack>
      </form>
    </>
  );
}
