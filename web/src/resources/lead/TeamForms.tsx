import { useState } from 'react';
import { formatDate, londonDate } from '@encircle/shared/dates';
import type { InviteToTeam, NominateLead, NominationView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useSend } from '@web/providers/useGet';
import { RecipientReference } from '@web/resources/agreements/RecipientReference';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Notice } from '@web/ui/Notice';
import { Stack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { ColleaguePicker, type Colleague } from './ColleaguePicker';

/** Who is chosen, without the name that is only shown: the API takes nothing it does not know. */
const idsOf = ({ userId, agencyId }: Colleague) => ({ userId, agencyId });

/** Brings a colleague into the team; a service the family said no to is refused here, by name. */
export function AddColleague({ caseId }: { caseId: string }) {
  const w = useWords();
  const say = useProblemWords();
  const [who, setWho] = useState<Colleague | null>(null);
  const send = useSend<InviteToTeam>(`/episodes/${caseId}/team`, { refresh: [`/episodes/${caseId}`] });
  // Who is chosen while the last one is still being brought in stays chosen.
  const bringIn = (chosen: Colleague) =>
    send.mutate(idsOf(chosen), { onSuccess: () => setWho((now) => (now === chosen ? null : now)) });
  return (
    <Card title={w('lead.add')}>
      <Stack style={{ gap: 16 }}>
        <ColleaguePicker name="colleague" value={who} onChange={setWho} />
        {who && <RecipientReference caseId={caseId} {...idsOf(who)} />}
        {send.error && <Notice kind="red">{send.error.detail || say(send.error)}</Notice>}
        <div>
          <Button disabled={who === null || send.isPending} onClick={() => who && bringIn(who)}>
            {w('lead.addAction')}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}

/** Asks one colleague at a time; the answer comes from them. */
export function AskToLead({ caseId }: { caseId: string }) {
  const w = useWords();
  const say = useProblemWords();
  const [who, setWho] = useState<Colleague | null>(null);
  const [familyPreference, setPreference] = useState('');
  const [message, setMessage] = useState('');
  const send = useSend<NominateLead>(`/episodes/${caseId}/nominations`, {
    refresh: [`/episodes/${caseId}`],
  });
  return (
    <Card title={w('lead.ask')}>
      <Stack style={{ gap: 16 }}>
        <ColleaguePicker name="nominee" value={who} onChange={setWho} />
        {who && <RecipientReference caseId={caseId} {...idsOf(who)} />}
        <TextArea
          name="familyPreference"
          label={w('lead.preference')}
          rows={2}
          value={familyPreference}
          onChange={(event) => setPreference(event.target.value)}
        />
        <TextArea
          name="message"
          label={w('lead.message')}
          rows={2}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
        {send.error && <Notice kind="red">{send.error.detail || say(send.error)}</Notice>}
        <div>
          <Button
            kind="filled"
            disabled={who === null || send.isPending}
            onClick={() => who && send.mutate({ ...idsOf(who), familyPreference, message })}
          >
            {w('lead.askAction')}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}

export interface OpenOfferProps {
  caseId: string;
  offer: NominationView;
  mayAsk: boolean;
}

export function OpenOffer({ caseId, offer, mayAsk }: OpenOfferProps) {
  const w = useWords();
  const say = useProblemWords();
  const send = useSend(`/nominations/${offer.id}/answer`, { refresh: [`/episodes/${caseId}`] });
  return (
    <Notice>
      <p>{w('lead.asked', { name: offer.nominee, date: formatDate(londonDate(offer.askedAt)) })}</p>
      {send.error && <p>{send.error.detail || say(send.error)}</p>}
      {offer.mine ? (
        <Button size="small" to="/offers">
          {w('lead.offers.title')}
        </Button>
      ) : (
        mayAsk && (
          <Button
            size="small"
            kind="quiet"
            disabled={send.isPending}
            onClick={() => send.mutate({ answer: 'TAKE_BACK', version: offer.version })}
          >
            {w('lead.takeBack')}
          </Button>
        )
      )}
    </Notice>
  );
}
