import { useState } from 'react';
import { useParams } from 'react-router';
import { formatDate, londonDate } from '@encircle/shared/dates';
import type { AnswerNomination, NominationView, OffersView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Actions, Stack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { Voice } from '@web/ui/Voice';

/** Who asks me to lead, with yes and no on the same footing. */
export default function OffersPage() {
  const w = useWords();
  const query = useGet<OffersView>('/my/nominations');
  const [answered, setAnswered] = useState<NominationView | null>(null);
  // The address of one offer puts it first; the others stand below.
  const { offerId } = useParams();
  return (
    <>
      <PageTitle title={w('lead.offers.title')} />
      <Stack>
        {answered && (
          <Notice kind="good">
            <p>{w(answered.status === 'ACCEPTED' ? 'lead.offers.accepted' : 'lead.offers.declined')}</p>
            {answered.status === 'ACCEPTED' && (
              <Button size="small" to={`/cases/${answered.episodeId}`}>
                {w('lead.offers.open')}
              </Button>
            )}
          </Notice>
        )}
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={w('lead.offers.none')}>{w('lead.offers.noneNote')}</EmptyState>
            ) : (
              <Stack>
                {[...items]
                  .sort((a, b) => Number(b.id === offerId) - Number(a.id === offerId))
                  .map((offer) => (
                    <Offer key={offer.id} offer={offer} onAnswered={setAnswered} />
                  ))}
              </Stack>
            )
          }
        </Loaded>
      </Stack>
    </>
  );
}

interface OfferProps {
  offer: NominationView;
  onAnswered: (offer: NominationView) => void;
}

function Offer({ offer, onAnswered }: OfferProps) {
  const w = useWords();
  const say = useProblemWords();
  const [saysNo, setSaysNo] = useState(false);
  const [reason, setReason] = useState('');
  const send = useSend<AnswerNomination, NominationView>(`/nominations/${offer.id}/answer`, {
    refresh: ['/my', '/episodes'],
  });
  const answer = (body: Omit<AnswerNomination, 'version'>) =>
    // The answered offer leaves the list with the answer: what is said then belongs to the page.
    void send.mutateAsync({ ...body, version: offer.version }).then(onAnswered, () => undefined);
  const wrong = send.error?.fields['reason']?.[0];
  return (
    <Card title={w('lead.offers.from', { name: offer.askedBy, date: formatDate(londonDate(offer.askedAt)) })}>
      <Stack style={{ gap: 16 }}>
        {offer.familyPreference && <Voice words={offer.familyPreference} from={w('lead.offers.family')} />}
        {offer.message && (
          <Voice words={offer.message} from={w('lead.offers.says', { name: offer.askedBy })} />
        )}
        {send.error && !wrong && <Notice kind="red">{send.error.detail || say(send.error)}</Notice>}
        {saysNo && (
          <TextArea
            name={`reason.${offer.id}`}
            label={w('lead.offers.reason')}
            hint={w('lead.offers.reasonHint')}
            rows={2}
            error={wrong}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        <Actions>
          {saysNo ? (
            <Button
              kind="filled"
              disabled={send.isPending}
              onClick={() => answer({ answer: 'DECLINE', reason })}
            >
              {w('lead.offers.send')}
            </Button>
          ) : (
            <>
              <Button disabled={send.isPending} onClick={() => answer({ answer: 'ACCEPT' })}>
                {w('lead.offers.accept')}
              </Button>
              <Button onClick={() => setSaysNo(true)}>{w('lead.offers.decline')}</Button>
            </>
          )}
        </Actions>
      </Stack>
    </Card>
  );
}
