import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseView } from '@encircle/shared/cases';
import { formatLong, londonTime } from '@encircle/shared/dates';
import type { ReferralSentView, SendReferral } from '@encircle/shared/safeguarding';
import { useWords } from '@web/i18n/useWords';
import type { KeptPlace } from '@web/journeys/caf/kept-text';
import { useHalfWritten, type HalfWritten } from '@web/journeys/caf/useHalfWritten';
import { useKeptForm } from '@web/journeys/caf/useKeptForm';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useMe } from '@web/providers/me';
import { errorsOf } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Actions, Stack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { SavedLine } from '@web/ui/SavedLine';
import { SkeletonPage } from '@web/ui/Skeleton';
import { ReferralFields } from './ReferralFields';

/** Reached from everywhere; three fields are enough and none is required. */
export default function ReferPage() {
  const { user } = useMe();
  const place = useMemo<KeptPlace>(
    () => ({ userId: user.id, form: 'referral', recordId: user.id, section: 'referral' }),
    [user.id],
  );
  const half = useHalfWritten(place);
  return half === undefined ? <SkeletonPage /> : <Refer place={place} half={half} />;
}

function Refer({ place, half }: { place: KeptPlace; half: HalfWritten | null }) {
  const w = useWords();
  const say = useProblemWords();
  const [search] = useSearchParams();
  const episodeId = search.get('case') ?? undefined;
  const noteId = search.get('note') ?? undefined;
  // Of a record that may not be read nothing is asked for here, and the referral is sent all the same.
  const children = useGet<CaseView>(episodeId ? `/episodes/${episodeId}` : null).data?.children ?? [];
  const form = useKeptForm<SendReferral>(place, half, {});
  const { value, set: setValue } = form;
  const [more, setMore] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const send = useSend<SendReferral, ReferralSentView>('/safeguarding-referrals', {
    refresh: ['/safeguarding-referrals', '/episodes'],
  });
  const lines = send.error ? errorsOf(send.error) : [];
  const errors = Object.fromEntries(lines.map(({ field, message }) => [field, message]));
  if (send.data) return <Sent sent={send.data} />;
  return (
    <>
      <PageTitle title={w('safeguarding.title')} note={w('safeguarding.note')} />
      <Stack>
        <Notice kind="amber">{w('safeguarding.danger')}</Notice>
        <ErrorSummary errors={lines} attempt={attempt} />
        {send.error && lines.length === 0 && <Notice kind="red">{say(send.error)}</Notice>}
        {episodeId && <p>{w('safeguarding.about')}</p>}
        {noteId && <p>{w('safeguarding.fromNote')}</p>}
        {children.length > 1 && (
          <RadioGroup
            name="subjectId"
            label={w('safeguarding.which')}
            hint={w('safeguarding.whichHint')}
            options={children.map(({ id, chosenName }) => ({ value: id, label: chosenName }))}
            value={value.subjectId ?? ''}
            error={errors['subjectId']}
            onChange={(subjectId) => setValue((now) => ({ ...now, subjectId }))}
          />
        )}
        <ReferralFields
          value={value}
          onChange={(over) => setValue((now) => ({ ...now, ...over }))}
          linked={episodeId !== undefined}
          errors={errors}
          more={more}
        />
        <Actions>
          <Button
            kind="filled"
            disabled={send.isPending}
            onClick={() => {
              setAttempt((count) => count + 1);
              void form
                .flush()
                .then(() =>
                  send.mutateAsync({
                    ...value,
                    ...(episodeId ? { episodeId } : {}),
                    ...(noteId ? { noteId } : {}),
                  }),
                )
                .then((sent) => form.settled(sent.sentAt))
                .catch(() => undefined);
            }}
          >
            {w('safeguarding.send')}
          </Button>
          {!more && (
            <Button kind="quiet" onClick={() => setMore(true)}>
              {w('safeguarding.more')}
            </Button>
          )}
          <SavedLine state={form.state} />
        </Actions>
      </Stack>
    </>
  );
}

function Sent({ sent }: { sent: ReferralSentView }) {
  const w = useWords();
  return (
    <>
      <PageTitle title={w('safeguarding.sent', { time: londonTime(sent.sentAt) })} />
      <Stack>
        <Notice kind="good">{w('safeguarding.sentNote', { date: formatLong(sent.answerDueOn) })}</Notice>
        {sent.toFinish.length > 0 && (
          <Card title={w('safeguarding.toFinish')}>
            <ul>
              {sent.toFinish.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Card>
        )}
        <Actions>
          <Button kind="filled" to={`/safeguarding/${sent.id}`}>
            {w('safeguarding.finish')}
          </Button>
          <Button kind="neutral" to="/safeguarding">
            {w('safeguarding.list')}
          </Button>
        </Actions>
      </Stack>
    </>
  );
}
