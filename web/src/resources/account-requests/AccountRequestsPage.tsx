import { useState } from 'react';
import type { AccountRequestsPage as Page, AccountRequestView } from '@encircle/shared/account-requests';
import { formatLong } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { PageTitle } from '@web/ui/PageTitle';
import { Actions, Stack } from '@web/ui/layout';
import { Tag, type TagProps } from '@web/ui/Tag';
import { AnswerForm } from './AnswerForm';
import { KeepForm } from './KeepForm';
import { Letter } from './Letter';

const LOOKS: Record<AccountRequestView['status'], Pick<TagProps, 'tone' | 'mark'>> = {
  WAITING: { tone: 'amber', mark: 'clock' },
  NEUTRAL: { tone: 'neutral' },
  OPENED: { tone: 'good', mark: 'tick' },
};

/** Requests for an account: kept in the asker's words, tied to no case, answered by a letter that says nothing. */
export default function AccountRequestsPage() {
  const w = useWords();
  const [adding, setAdding] = useState(false);
  const pages = useMorePages<Page>('/account-requests', { limit: 25 });
  return (
    <>
      <PageTitle
        title={w('accountRequests.title')}
        note={w('accountRequests.note')}
        actions={
          !adding && (
            <Button kind="filled" onClick={() => setAdding(true)}>
              {w('accountRequests.add')}
            </Button>
          )
        }
      />
      <Stack>
        {adding && (
          <Card title={w('accountRequests.add')}>
            <KeepForm onDone={() => setAdding(false)} />
          </Card>
        )}
        <MorePages pages={pages} more={w('accountRequests.more')}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState title={w('accountRequests.none')}>{w('accountRequests.noneNote')}</EmptyState>
            ) : (
              <Stack style={{ gap: 16 }}>
                {items.map((item) => (
                  <Request key={item.id} item={item} />
                ))}
              </Stack>
            )
          }
        </MorePages>
      </Stack>
    </>
  );
}

function Request({ item }: { item: AccountRequestView }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const waiting = item.status === 'WAITING';
  return (
    <Card
      title={item.requester}
      note={`${w(`accountRequests.capacities.${item.capacity}`)}. ${w('accountRequests.asked', {
        how: w(`accountRequests.ways.${item.askedHow}`),
        date: formatLong(item.receivedOn),
      })}. ${item.reference}`}
      link={<Tag {...LOOKS[item.status]}>{w(`accountRequests.statuses.${item.status}`)}</Tag>}
    >
      <Stack style={{ gap: 16 }}>
        <p>
          {w('accountRequests.about')}: “{item.about}”
        </p>
        {item.answeredOn && (
          <p>
            {w('accountRequests.answered', {
              name: item.answeredBy ?? '',
              date: formatLong(item.answeredOn),
              reason: item.reason ?? '',
            })}
          </p>
        )}
        {waiting && open && <AnswerForm request={item} onDone={() => setOpen(false)} />}
        {item.status === 'NEUTRAL' && open && <Letter request={item} />}
        {item.status !== 'OPENED' && !(waiting && open) && (
          <Actions>
            <Button kind="neutral" onClick={() => setOpen(!open)}>
              {w(
                waiting
                  ? 'accountRequests.answer.act'
                  : open
                    ? 'accountRequests.letter.hide'
                    : 'accountRequests.letter.show',
              )}
            </Button>
          </Actions>
        )}
      </Stack>
    </Card>
  );
}
