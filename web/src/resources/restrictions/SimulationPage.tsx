import { useState } from 'react';
import type { AskSimulation, SimulatedAnswer, SimulationView } from '@encircle/shared/restrictions';
import { INFORMATION_CATEGORIES, labelOf } from '@encircle/shared/codes';
import { formatDate, formatLong, londonDate, londonTime } from '@encircle/shared/dates';
import { useTranslate } from 'react-admin';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { ColleaguePicker, type Colleague } from '@web/resources/lead/ColleagueReference';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { TextInput } from '@web/ui/TextInput';

/** The information-governance officer asks what somebody could see, now or at a moment that has passed. */
export default function SimulationPage() {
  const w = useWords();
  const say = useProblemWords();
  const [who, setWho] = useState<Colleague | null>(null);
  const [value, setValue] = useState({ ref: '', day: '', time: '' });
  const [attempt, setAttempt] = useState(0);
  const send = useSend<Partial<AskSimulation>, SimulationView>('/access-simulations');
  const lines = send.error ? errorsOf(send.error) : [];
  const wrong = Object.fromEntries(lines.map(({ field, message }) => [field, message]));
  const at = value.day ? { at: `${value.day}T${value.time || '12:00'}:00Z` } : {};
  return (
    <>
      <PageTitle title={w('restrictions.simulation.title')} note={w('restrictions.simulation.note')} />
      <Stack>
        <Card>
          <FieldStack>
            <ErrorSummary errors={lines} attempt={attempt} />
            {send.error && lines.length === 0 && <Notice kind="red">{say(send.error)}</Notice>}
            <TextInput
              name="ref"
              label={w('restrictions.form.ref')}
              hint={w('restrictions.form.refHint')}
              value={value.ref}
              error={wrong['ref']}
              onChange={(event) => setValue({ ...value, ref: event.target.value })}
            />
            <div id="userId" tabIndex={-1}>
              <ColleaguePicker name="worker" value={who} onChange={setWho} />
              {wrong['userId'] && <Notice kind="red">{wrong['userId']}</Notice>}
            </div>
            <DateField
              name="at"
              label={w('restrictions.simulation.day')}
              hint={w('restrictions.simulation.dayHint')}
              value={value.day}
              error={wrong['at']}
              onChange={(day) => setValue({ ...value, day })}
            />
            <TextInput
              name="time"
              label={w('restrictions.simulation.time')}
              hint={w('restrictions.simulation.timeHint')}
              value={value.time}
              onChange={(event) => setValue({ ...value, time: event.target.value })}
            />
            <div>
              <Button
                kind="filled"
                disabled={send.isPending}
                onClick={() => {
                  setAttempt((count) => count + 1);
                  send.mutate({ ref: value.ref, ...(who ? { userId: who.userId } : {}), ...at });
                }}
              >
                {w('restrictions.simulation.ask')}
              </Button>
            </div>
          </FieldStack>
        </Card>
        {send.data && <Answers view={send.data} />}
      </Stack>
    </>
  );
}

function Answers({ view }: { view: SimulationView }) {
  const w = useWords();
  const when = `${formatLong(londonDate(view.at))}, ${londonTime(view.at)}`;
  return (
    <>
      {view.children.map(({ child, answers }) => (
        <Card
          key={child}
          title={w('restrictions.simulation.answer', { name: view.worker, ref: view.ref })}
          note={w('restrictions.simulation.at', { when, child })}
          flush
        >
          <DataTable<SimulatedAnswer>
            label={w('restrictions.simulation.answer', { name: view.worker, ref: view.ref })}
            rows={answers}
            rowKey={({ category }) => category}
            columns={[
              {
                key: 'kind',
                title: w('access.why.kind'),
                head: true,
                cell: ({ category }) => labelOf(INFORMATION_CATEGORIES, category),
              },
              {
                key: 'effect',
                title: w('restrictions.simulation.result'),
                cell: (row) => <Result answer={row} />,
              },
              { key: 'why', title: w('access.why.because'), cell: (row) => <Reasons answer={row} /> },
            ]}
          />
        </Card>
      ))}
    </>
  );
}

function Result({ answer: { effect, what } }: { answer: SimulatedAnswer }) {
  const w = useWords();
  const translate = useTranslate();
  return (
    <>
      {w(`restrictions.simulation.effect.${effect}`)}
      {what && <small>{translate(`access.limit.${what}`, { _: '' })}</small>}
    </>
  );
}

function Reasons({ answer: { reasons, facts } }: { answer: SimulatedAnswer }) {
  const w = useWords();
  const translate = useTranslate();
  return (
    <>
      {reasons.map((code) => translate(`access.reason.${code}`, { _: '' })).join(' ')}
      {facts
        .filter(({ from }) => from !== null)
        .map(({ id, kind, what, from }) => (
          <small key={id}>
            {w(kind === 'PLACE' ? 'restrictions.simulation.place' : 'restrictions.simulation.agreement', {
              what: translate(`restrictions.simulation.places.${what}`, { _: '' }),
              date: formatDate(londonDate(from ?? '')),
            })}
          </small>
        ))}
    </>
  );
}
