import { styled } from '@mui/material/styles';
import { useQueryClient } from '@tanstack/react-query';
import { History, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { FindAnswer } from '@encircle/shared/people';
import { readSearch } from '@encircle/shared/people';
import { londonTime } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { api } from '@web/providers/http';
import { beginChild } from '@web/providers/begun-child';
import { useMe, useToday } from '@web/providers/me';
import { errorsOf, Problem } from '@web/providers/problem';
import { InvolvementReference } from '@web/resources/involvements/InvolvementReference';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Columns, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { Answers } from './Answers';
import { FindForm } from './FindForm';
import { OwnAsks } from './OwnAsks';
import { detailsOf, purposeFor, reasonOf, type FindForm as Form } from './find.model';
import { keepLast, readLast } from './last-search';

const Allowance = styled('p')({
  display: 'flex',
  gap: 6,
  alignItems: 'center',
  marginTop: 12,
  fontSize: '0.875rem',
  color: 'var(--ink-soft)',
});
const Side = styled('div')({
  display: 'grid',
  gap: 16,
  '& section > div > p': { fontSize: '0.9375rem', lineHeight: '1.375rem' },
});

/** Search before anything is added. Nothing typed here is ever part of an address. */
export default function FindPage() {
  const w = useWords();
  const say = useProblemWords();
  const client = useQueryClient();
  const today = useToday();
  const { membership } = useMe();
  const [form, setForm] = useState<Form>(() => readLast(client).form);
  const [answer, setAnswer] = useState<FindAnswer | null>(() => readLast(client).answer);
  const [asked, setAsked] = useState<Form>(() => readLast(client).form);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const results = useRef<HTMLDivElement>(null);
  const change = (part: Partial<Form>) => setForm((old) => ({ ...old, ...part }));
  useEffect(() => keepLast(client, { form, answer }), [client, form, answer]);

  const search = async () => {
    setAttempt((n) => n + 1);
    const wrong = mistakes(form, today, w('find.why.missing'));
    setErrors(wrong);
    if (wrong.length > 0 || form.why === null) return;
    setBusy(true);
    try {
      const reason = reasonOf(form);
      const found = await ask(form, purposeFor(membership.role, form.why), reason);
      setAnswer(found);
      if (found.mayAdd) beginChild(client, form);
      setAsked(form);
      requestAnimationFrame(() => results.current?.focus());
    } catch (error) {
      setErrors(readable(error, (problem) => over(problem, w) ?? say(problem)));
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <PageTitle title={w('find.title')} note={w('find.note')} />
      <Stack>
        <ErrorSummary errors={errors} attempt={attempt} />
        <FindForm form={form} onChange={change} onSubmit={() => void search()} errors={errors} busy={busy} />
        {answer && (
          <Columns>
            <div ref={results} tabIndex={-1} style={{ outline: 'none' }}>
              <Answers key={JSON.stringify(answer.allowance)} answer={answer} form={asked} />
            </div>
            <Side>
              <Card title={w('find.side.title')}>
                <p>{w('find.side.body')}</p>
                <Allowance>
                  <History size={16} strokeWidth={1.75} aria-hidden />
                  {w('find.side.allowance', { used: answer.allowance.used, limit: answer.allowance.limit })}
                </Allowance>
              </Card>
              {answer.mayAdd && (
                <Card title={w('find.side.notHere')}>
                  <p>{w('find.side.notHereBody')}</p>
                  <div style={{ marginTop: 12 }}>
                    <Button kind="outlined" icon={Plus} to="/children/new" fullWidth>
                      {w('find.side.add')}
                    </Button>
                  </div>
                </Card>
              )}
            </Side>
          </Columns>
        )}
        <OwnAsks />
        <InvolvementReference />
      </Stack>
    </>
  );
}

function ask(form: Form, purpose: string, reason: string): Promise<FindAnswer> {
  return api<FindAnswer>('/find', { method: 'POST', purpose, reason, body: detailsOf(form) });
}

/** The same rules the API applies, said before anything is sent. */
function mistakes(form: Form, today: string, missing: string): FormError[] {
  const { problems } = readSearch(
    { name: form.name, dateOfBirth: form.dateOfBirth, postcode: form.postcode, nhsNumber: form.nhsNumber },
    today,
  );
  const why =
    form.why === null
      ? [{ field: 'reason', message: missing }]
      : form.why === 'other' && form.other.trim() === ''
        ? [{ field: 'other', message: missing }]
        : [];
  return [...why, ...Object.entries(problems).map(([field, [message = '']]) => ({ field, message }))];
}

function readable(error: unknown, say: (error: unknown) => string): FormError[] {
  const fields = error instanceof Problem ? errorsOf(error) : [];
  return fields.length > 0 ? fields : [{ message: say(error) }];
}

function over(error: unknown, w: ReturnType<typeof useWords>): string | null {
  if (!(error instanceof Problem) || error.code !== 'SEARCH_ALLOWANCE') return null;
  const { limit, resetsAt } = error.data as { limit?: number; resetsAt?: string };
  return w('find.side.over', { limit: limit ?? 0, time: londonTime(resetsAt ?? '') });
}
