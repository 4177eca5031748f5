import { useState } from 'react';
import { formatDate, formatLong } from '@encircle/shared/dates';
import type { PoliceNoticeSentView, PoliceNoticesPage as NoticesPage } from '@encircle/shared/police-notices';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Stack } from '@web/ui/layout';
import { NoticeCard } from './NoticeCard';
import { SendForm } from './SendForm';

/** Police notices: sent by police, brought to whoever looks after the child at school. */
export default function PoliceNoticesPage() {
  const w = useWords();
  const [writing, setWriting] = useState(false);
  const [sent, setSent] = useState<PoliceNoticeSentView | null>(null);
  const maySend = useGet<NoticesPage>('/police-notices', { limit: 1 }).data?.maySend ?? false;
  const pages = useMorePages<NoticesPage>('/police-notices', { limit: 25 });
  return (
    <>
      <PageTitle
        title={w('policeNotices.title')}
        note={w('policeNotices.note')}
        actions={
          maySend &&
          !writing && (
            <Button kind="filled" onClick={() => setWriting(true)}>
              {w('policeNotices.add')}
            </Button>
          )
        }
      />
      <Stack>
        {sent && !writing && (
          <Notice kind="good">{w('policeNotices.sent', { date: formatLong(sent.beforeOn) })}</Notice>
        )}
        {writing && (
          <Card title={w('policeNotices.add')}>
            <SendForm
              onSent={(answer) => {
                setSent(answer);
                setWriting(false);
              }}
              onLeave={() => setWriting(false)}
            />
          </Card>
        )}
        <MorePages pages={pages} more={w('policeNotices.more')}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState title={w('policeNotices.none')}>{w('policeNotices.noneNote')}</EmptyState>
            ) : (
              <Stack style={{ gap: 16 }}>
                {items.map((item) => (
                  <NoticeCard key={item.id} notice={item} born={formatDate(item.dateOfBirth)} />
                ))}
              </Stack>
            )
          }
        </MorePages>
      </Stack>
    </>
  );
}
