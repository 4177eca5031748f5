import { useNavigate, useParams } from 'react-router';
import { formatDate, formatLong, londonDate } from '@encircle/shared/dates';
import type { AnswerServiceRequest, ServiceRequestView } from '@encircle/shared/services';
import { useWords } from '@web/i18n/useWords';
import { BackLink } from '@web/layout/BackLink';
import { Loaded } from '@web/layout/Loaded';
import { useForm } from '@web/pages/useForm';
import { YesOrNo } from '@web/pages/YesOrNo';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
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
  const { version } = view;
  const form = useForm<AnswerServiceRequest, ServiceRequestView>(`/service-requests/${view.id}/answer`, {
    refresh: ['/service-requests', '/my'],
  });
  return (
    <Card note={w('services.requests.yesNote')} title={w('services.requests.oneTitle')}>
      <YesOrNo
        form={form}
        words={{
          yes: w('services.requests.yes'),
          no: w('services.requests.no'),
          send: w('services.requests.sendNo'),
          reason: w('services.requests.reason'),
          reasonHint: w('services.requests.reasonHint'),
        }}
        onYes={async () => {
          if (await form.send({ answer: 'ACCEPT', version })) await go(`/cases/${view.episodeId}`);
        }}
        onNo={async (reason) => {
          if (await form.send({ answer: 'DECLINE', reason, version })) await go('/services');
        }}
      />
    </Card>
  );
}
