import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { formatDate, formatLong, londonDate } from '@encircle/shared/dates';
import type { AnswerServiceRequest, ServiceRequestView } from '@encircle/shared/services';
import { useWords } from '@web/i18n/useWords';
import { BackLink } from '@web/layout/BackLink';
import { Loaded } from '@web/layout/Loaded';
import { useForm } from '@web/pages/useForm';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { TextArea } from '@web/ui/TextArea';
import { Voice } from '@web/ui/Voice';

/** One request: what somebody asks of the reader's service for a child. */
export default function RequestPage() {
  const { requestId = '' } = useParams();
  const w = useWords();
  const query = useGet<ServiceRequestView>(`/service-requests/${requestId}`);
  return (
    <Loaded query={query}>
      {(view) => (
        <>
          <PageTitle
            title={w('services.requests.about', { child: view.childName })}
            tab={w('services.requests.oneTitle')}
            note={view.service}
            kicker={<BackLink to="/services">{w('services.title')}</BackLink>}
          />
          <Stack>
            <Voice
              words={view.words}
              from={w('services.requests.from', {
                name: view.askedBy,
                agency: view.askedByAgency,
                date: formatLong(londonDate(view.askedAt)),
              })}
            />
            {view.mine && view.state === 'WAITING' ? (
              <Answer view={view} />
            ) : (
              <p>{w(`services.requests.state.${view.state}`, { date: formatDate(view.answerBy) })}</p>
            )}
            {view.state === 'ACCEPTED' && (
              <div>
                <Button kind="filled" to={`/cases/${view.episodeId}`}>
                  {w('services.requests.case')}
                </Button>
              </div>
            )}
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function Answer({ view }: { view: ServiceRequestView }) {
  const w = useWords();
  const go = useNavigate();
  const [saysNo, setSaysNo] = useState(false);
  const [reason, setReason] = useState('');
  const form = useForm<AnswerServiceRequest, ServiceRequestView>(`/service-requests/${view.id}/answer`, {
    refresh: ['/service-requests', '/my'],
  });
  const say = async (answer: 'ACCEPT' | 'DECLINE') => {
    const done = await form.send({
      answer,
      version: view.version,
      ...(answer === 'DECLINE' ? { reason } : {}),
    });
    if (done) await go(answer === 'ACCEPT' ? `/cases/${view.episodeId}` : '/services');
  };
  return (
    <Card note={w('services.requests.yesNote')} title={w('services.requests.oneTitle')}>
      <FieldStack>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        {saysNo && (
          <TextArea
            name="reason"
            label={w('services.requests.reason')}
            hint={w('services.requests.reasonHint')}
            rows={2}
            maxLength={1000}
            value={reason}
            error={form.wrong('reason')}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        <Actions>
          {!saysNo && (
            <Button kind="filled" disabled={form.busy} onClick={() => void say('ACCEPT')}>
              {w('services.requests.yes')}
            </Button>
          )}
          <Button
            kind="neutral"
            disabled={form.busy}
            onClick={() => (saysNo ? void say('DECLINE') : setSaysNo(true))}
          >
            {w(saysNo ? 'services.requests.sendNo' : 'services.requests.no')}
          </Button>
        </Actions>
      </FieldStack>
    </Card>
  );
}
