import { useState } from 'react';
import { formatDate, formatLong, londonDate } from '@encircle/shared/dates';
import type { EnquiryView, OfferEnquiry, OfferView } from '@encircle/shared/enquiries';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { ColleaguePicker, type Colleague } from '@web/resources/lead/ColleagueReference';
import { LevelSeen } from '@web/resources/levels/LevelsSeenReference';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack, Stack } from '@web/ui/layout';
import { Voice } from '@web/ui/Voice';

/** What was decided and who was asked: for the CAF team and whoever takes it up. */
export function OffersCard({ view }: { view: EnquiryView }) {
  const w = useWords();
  const { triage, offers } = view;
  const lineOf = ({ worker, agency, state, answerBy }: OfferView) =>
    w('enquiries.offer.line', {
      worker,
      agency,
      state: w(`enquiries.offer.states.${state}`, { date: formatDate(answerBy) }),
    });
  if (triage === null) return null;
  return (
    <Card
      title={w('enquiries.triage.decided', { what: w(`enquiries.triage.decisions.${triage.decision}`) })}
      note={w('enquiries.triage.by', {
        name: triage.decidedBy,
        date: formatLong(londonDate(triage.decidedAt)),
      })}
    >
      <Stack style={{ gap: 16 }}>
        <p>{triage.why}</p>
        {triage.level && (
          <LevelSeen
            seen={triage.level}
            foot={w('levels.version', { version: triage.level.documentVersion })}
          />
        )}
        {triage.told && <Voice words={triage.told} from={w('enquiries.triage.told1')} />}
        {offers.length > 0 && (
          <CardLines aria-label={w('enquiries.offer.title')}>
            {offers.map((offer) => (
              <li key={offer.id}>
                {lineOf(offer)}
                {offer.reason && <p>{offer.reason}</p>}
              </li>
            ))}
          </CardLines>
        )}
        {view.mayOffer && <AskAgain view={view} />}
      </Stack>
    </Card>
  );
}

function AskAgain({ view }: { view: EnquiryView }) {
  const w = useWords();
  const [who, setWho] = useState<Colleague | null>(null);
  const form = useForm<Partial<OfferEnquiry>, EnquiryView>(`/enquiries/${view.id}/offers`, {
    refresh: ['/enquiries', '/enquiry-queue'],
  });
  const ask = () =>
    void form.send({
      ...(who ? { workerId: who.userId, agencyId: who.agencyId } : {}),
      version: view.version,
    });
  return (
    <FieldStack>
      <h3>{w('enquiries.offer.again')}</h3>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <div id="workerId" tabIndex={-1}>
        <ColleaguePicker name="worker" value={who} onChange={setWho} />
      </div>
      <div>
        <Button disabled={form.busy} onClick={ask}>
          {w('enquiries.offer.ask')}
        </Button>
      </div>
    </FieldStack>
  );
}
