import { useState } from 'react';
import type { EnquiryView, WithdrawEnquiry } from '@encircle/shared/enquiries';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';

/** The family changed its mind: the request is taken back from everybody who could read it. */
export function WithdrawCard({ view }: { view: EnquiryView }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const form = useForm<WithdrawEnquiry, EnquiryView>(`/enquiries/${view.id}/withdraw`, {
    refresh: ['/enquiries', '/enquiry-queue'],
  });
  if (!open)
    return (
      <div>
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {w('enquiries.one.withdraw')}
        </Button>
      </div>
    );
  return (
    <Card title={w('enquiries.one.withdraw')} note={w('enquiries.one.withdrawNote')}>
      <FieldStack>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <TextArea
          name="reason"
          label={w('enquiries.one.reason')}
          rows={2}
          maxLength={1000}
          value={reason}
          error={form.wrong('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        <Actions>
          <Button disabled={form.busy} onClick={() => void form.send({ reason, version: view.version })}>
            {w('enquiries.one.withdraw')}
          </Button>
          <Button kind="quiet" onClick={() => setOpen(false)}>
            {w('enquiries.one.keep')}
          </Button>
        </Actions>
      </FieldStack>
    </Card>
  );
}
