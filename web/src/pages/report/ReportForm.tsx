import { useState, type FormEvent } from 'react';
import { formatLong } from '@encircle/shared/dates';
import type { ReportLinkView, ReportQuestion } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { api } from '@web/providers/http';
import { errorsOf, Problem } from '@web/providers/problem';
import { Button } from '@web/ui/Button';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { ReportQuestions } from './ReportQuestions';
import { isEmpty, KEPT, keptFor, NO_WORDS, toKeep, toSend, type ReportWords } from './report.model';

interface Props {
  token: string;
  link: ReportLinkView;
  onEnd: (how: 'SENT' | 'OVER') => void;
}

export function ReportForm({ token, link, onEnd }: Props) {
  const w = useWords();
  const say = useProblemWords();
  const [words, setWords] = useState<ReportWords>(
    () => keptFor(token, localStorage.getItem(KEPT)) ?? NO_WORDS,
  );
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;

  function write(question: ReportQuestion, text: string) {
    const next = { ...words, [question]: text };
    setWords(next);
    setSaid('');
    localStorage.setItem(KEPT, toKeep(token, next));
  }

  function clear() {
    localStorage.removeItem(KEPT);
    setWords(NO_WORDS);
    setSaid(w('report.cleared'));
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (isEmpty(words)) return setErrors([{ field: 'goingWell', message: w('report.need') }]);
    setErrors([]);
    setBusy(true);
    try {
      await api('/report-links/report', { method: 'POST', body: toSend(token, words) });
      localStorage.removeItem(KEPT);
      onEnd('SENT');
    } catch (error) {
      setBusy(false);
      if (error instanceof Problem && error.notFound) {
        localStorage.removeItem(KEPT);
        return onEnd('OVER');
      }
      const found = error instanceof Problem ? errorsOf(error) : [];
      setErrors(found.length > 0 ? found : [{ message: say(error) }]);
    }
  }

  return (
    <>
      <PageTitle
        title={w('report.title')}
        tab={w('report.tab')}
        note={w('report.about', { agency: link.agencyName, ref: link.ref, due: formatLong(link.dueOn) })}
      />
      <form noValidate onSubmit={(event) => void submit(event)}>
        <FieldStack>
          <Notice kind="amber">{w('report.danger')}</Notice>
          <p>{w('report.how', { last: formatLong(link.expiresOn) })}</p>
          <ErrorSummary errors={errors} attempt={attempt} />
          <ReportQuestions words={words} errorOf={errorOf} write={write} />
          <p>
            {w('report.keeps')} {w('report.once')}
          </p>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12 }}>
            <Button kind="filled" size="large" type="submit" disabled={busy}>
              {w('report.send')}
            </Button>
            {!isEmpty(words) && <Button onClick={clear}>{w('report.clear')}</Button>}
          </div>
          <p aria-live="polite">{said}</p>
        </FieldStack>
      </form>
    </>
  );
}
