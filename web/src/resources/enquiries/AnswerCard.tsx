import { useNavigate } from 'react-router';
import { formatDate } from '@encircle/shared/dates';
import type { AnswerOffer, OfferView } from '@encircle/shared/enquiries';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { YesOrNo } from '@web/pages/YesOrNo';
import { Card } from '@web/ui/Card';

/** The reader is asked: yes, or no and why. After a no there is nothing more to read. */
export function AnswerCard({ offer }: { offer: OfferView }) {
  const w = useWords();
  const go = useNavigate();
  const { version } = offer;
  const form = useForm<AnswerOffer, OfferView>(`/enquiry-offers/${offer.id}/answer`, {
    refresh: ['/enquiries'],
  });
  return (
    <Card
      title={w('enquiries.offer.mine')}
      note={w('enquiries.offer.mineNote', { date: formatDate(offer.answerBy) })}
    >
      <YesOrNo
        form={form}
        words={{
          yes: w('enquiries.offer.yes'),
          no: w('enquiries.offer.no'),
          send: w('enquiries.offer.send'),
          reason: w('enquiries.offer.reason'),
          reasonHint: w('enquiries.offer.reasonHint'),
        }}
        onYes={() => form.send({ answer: 'ACCEPT', version })}
        onNo={async (reason) => {
          if (await form.send({ answer: 'DECLINE', reason, version })) await go('/enquiries');
        }}
      />
    </Card>
  );
}
