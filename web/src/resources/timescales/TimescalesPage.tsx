import { useState } from 'react';
import { formatDate, londonDate } from '@encircle/shared/dates';
import type { SetTimescale, TimescalesView, TimescaleView } from '@encircle/shared/timescales';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Actions, Stack } from '@web/ui/layout';
import { TextInput } from '@web/ui/TextInput';
import { labelOf, typedNumber, unitWords } from './timescales.model';

/** The time limits of this area, each with what is usual. */
export default function TimescalesPage() {
  const w = useWords();
  const query = useGet<TimescalesView>('/timescales');
  return (
    <>
      <PageTitle title={w('timescales.title')} note={w('timescales.note')} />
      <Loaded query={query}>
        {({ items }) => (
          <Card flush>
            <CardLines>
              {items.map((each) => (
                <li key={`${each.key} ${each.version}`}>
                  <Limit limit={each} />
                </li>
              ))}
            </CardLines>
          </Card>
        )}
      </Loaded>
    </>
  );
}

type Sent = Omit<SetTimescale, 'value'> & { value: number | string };

function Limit({ limit: { key, value, usual, version, since, by } }: { limit: TimescaleView }) {
  const w = useWords();
  const say = useProblemWords();
  const [typed, setTyped] = useState(String(value));
  const send = useSend<Sent>(`/timescales/${key}`, { method: 'PUT', refresh: ['/timescales'] });
  const wrong = send.error
    ? errorsOf(send.error).find((error) => error.field === 'value')?.message
    : undefined;
  const unit = w(unitWords(key));
  const hint = since
    ? w('timescales.set', { date: formatDate(londonDate(since)), name: by ?? '', value: `${usual} ${unit}` })
    : w('timescales.usual', { value: `${usual} ${unit}` });
  return (
    <Stack style={{ gap: 8 }}>
      {send.error && !wrong && (
        <Notice kind="red">{send.error.code === 'STALE' ? w('timescales.stale') : say(send.error)}</Notice>
      )}
      <Actions style={{ alignItems: 'flex-end' }}>
        <div style={{ flex: '1 1 16rem', maxWidth: '34rem' }}>
          <TextInput
            name={key}
            label={`${w(labelOf(key))} (${unit})`}
            hint={hint}
            inputMode="numeric"
            error={wrong}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button
          aria-label={`${w('timescales.save')}: ${w(labelOf(key))}`}
          disabled={send.isPending || typed.trim() === String(value)}
          onClick={() => send.mutate({ version, value: typedNumber(typed) })}
        >
          {w('timescales.save')}
        </Button>
      </Actions>
    </Stack>
  );
}
