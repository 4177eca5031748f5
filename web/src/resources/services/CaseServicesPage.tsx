import { useState } from 'react';
import { useParams } from 'react-router';
import type { CaseView } from '@encircle/shared/cases';
import { formatDate, formatLong, londonDate } from '@encircle/shared/dates';
import type { AnswerServiceRequest, ServiceRequestList, ServiceRequestView } from '@encircle/shared/services';
import { useWords } from '@web/i18n/useWords';
import { CaseLink } from '@web/layout/CaseLink';
import { Loaded } from '@web/layout/Loaded';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { Actions, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Tag } from '@web/ui/Tag';
import { Voice } from '@web/ui/Voice';
import { AskServiceForm } from './AskServiceForm';

/** Services asked to join the work with a child: who, in which words, and what they said. */
export default function CaseServicesPage() {
  const { caseId = '' } = useParams();
  const w = useWords();
  const [asking, setAsking] = useState(false);
  const about = useGet<CaseView>(`/episodes/${caseId}`);
  const pages = useMorePages<ServiceRequestList>(`/episodes/${caseId}/service-requests`, { limit: 25 });
  return (
    <Loaded query={about}>
      {(view) => (
        <>
          <PageTitle
            title={w('services.requests.title')}
            note={w('services.requests.note')}
            kicker={<CaseLink caseId={caseId} name={view.children[0]?.name ?? null} />}
            actions={
              !asking &&
              !pages.error && (
                <Button kind="filled" onClick={() => setAsking(true)}>
                  {w('services.requests.ask')}
                </Button>
              )
            }
          />
          <Stack>
            {asking && <AskServiceForm view={view} onDone={() => setAsking(false)} />}
            <MorePages pages={pages} more={w('services.requests.more')}>
              {(items) =>
                items.length === 0 ? (
                  <EmptyState title={w('services.requests.none')}>
                    {w('services.requests.noneNote')}
                  </EmptyState>
                ) : (
                  <Stack style={{ gap: 16 }}>
                    {items.map((item) => (
                      <Request key={item.id} caseId={caseId} request={item} />
                    ))}
                  </Stack>
                )
              }
            </MorePages>
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function Request({ caseId, request }: { caseId: string; request: ServiceRequestView }) {
  const w = useWords();
  const say = useProblemWords();
  const { service, agency, worker, childName, state, answerBy, overdue } = request;
  const send = useSend<AnswerServiceRequest>(`/service-requests/${request.id}/answer`, {
    refresh: [`/episodes/${caseId}`],
  });
  const date = formatDate(answerBy);
  return (
    <Card title={service} note={`${worker}, ${agency}`}>
      <Stack style={{ gap: 12 }}>
        <Voice
          words={request.words}
          from={`${w('services.requests.about', { child: childName })}, ${formatLong(londonDate(request.askedAt))}`}
        />
        <div>
          <Tag tone={overdue ? 'amber' : state === 'ACCEPTED' ? 'good' : 'neutral'}>
            {overdue
              ? w('services.requests.overdue', { date })
              : w(`services.requests.state.${state}`, { date })}
          </Tag>
        </div>
        {request.reason && <p>{request.reason}</p>}
        {send.error && <Notice kind="red">{send.error.detail || say(send.error)}</Notice>}
        {state === 'WAITING' && (
          <Actions>
            <Button
              size="small"
              kind="quiet"
              disabled={send.isPending}
              onClick={() => send.mutate({ answer: 'TAKE_BACK', version: request.version })}
            >
              {w('services.requests.takeBack')}
            </Button>
          </Actions>
        )}
      </Stack>
    </Card>
  );
}
