import { Bell } from 'lucide-react';
import { styled } from '@mui/material/styles';
import { formatLong, londonDate, londonTime } from '@encircle/shared/dates';
import type { NoticeList, NoticeView } from '@encircle/shared/notices';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useCan, useMe } from '@web/providers/me';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { Columns, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { Tag } from '@web/ui/Tag';
import { CalendarCard } from './CalendarCard';
import { ChoicesCard } from './ChoicesCard';
import { topicWords } from './topic-words';

const Line = styled('li')({
  display: 'flex',
  gap: 12,
  alignItems: 'center',
  '& > div': { flex: 1, minWidth: 0 },
  '& small': { display: 'block', fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
});

/** What I was told, newest first, and how I want to be mailed. */
export default function NoticesPage() {
  const w = useWords();
  const { settings } = useMe();
  const can = useCan();
  const query = useGet<NoticeList>('/my/notices');
  const read = useSend<{ ids: string[] }, NoticeList>('/my/notices/read', {
    method: 'PUT',
    refresh: ['/my/notices'],
  });
  return (
    <>
      <PageTitle
        title={w('notices.title')}
        note={w('notices.note')}
        actions={
          (query.data?.unread ?? 0) > 0 && (
            <Button disabled={read.isPending} onClick={() => read.mutate({ ids: [] })}>
              {w('notices.readAll')}
            </Button>
          )
        }
      />
      <Columns>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={w('notices.none.title')}>{w('notices.none.body')}</EmptyState>
            ) : (
              <Card title={w('notices.title')} count={items.length} flush>
                <CardLines>
                  {items.map((notice) => (
                    <Told key={notice.id} notice={notice} onOpen={() => read.mutate({ ids: [notice.id] })} />
                  ))}
                </CardLines>
              </Card>
            )
          }
        </Loaded>
        <Stack>
          <ChoicesCard />
          {can('read', 'meeting') && <CalendarCard />}
          {settings.demo && (
            <div>
              <Button kind="quiet" icon={Bell} to="/mail">
                {w('notices.demo.link')}
              </Button>
            </div>
          )}
        </Stack>
      </Columns>
    </>
  );
}

function Told({ notice, onOpen }: { notice: NoticeView; onOpen: () => void }) {
  const w = useWords();
  const what = topicWords(w, notice.topic);
  const when = `${formatLong(londonDate(notice.at))}, ${londonTime(notice.at)}`;
  return (
    <Line>
      <div>
        {notice.read ? what : <strong>{what}</strong>}
        <small>{notice.ref === null ? when : `${notice.ref} · ${when}`}</small>
      </div>
      {!notice.read && <Tag tone="neutral">{w('notices.unread')}</Tag>}
      {notice.path !== '/notices' && (
        <Button
          size="small"
          to={notice.path}
          onClick={onOpen}
          aria-label={w('notices.open', { what: notice.ref === null ? what : `${what}, ${notice.ref}` })}
        >
          {w('notices.openShort')}
        </Button>
      )}
    </Line>
  );
}
