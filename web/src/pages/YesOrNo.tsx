import { useState } from 'react';
import { Button } from '@web/ui/Button';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import type { useForm } from './useForm';

interface Words {
  yes: string;
  no: string;
  /** Sends the no, once its reason is asked. */
  send: string;
  reason: string;
  reasonHint: string;
}

/** Somebody is asked to take something up: yes at once, or no and then why. */
export function YesOrNo({
  form,
  words,
  onYes,
  onNo,
}: {
  form: Pick<ReturnType<typeof useForm>, 'errors' | 'attempt' | 'wrong' | 'busy'>;
  words: Words;
  onYes: () => Promise<unknown>;
  onNo: (reason: string) => Promise<unknown>;
}) {
  const [saysNo, setSaysNo] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {saysNo && (
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          rows={2}
          maxLength={1000}
          value={reason}
          error={form.wrong('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <Actions>
        {!saysNo && (
          <Button kind="filled" disabled={form.busy} onClick={() => void onYes()}>
            {words.yes}
          </Button>
        )}
        <Button
          kind="neutral"
          disabled={form.busy}
          onClick={() => (saysNo ? void onNo(reason) : setSaysNo(true))}
        >
          {saysNo ? words.send : words.no}
        </Button>
      </Actions>
    </FieldStack>
  );
}
