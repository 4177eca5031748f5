import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatDate } from '@encircle/shared/dates';
import type { AnswerOffer, OfferView } from '@encircle/shared/enquiries';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';

/** The reader is asked: yes, or no and why. After a no there is nothing more to read. */
export function AnswerCard({ offer }: { offer: OfferView }) {
  const w = useWords();
  const go = useNavigate();
  const [saysNo, setSaysNo] = useState(false);
  const [reason, setReason] = useState('');
  const form = useForm<AnswerOffer, OfferView>(`/enquiry-offers/${offer.id}/answer`, {
    refresh: ['/enquiries'],
  });
  const decline = async () => {
    if (await form.send({ answer: 'DECLINE', reason, version: offer.version })) await go('/enquiries');
  };
  return (
    <Card
      title={w('enquiries.offer.mine')}
      note={w('enquiries.offer.mineNote', { date: formatDate(offer.answerBy) })}
    >
      <FieldStack>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        {saysNo && (
          <TextArea
            name="reason"
            label={w('enquiries.offer.reason')}
            hint={w('enquiries.offer.reasonHint')}
            rows={2}
            maxLength={1000}
            value={reason}
            error={form.wrong('reason')}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        <Actions>
          {!saysNo && (
            <Button
              kind="filled"
              disabled={form.busy}
              onClick={() => void form.send({ answer: 'ACCEPT', version: offer.version })}
            >
              {w('enquiries.offer.yes')}
            </Button>
          )}
          <Button
            kind="neutral"
            disabled={form.busy}
            onClick={() => (saysNo ? void decline() : setSaysNo(true))}
          >
            {w(saysNo ? 'enquiries.offer.send' : 'enquiries.offer.no')}
          </Button>
        </Actions>
      </FieldStack>
    </Card>
  );
}
