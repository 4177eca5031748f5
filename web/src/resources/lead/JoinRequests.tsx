import { useState } from 'react';
import { formatDate, londonDate } from '@encircle/shared/dates';
import type { AnswerJoin, JoinRequestsView, JoinRequestView } from '@encircle/shared/joining';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { Light, type LightState } from '@web/ui/Light';
import { Notice } from '@web/ui/Notice';
import { Actions, Stack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { Voice } from '@web/ui/Voice';

const LIGHTS: Readonly<Record<JoinRequestView['agreed'], LightState>> = {
  AGREED: 'yes',
  REFUSED: 'said-no',
  NOT_AGREED: 'ask',
};

/** Colleagues who met the case in a search and ask to join: who, why, and what the family says to their service. */
export function JoinRequests({ caseId }: { caseId: string }) {
  const w = useWords();
  const query = useGet<JoinRequestsView>(`/episodes/${caseId}/join-requests`);
  const items = query.data?.items ?? [];
  const waiting = items.filter((each) => each.state === 'WAITING');
  const answered = items.filter((each) => each.state !== 'WAITING');
  if (items.length === 0) return null;
  return (
    <Card title={w('lead.joining.title')} count={waiting.length}>
      <Stack>
        {waiting.map((request) => (
          <Waiting key={request.id} caseId={caseId} request={request} />
        ))}
        {answered.length > 0 && (
          <CardLines aria-label={w('lead.joining.earlier')}>
            {answered.map((each) => (
              <li key={each.id}>
                {each.name}, {each.agency}: {w(`lead.joining.state.${each.state as 'ACCEPTED'}`)}
                {each.reason && `. ${each.reason}`}
              </li>
            ))}
          </CardLines>
        )}
      </Stack>
    </Card>
  );
}

function Waiting({ caseId, request }: { caseId: string; request: JoinRequestView }) {
  const w = useWords();
  const say = useProblemWords();
  const [saysNo, setSaysNo] = useState(false);
  const [reason, setReason] = useState('');
  const { name, agency, agreed } = request;
  const send = useSend<AnswerJoin, JoinRequestsView>(`/join-requests/${request.id}/answer`, {
    refresh: [`/episodes/${caseId}`],
  });
  const answer = (body: Pick<AnswerJoin, 'answer' | 'reason'>) =>
    send.mutate({ ...body, version: request.version });
  const wrong = send.error?.fields['reason']?.[0];
  return (
    <Stack style={{ gap: 12 }}>
      <Voice
        words={request.why}
        from={w('lead.joining.from', {
          name,
          job: request.jobTitle ? `${request.jobTitle}, ` : '',
          agency,
          date: formatDate(londonDate(request.askedAt)),
        })}
      />
      <Light state={LIGHTS[agreed]} from={w(`lead.joining.next.${agreed}`)}>
        {w(`lead.joining.light.${agreed}`, { agency })}
      </Light>
      {send.error && !wrong && <Notice kind="red">{send.error.detail || say(send.error)}</Notice>}
      {saysNo && (
        <TextArea
          name={`reason.${request.id}`}
          label={w('lead.joining.reason')}
          hint={w('lead.joining.reasonHint', { name })}
          rows={2}
          error={wrong}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <Actions>
        {saysNo ? (
          <Button disabled={send.isPending} onClick={() => answer({ answer: 'DECLINE', reason })}>
            {w('lead.joining.send')}
          </Button>
        ) : (
          <>
            {agreed === 'AGREED' && (
              <Button disabled={send.isPending} onClick={() => answer({ answer: 'ACCEPT' })}>
                {w('lead.joining.accept', { name })}
              </Button>
            )}
            {agreed === 'NOT_AGREED' && (
              <Button to={`/cases/${caseId}/agreement/new`}>{w('lead.joining.askFamily')}</Button>
            )}
            <Button kind="neutral" onClick={() => setSaysNo(true)}>
              {w('lead.joining.decline')}
            </Button>
          </>
        )}
      </Actions>
    </Stack>
  );
}
