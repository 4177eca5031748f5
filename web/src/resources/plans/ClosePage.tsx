import { useState } from 'react';
import { useParams } from 'react-router';
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { formatLong } from '@encircle/shared/dates';
import type { ClosingView, PlanView } from '@encircle/shared/plans';
import { CaseLink } from '@web/layout/CaseLink';
import { Loaded } from '@web/layout/Loaded';
import { useWords } from '@web/i18n/useWords';
import { useMe } from '@web/providers/me';
import type { Problem } from '@web/providers/problem';
import { queryKey, useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { TextArea } from '@web/ui/TextArea';
import { CloseForm } from './CloseForm';
import { useFormSend } from './useFormSend';

/** The closing form for who leads; the signature for who approves; where it stands for both. */
export default function ClosePage() {
  const w = useWords();
  const { caseId = '' } = useParams();
  const closing = useGet<ClosingView>(`/episodes/${caseId}/close`);
  const plan = useGet<PlanView>(`/episodes/${caseId}/plan`);
  return (
    <Loaded query={closing}>
      {(view) => (
        <>
          <PageTitle
            title={w('plans.closePage.title')}
            note={w('plans.closePage.note')}
            kicker={<CaseLink caseId={caseId} name={plan.data?.child.name ?? null} />}
          />
          <Stack>
            <Standing view={view} />
            <Signature key={view.version} view={view} />
            {view.mayClose && isOpen(view) && <FormOf view={view} plan={plan} />}
          </Stack>
        </>
      )}
    </Loaded>
  );
}

/** Begins with what the plan says, so it waits for the plan, or for the word that the reader may have none. */
function FormOf({ view, plan }: { view: ClosingView; plan: UseQueryResult<PlanView, Problem> }) {
  if (plan.error && (plan.error.notFound || plan.error.status === 403))
    return <CloseForm plan={withoutPlan(view)} />;
  return <Loaded query={plan}>{(data) => <CloseForm plan={data} />}</Loaded>;
}

const isOpen = ({ status, state }: ClosingView): boolean => status !== 'CLOSED' && state !== 'CLOSED';

/** Who may close but not read the plan: a death, a transfer, a record opened in error. */
const withoutPlan = ({ episodeId, state }: ClosingView) => ({
  episodeId,
  state,
  level: null,
  plan: null,
  child: { name: null },
});

function Standing({ view }: { view: ClosingView }) {
  const w = useWords();
  if (view.status === 'CLOSED' || view.state === 'CLOSED')
    return (
      <Notice kind="good">
        {w('plans.closePage.closed', {
          date: view.closedOn === null ? '' : formatLong(view.closedOn),
          until: view.retentionUntil === null ? '' : formatLong(view.retentionUntil),
        })}
      </Notice>
    );
  if (view.status === 'SENT_BACK')
    return (
      <Notice kind="amber">{w('plans.closePage.sentBack', { reason: view.sentBackReason ?? '' })}</Notice>
    );
  if (view.status !== 'WAITING') return null;
  const who = view.waitingFor.map((role) => w(`plans.closePage.roles.${role as 'CAFC'}`)).join(', ');
  return <Notice>{w('plans.closePage.waiting', { who })}</Notice>;
}

function Signature({ view }: { view: ClosingView }) {
  const w = useWords();
  const client = useQueryClient();
  const { membership } = useMe();
  const [reason, setReason] = useState('');
  // Who signed for the CAF team has no more business in the case: the answer is the last they see of it.
  const form = useFormSend<ClosingView>(
    `/episodes/${view.episodeId}/close/decision`,
    view.episodeId,
    (after) => client.setQueryData(queryKey(`/episodes/${view.episodeId}/close`), after),
  );
  if (view.status !== 'WAITING' || !view.waitingFor.includes(membership.role)) return null;
  const decide = (approve: boolean) =>
    form.send({ version: view.version, approve, ...(reason.trim() ? { reason } : {}) });
  return (
    <Card title={w('plans.closePage.sign.title')}>
      <FieldStack>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <div>
          <h3>{w('plans.closePage.sign.summary')}</h3>
          <p>{view.summary}</p>
        </div>
        <TextArea
          name="reason"
          label={w('plans.closePage.sign.why')}
          optional={w('meetings.ifAny')}
          error={form.errorOf('reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Actions>
          <Button kind="filled" disabled={form.busy} onClick={() => void decide(true)}>
            {w('plans.closePage.sign.yes')}
          </Button>
          <Button disabled={form.busy} onClick={() => void decide(false)}>
            {w('plans.closePage.sign.no')}
          </Button>
        </Actions>
      </FieldStack>
    </Card>
  );
}
