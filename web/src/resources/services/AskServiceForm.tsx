import { useDeferredValue, useState } from 'react';
import type { CaseView } from '@encircle/shared/cases';
import type { AskService, ServiceList, ServiceRequestView, ServiceView } from '@encircle/shared/services';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { useGet } from '@web/providers/useGet';
import { RecipientReference } from '@web/resources/agreements/RecipientReference';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { Voice } from '@web/ui/Voice';

/** Which service, about which child and in which words; the light and what is sent stand there before it goes. */
export function AskServiceForm({ view, onDone }: { view: CaseView; onDone: () => void }) {
  const w = useWords();
  const [q, setQ] = useState('');
  const [service, setService] = useState<ServiceView | null>(null);
  const [childId, setChildId] = useState(view.children.length === 1 ? (view.children[0]?.id ?? '') : '');
  const [words, setWords] = useState('');
  const asked = useDeferredValue(q.trim());
  const found = useGet<ServiceList>('/services', { limit: 8, ...(asked ? { q: asked } : {}) });
  const form = useForm<Partial<AskService>, ServiceRequestView>(`/episodes/${view.id}/service-requests`, {
    refresh: [`/episodes/${view.id}`],
  });
  const child = view.children.find(({ id }) => id === childId);
  const send = async () => {
    const body = { ...(service ? { serviceId: service.id } : {}), ...(childId ? { childId } : {}), words };
    if ((await form.send(body)) !== null) onDone();
  };
  return (
    <Card title={w('services.requests.ask')}>
      <FieldStack>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <TextInput
          name="find"
          label={w('services.find')}
          hint={w('services.findHint')}
          maxLength={80}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        <RadioGroup
          name="serviceId"
          label={w('services.requests.service')}
          options={(found.data?.items ?? []).map(({ id, name, agency, specialist }) => ({
            value: id,
            label: name,
            hint: specialist ? w('services.specialist') : agency,
          }))}
          value={service?.id ?? null}
          error={form.wrong('serviceId')}
          onChange={(id) => setService(found.data?.items.find((each) => each.id === id) ?? null)}
        />
        {service &&
          (service.specialist ? (
            <Actions>
              <Button to={`/cases/${view.id}/team`}>{w('services.requests.broker')}</Button>
            </Actions>
          ) : (
            <RecipientReference
              caseId={view.id}
              agencyId={service.agencyId}
              userId={service.contactId ?? undefined}
            />
          ))}
        {view.children.length > 1 && (
          <RadioGroup
            name="childId"
            label={w('services.requests.child')}
            options={view.children.map(({ id, chosenName }) => ({ value: id, label: chosenName }))}
            value={childId}
            error={form.wrong('childId')}
            onChange={setChildId}
          />
        )}
        <TextArea
          name="words"
          label={w('services.requests.words')}
          hint={w('services.requests.wordsHint')}
          rows={4}
          maxLength={2000}
          value={words}
          error={form.wrong('words')}
          onChange={(event) => setWords(event.target.value)}
        />
        {service && !service.specialist && child && words.trim() !== '' && (
          <section aria-label={w('services.requests.sentTitle', { agency: service.agency })}>
            <p>{w('services.requests.sentTitle', { agency: service.agency })}</p>
            <Voice
              words={w('services.requests.sent', { child: child.chosenName, words: words.trim() })}
              from={w('services.requests.sentFrom')}
            />
          </section>
        )}
        <Actions>
          <Button
            kind="filled"
            disabled={form.busy || service?.specialist === true}
            onClick={() => void send()}
          >
            {w('services.requests.send')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {w('services.requests.cancel')}
          </Button>
        </Actions>
      </FieldStack>
    </Card>
  );
}
