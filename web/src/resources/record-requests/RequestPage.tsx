import { useParams } from 'react-router';
import { formatDate } from '@encircle/shared/dates';
import type { RecordRequestView } from '@encircle/shared/record-requests';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Facts } from '@web/ui/Facts';
import { Actions, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { BeforeCard } from './BeforeCard';
import { DecisionCard } from './DecisionCard';
import { PackCard } from './PackCard';
import { SendingCard } from './SendingCard';
import { useStep } from './useStep';

/** One request, from who asks to the proof that it was sent. */
export default function RequestPage() {
  const { requestId = '' } = useParams();
  const query = useGet<RecordRequestView>(`/record-requests/${requestId}`);
  if (query.error?.code === 'TAKE_IT_UP' && !query.data) return <TakeUp id={requestId} />;
  return <Loaded query={query}>{(request) => <Request request={request} />}</Loaded>;
}

function Request({ request }: { request: RecordRequestView }) {
  const w = useWords();
  const early = request.status === 'WAITING' || request.status === 'OPEN';
  const packed = request.status === 'PACKED' || request.status === 'CHECKED' || request.status === 'SENT';
  return (
    <>
      <PageTitle
        title={w('requests.one', { reference: request.reference })}
        note={
          request.child === ''
            ? w('requests.case', { ref: request.episodeRef })
            : w('requests.oneNote', { child: request.child, ref: request.episodeRef })
        }
      />
      <Stack>
        <Card>
          <Facts
            facts={[
              { label: w('requests.status'), value: w(`requests.statuses.${request.status}`) },
              {
                label: w('requests.who'),
                value: request.requester,
                notes: [w(`requests.capacities.${request.capacity}`)],
              },
              { label: w('requests.whose'), value: request.forPerson ?? '–' },
              {
                label: w('requests.due'),
                value: request.dueOn === null ? w('requests.noClock') : formatDate(request.dueOn),
                notes: [w('requests.receivedOn', { date: formatDate(request.receivedOn) })],
              },
            ]}
          />
        </Card>
        {early && <BeforeCard request={request} />}
        {early && <DecisionCard request={request} />}
        {request.status === 'REFUSED' && (
          <Card title={w('requests.refused')} note={w('requests.refusedNote')}>
            <Stack style={{ gap: 12 }}>
              {request.answer.map((words) => (
                <p key={words}>{words}</p>
              ))}
              <div>
                <strong>{w('requests.inside')}</strong>
                <p>{request.reason}</p>
              </div>
            </Stack>
          </Card>
        )}
        {packed && <SendingCard request={request} />}
        {packed && request.status !== 'SENT' && <PackCard request={request} />}
      </Stack>
    </>
  );
}

/** Another officer's request: taken up before anything of it is shown. */
function TakeUp({ id }: { id: string }) {
  const w = useWords();
  const step = useStep<object>(`/record-requests/${id}/task`);
  return (
    <>
      <PageTitle title={w('requests.takeTitle')} note={w('requests.takeNote')} />
      {step.errors.map(({ message }) => (
        <p key={message} role="alert">
          {message}
        </p>
      ))}
      <Actions>
        <Button kind="filled" disabled={step.busy} onClick={() => void step.send({})}>
          {w('requests.take')}
        </Button>
        <Button to="/record-requests">{w('requests.back')}</Button>
      </Actions>
    </>
  );
}
