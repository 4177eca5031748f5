import { useState } from 'react';
import { formatLong, londonDate, londonTime } from '@encircle/shared/dates';
import type { PoliceNoticeView, SeePoliceNotice } from '@encircle/shared/police-notices';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { Tag } from '@web/ui/Tag';
import { TextArea } from '@web/ui/TextArea';

/** One notice: what happened, by when it had to be there, and what its reader did. */
export function NoticeCard({ notice, born }: { notice: PoliceNoticeView; born: string }) {
  const w = useWords();
  const waits = notice.version !== null && notice.seenAt === null;
  return (
    <Card
      title={`${notice.givenNames} ${notice.familyName}`}
      note={`${w('policeNotices.born', { date: born })}. ${w('policeNotices.before', { date: formatLong(notice.beforeOn) })}`}
      link={
        waits ? (
          <Tag tone="amber" mark="clock">
            {w('policeNotices.waits')}
          </Tag>
        ) : notice.seenAt ? (
          <Tag tone="good" mark="tick">
            {w('policeNotices.seen')}
          </Tag>
        ) : (
          <Tag>{w('policeNotices.mine')}</Tag>
        )
      }
      foot={w('policeNotices.by', {
        name: notice.sentBy ?? '',
        service: notice.service ?? '',
        date: formatLong(londonDate(notice.sentAt)),
        time: londonTime(notice.sentAt),
      })}
    >
      <Stack style={{ gap: 16 }}>
        <p>{w('policeNotices.incident', { date: formatLong(notice.incidentOn) })}</p>
        <p style={{ whiteSpace: 'pre-line', maxWidth: '72ch' }}>{notice.facts}</p>
        {notice.seenAt && (
          <p>
            {w('policeNotices.done', { date: formatLong(londonDate(notice.seenAt)) })}: {notice.done}
          </p>
        )}
        {waits && <Answer notice={notice} />}
      </Stack>
    </Card>
  );
}

function Answer({ notice }: { notice: PoliceNoticeView }) {
  const w = useWords();
  const [done, setDone] = useState('');
  const form = useForm<SeePoliceNotice>(`/police-notices/${notice.id}/seen`, {
    refresh: ['/police-notices'],
  });
  return (
    <FieldStack>
      <ErrorSummary
        errors={form.errors.map(({ field, message }) =>
          field === 'done' ? { field: `done-${notice.id}`, message } : { message },
        )}
        attempt={form.attempt}
      />
      <TextArea
        name={`done-${notice.id}`}
        rows={2}
        maxLength={2000}
        label={w('policeNotices.answer.done')}
        hint={w('policeNotices.answer.doneHint')}
        value={done}
        error={form.wrong('done')}
        onChange={(event) => setDone(event.target.value)}
      />
      <Actions>
        <Button
          kind="filled"
          disabled={form.busy}
          onClick={() => void form.send({ version: notice.version ?? 1, done })}
        >
          {w('policeNotices.answer.save')}
        </Button>
        <Button kind="quiet" to="/find">
          {w('policeNotices.answer.worry')}
        </Button>
      </Actions>
    </FieldStack>
  );
}
