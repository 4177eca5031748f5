import { useState } from 'react';
import { Link } from 'react-router';
import { formatShort, londonDate } from '@encircle/shared/dates';
import type { ReferralsView, ReferralView } from '@encircle/shared/safeguarding';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useCan } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { DataTable } from '@web/ui/DataTable';
import { EmptyState } from '@web/ui/EmptyState';
import { PageTitle } from '@web/ui/PageTitle';
import { Stack } from '@web/ui/layout';
import { ReferralStatus } from './ReferralStatusReference';

/** Referrals one sent, or one's role may see, newest first. */
export default function ReferralsPage() {
  const w = useWords();
  const can = useCan();
  const [pages, setPages] = useState<(string | null)[]>([null]);
  return (
    <>
      <PageTitle
        title={w('safeguarding.list')}
        note={w('safeguarding.listNote')}
        actions={
          <>
            <Button kind="neutral" to="/police-notices">
              {w('policeNotices.link')}
            </Button>
            {can('create', 'safeguarding') && (
              <Button kind="filled" to="/safeguarding/refer">
                {w('safeguarding.menu')}
              </Button>
            )}
          </>
        }
      />
      <Stack>
        {pages.map((after, index) => (
          <Page
            key={after ?? 'first'}
            after={after}
            last={index === pages.length - 1}
            onMore={(next) => setPages((now) => [...now, next])}
          />
        ))}
      </Stack>
    </>
  );
}

interface PageProps {
  after: string | null;
  last: boolean;
  onMore: (next: string) => void;
}

function Page({ after, last, onMore }: PageProps) {
  const w = useWords();
  const query = useGet<ReferralsView>('/safeguarding-referrals', { limit: 25, after });
  return (
    <Loaded query={query}>
      {({ items, next }) =>
        items.length === 0 && after === null ? (
          <EmptyState title={w('safeguarding.none')}>{w('safeguarding.noneNote')}</EmptyState>
        ) : (
          <Stack style={{ gap: 16 }}>
            <DataTable<ReferralView>
              label={w('safeguarding.list')}
              rows={items}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'child',
                  title: w('safeguarding.columns.child'),
                  head: true,
                  cell: (row) => (
                    <Link to={`/safeguarding/${row.id}`}>{row.childNamed ?? w('safeguarding.unnamed')}</Link>
                  ),
                },
                {
                  key: 'sent',
                  title: w('safeguarding.columns.sent'),
                  cell: (row) => formatShort(londonDate(row.sentAt)),
                },
                {
                  key: 'by',
                  title: w('safeguarding.columns.by'),
                  cell: (row) => `${row.sentBy}, ${row.agency}`,
                },
                {
                  key: 'status',
                  title: w('safeguarding.columns.status'),
                  cell: (row) => <ReferralStatus status={row.status} />,
                },
                {
                  key: 'due',
                  title: w('safeguarding.columns.due'),
                  cell: (row) => formatShort(row.answerDueOn),
                },
              ]}
            />
            {last && next && (
              <div>
                <Button kind="neutral" onClick={() => onMore(next)}>
                  {w('safeguarding.more25')}
                </Button>
              </div>
            )}
          </Stack>
        )
      }
    </Loaded>
  );
}
