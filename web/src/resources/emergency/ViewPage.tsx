import { useState } from 'react';
import { useParams } from 'react-router';
import type { ContentView } from '@encircle/shared/cases';
import { INFORMATION_CATEGORIES, labelOf } from '@encircle/shared/codes';
import { formatLong, londonDate } from '@encircle/shared/dates';
import type { BreakGlassView } from '@encircle/shared/emergency-access';
import { useTranslate } from 'react-admin';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { PasswordInput } from '@web/pages/PasswordInput';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { LiveBanner } from './EmergencyReference';
import { wordsIn } from './emergency.model';
import { useEndOnLeaving, useLive, useMinutesLeft } from './useLive';

/** What was opened, kind by kind, to read and nothing else; the page of a shielded child ends with it. */
export default function ViewPage() {
  const { caseId = '', glassId = '' } = useParams();
  const query = useLive();
  return (
    <Loaded query={query}>
      {({ items }) => {
        const view = items.find(({ id }) => id === glassId);
        if (view?.live) return <Open key={view.id} view={view} />;
        if (view) return <Waiting view={view} />;
        return <Over caseId={caseId} />;
      }}
    </Loaded>
  );
}

function Over({ caseId }: { caseId: string }) {
  const w = useWords();
  return (
    <>
      <PageTitle title={w('emergency.view.over')} note={w('emergency.view.overBody')} />
      <Actions>
        <Button kind="filled" to={`/cases/${caseId}`}>
          {w('emergency.ask.back')}
        </Button>
      </Actions>
    </>
  );
}

function Open({ view }: { view: BreakGlassView }) {
  const w = useWords();
  const minutes = useMinutesLeft(view);
  useEndOnLeaving(view);
  if (minutes === 0) return <Over caseId={view.episodeId} />;
  return (
    <>
      <PageTitle title={w('emergency.view.title')} />
      <Stack>
        <LiveBanner view={view} />
        {view.categories.map((kind) => (
          <Kind key={kind} view={view} kind={kind} />
        ))}
        <Actions>
          <Button kind="neutral" to={`/cases/${view.episodeId}`}>
            {w('emergency.ask.back')}
          </Button>
        </Actions>
      </Stack>
    </>
  );
}

function Kind({ view, kind }: { view: BreakGlassView; kind: string }) {
  const w = useWords();
  const translate = useTranslate();
  const query = useGet<ContentView>(
    `/episodes/${view.episodeId}/content`,
    { category: kind, subjectId: view.subjectId },
    view.purpose,
  );
  return (
    <Card title={labelOf(INFORMATION_CATEGORIES, kind)}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{w('emergency.view.nothing')}</p>
          ) : (
            <ul style={{ listStyle: 'none', padding: 0, display: 'grid', gap: 16 }}>
              {items.map((item) => (
                <li key={item.id}>
                  <strong>{translate(`emergency.view.kinds.${item.kind}`, { _: item.kind })}</strong>
                  {wordsIn(item.detail).map((words, index) => (
                    <p key={index} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                      {words}
                    </p>
                  ))}
                  <small style={{ color: 'var(--ink-soft)' }}>
                    {w('emergency.view.by', { date: formatLong(londonDate(item.recordedAt)) })}
                  </small>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

/** One more in a day: the manager is asked, and when they agree the password opens it. */
function Waiting({ view }: { view: BreakGlassView }) {
  const w = useWords();
  const say = useProblemWords();
  const live = useLive();
  const [password, setPassword] = useState('');
  const prove = useSend<{ password: string }>('/session/prove');
  const open = useSend<{ version: number }>(`/break-glass/${view.id}/open`, {
    refresh: ['/my/break-glass', '/episodes/'],
  });
  const problem = prove.error ?? open.error;
  const wrong = prove.error ? errorsOf(prove.error)[0]?.message : undefined;
  return (
    <>
      <PageTitle
        title={w('emergency.waiting.title')}
        note={w('emergency.waiting.body', { reference: view.reference })}
      />
      <Stack>
        {view.status === 'DECLINED' && <Notice kind="amber">{w('emergency.waiting.declined')}</Notice>}
        {problem && !wrong && <Notice kind="red">{say(problem)}</Notice>}
        {view.status === 'APPROVED' && (
          <Card>
            <Stack style={{ gap: 16 }}>
              <p>{w('emergency.waiting.approved')}</p>
              <PasswordInput
                label={w('emergency.ask.password')}
                value={password}
                onChange={setPassword}
                error={wrong}
              />
              <Actions>
                <Button
                  kind="filled"
                  disabled={prove.isPending || open.isPending}
                  onClick={() =>
                    void prove
                      .mutateAsync({ password })
                      .then(() => open.mutateAsync({ version: view.version }))
                      .catch(() => undefined)
                  }
                >
                  {w('emergency.ask.open', { minutes: 60 })}
                </Button>
              </Actions>
            </Stack>
          </Card>
        )}
        <Actions>
          {view.status === 'ASKED' && (
            <Button kind="neutral" onClick={() => void live.refetch()}>
              {w('emergency.waiting.again')}
            </Button>
          )}
          <Button kind="quiet" to={`/safeguarding/refer?case=${view.episodeId}`}>
            {w('emergency.ask.instead')}
          </Button>
          <Button kind="quiet" to={`/cases/${view.episodeId}`}>
            {w('emergency.ask.back')}
          </Button>
        </Actions>
      </Stack>
    </>
  );
}
