import { useEffect } from 'react';
import { useParams } from 'react-router';
import { ACCESS_REVIEW_OUTCOMES, labelOf, OVERRIDE_GROUNDS } from '@encircle/shared/codes';
import { formatLong, londonDate, londonTime } from '@encircle/shared/dates';
import type { BreakGlassNotice } from '@encircle/shared/emergency-access';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Facts } from '@web/ui/Facts';
import { Actions, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';

/** What those who were told may know: who, when and on what ground. Opening it counts as having looked. */
export default function NoticePage() {
  const { glassId = '' } = useParams();
  const query = useGet<BreakGlassNotice>(`/break-glass/${glassId}`);
  return <Loaded query={query}>{(notice) => <Told notice={notice} />}</Loaded>;
}

const moment = (at: string): string => `${formatLong(londonDate(at))}, ${londonTime(at)}`;

function Told({ notice }: { notice: BreakGlassNotice }) {
  const w = useWords();
  const { mutate } = useSend<undefined>(`/break-glass/${notice.id}/seen`, { refresh: ['/my/week'] });
  const unread = notice.part !== null && notice.seenAt === null && !notice.mayAnswer;
  useEffect(() => {
    if (unread) mutate(undefined);
  }, [unread, mutate]);
  return (
    <>
      <PageTitle
        title={w('emergency.notice.title', { reference: notice.reference })}
        note={w(`emergency.notice.${(notice.part ?? 'own') as 'OWNER'}`)}
      />
      <Stack>
        <Card>
          <Facts
            facts={[
              { label: w('emergency.notice.who'), value: `${notice.user}, ${notice.agency}` },
              { label: w('emergency.notice.why'), value: labelOf(OVERRIDE_GROUNDS, notice.ground) },
              { label: w('emergency.notice.asked'), value: moment(notice.askedAt) },
              {
                label: w('emergency.notice.opened'),
                value: notice.openedAt
                  ? moment(notice.openedAt)
                  : w(`emergency.notice.status.${notice.status as 'ASKED'}`),
              },
              {
                label: w('emergency.notice.review'),
                value: notice.outcome
                  ? labelOf(ACCESS_REVIEW_OUTCOMES, notice.outcome)
                  : w('emergency.notice.noReview'),
              },
            ]}
          />
        </Card>
        {notice.mayAnswer && <Answer notice={notice} />}
        {notice.episodeId && (
          <Actions>
            <Button kind="neutral" to={`/cases/${notice.episodeId}/sharing`}>
              {w('emergency.notice.lookAt')}
            </Button>
          </Actions>
        )}
      </Stack>
    </>
  );
}

function Answer({ notice }: { notice: BreakGlassNotice }) {
  const w = useWords();
  const say = useProblemWords();
  const send = useSend<{ yes: boolean; version: number }>(`/break-glass/${notice.id}/answer`, {
    refresh: ['/break-glass/', '/my/week'],
  });
  const answer = (yes: boolean) => () => send.mutate({ yes, version: notice.version });
  return (
    <Card title={w('emergency.notice.answer')}>
      <Stack style={{ gap: 16 }}>
        {send.error && <Notice kind="red">{say(send.error)}</Notice>}
        <p>{w('emergency.notice.answerNote')}</p>
        <Actions>
          <Button kind="filled" disabled={send.isPending} onClick={answer(true)}>
            {w('emergency.notice.yes')}
          </Button>
          <Button kind="neutral" disabled={send.isPending} onClick={answer(false)}>
            {w('emergency.notice.no')}
          </Button>
        </Actions>
      </Stack>
    </Card>
  );
}
