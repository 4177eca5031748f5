import { styled } from '@mui/material/styles';
import { formatLong, londonDate, londonTime } from '@encircle/shared/dates';
import type { DemoMailList } from '@encircle/shared/notices';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useMe } from '@web/providers/me';
import { Card } from '@web/ui/Card';
import { Disclosure } from '@web/ui/Disclosure';
import { EmptyState } from '@web/ui/EmptyState';
import { Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';

const Plain = styled('pre')({
  margin: 0,
  font: 'inherit',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});

/** The practice area's letter-box: what would have been mailed to the reader, word for word. */
export default function DemoMailPage() {
  const w = useWords();
  const { user } = useMe();
  const pages = useMorePages<DemoMailList>('/my/demo-mail', { limit: 20 });
  return (
    <>
      <PageTitle title={w('notices.demo.title')} note={w('notices.demo.note', { address: user.email })} />
      <MorePages pages={pages} more={w('notices.demo.more')}>
        {(mails) =>
          mails.length === 0 ? (
            <EmptyState title={w('notices.demo.none.title')}>{w('notices.demo.none.body')}</EmptyState>
          ) : (
            <Stack>
              {mails.map((mail) => (
                <Card
                  key={mail.messageId}
                  title={mail.subject}
                  note={w('notices.demo.to', {
                    address: mail.address,
                    at: `${formatLong(londonDate(mail.sentAt))}, ${londonTime(mail.sentAt)}`,
                  })}
                >
                  <Plain>{mail.body.trim()}</Plain>
                  {mail.calendar !== null && (
                    <Disclosure summary={w('notices.demo.calendar')}>
                      <Plain>{mail.calendar}</Plain>
                    </Disclosure>
                  )}
                </Card>
              ))}
            </Stack>
          )
        }
      </MorePages>
    </>
  );
}
