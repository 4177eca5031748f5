import { useState } from 'react';
import { formatDate } from '@encircle/shared/dates';
import {
  SENT_WAYS,
  type RecordRequestView,
  type SendRecordRequest,
  type SentWay,
} from '@encircle/shared/record-requests';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { Select } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';
import { useStep } from './useStep';

/** The copy, the second look at it, and the proof that it went. */
export function SendingCard({ request }: { request: RecordRequestView }) {
  const w = useWords();
  const check = useStep<{ version: number }>(`/record-requests/${request.id}/check`);
  return (
    <Card title={w('requests.sending.title')}>
      <Stack style={{ gap: 12 }}>
        <p>
          {w('requests.sending.packed', { name: request.packedBy ?? '' })}{' '}
          {request.checkedBy === null
            ? w('requests.sending.unchecked')
            : w('requests.sending.checked', { name: request.checkedBy })}
        </p>
        {request.status === 'SENT' && (
          <p>
            {w('requests.sending.sent', {
              date: formatDate(request.sentOn ?? ''),
              how: w(`requests.ways.${(request.sentHow ?? 'BY_HAND') as SentWay}`),
              proof: request.proof ?? '',
            })}
          </p>
        )}
        <ErrorSummary errors={check.errors} attempt={check.attempt} />
        {request.status !== 'SENT' && (
          <Actions>
            <Button href={`/api/record-requests/${request.id}/pack.pdf`}>
              {w(request.status === 'PACKED' ? 'requests.sending.draft' : 'requests.sending.copy')}
            </Button>
            {request.mayCheck && (
              <Button
                kind="filled"
                disabled={check.busy}
                onClick={() => void check.send({ version: request.version })}
              >
                {w('requests.sending.check')}
              </Button>
            )}
          </Actions>
        )}
        {request.status === 'CHECKED' && <SendForm request={request} />}
      </Stack>
    </Card>
  );
}

function SendForm({ request }: { request: RecordRequestView }) {
  const w = useWords();
  const form = useStep<Partial<SendRecordRequest>>(`/record-requests/${request.id}/sending`);
  const [value, setValue] = useState<Partial<SendRecordRequest>>({ proof: '' });
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Select
        name="how"
        label={w('requests.sending.how')}
        options={SENT_WAYS.map((way) => ({ value: way, label: w(`requests.ways.${way}`) }))}
        value={value.how ?? ''}
        error={form.wrong('how')}
        onChange={(event) => setValue({ ...value, how: event.target.value as SentWay })}
      />
      <TextInput
        name="proof"
        label={w('requests.sending.proof')}
        hint={w('requests.sending.proofHint')}
        value={value.proof ?? ''}
        error={form.wrong('proof')}
        onChange={(event) => setValue({ ...value, proof: event.target.value })}
      />
      <Actions>
        <Button
          kind="filled"
          disabled={form.busy}
          onClick={() => void form.send({ ...value, version: request.version })}
        >
          {w('requests.sending.send')}
        </Button>
      </Actions>
    </FieldStack>
  );
}
