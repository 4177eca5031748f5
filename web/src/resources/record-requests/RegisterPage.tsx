import { useState } from 'react';
import { formatDate } from '@encircle/shared/dates';
import type { RequestCard, RequestRegister } from '@encircle/shared/record-requests';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { EmptyState } from '@web/ui/EmptyState';
import { PageTitle } from '@web/ui/PageTitle';
import { Stack } from '@web/ui/layout';
import { Tag } from '@web/ui/Tag';
import { OpenForm } from './OpenForm';
import { STATUS_TONES } from './requests.model';

/** The register of requests for records: by number and day; who asks stands on the request itself. */
export default function RegisterPage() {
  const w = useWords();
  const [adding, setAdding] = useState(false);
  const pages = useMorePages<RequestRegister>('/record-requests', { limit: 25 });
  return (
    <>
      <PageTitle
        title={w('requests.title')}
        note={w('requests.note')}
        actions={
          <>
            <Button kind="neutral" to="/account-requests">
              {w('accountRequests.link')}
            </Button>
            {!adding && (
              <Button kind="filled" onClick={() => setAdding(true)}>
                {w('requests.add')}
              </Button>
            )}
          </>
        }
      />
      <Stack>
        {adding && (
          <Card title={w('requests.add')}>
            <OpenForm onCancel={() => setAdding(false)} />
          </Card>
        )}
        <MorePages pages={pages} more={w('requests.more')}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState title={w('requests.none')}>{w('requests.noneNote')}</EmptyState>
            ) : (
              <Card flush>
                <Table items={items} />
              </Card>
            )
          }
        </MorePages>
      </Stack>
    </>
  );
}

function Table({ items }: { items: RequestCard[] }) {
  const w = useWords();
  return (
    <DataTable<RequestCard>
      label={w('requests.title')}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'reference',
          title: w('requests.reference'),
          head: true,
          cell: ({ reference, episodeRef, kind }) => (
            <>
              {reference}
              <small>
                {w(`requests.kinds.${kind}`)}. {w('requests.case', { ref: episodeRef })}
              </small>
            </>
          ),
        },
        { key: 'received', title: w('requests.received'), cell: ({ receivedOn }) => formatDate(receivedOn) },
        {
          key: 'due',
          title: w('requests.due'),
          cell: ({ dueOn, overdue }) =>
            dueOn === null ? (
              w('requests.noClock')
            ) : overdue ? (
              <Tag tone="red" mark="octagon">
                {formatDate(dueOn)}
              </Tag>
            ) : (
              formatDate(dueOn)
            ),
        },
        {
          key: 'status',
          title: w('requests.status'),
          cell: ({ status }) => <Tag tone={STATUS_TONES[status]}>{w(`requests.statuses.${status}`)}</Tag>,
        },
        {
          key: 'open',
          title: w('requests.act'),
          cell: ({ id, reference }) => (
            <Button
              size="small"
              kind="neutral"
              to={`/record-requests/${id}`}
              aria-label={`${w('requests.open')}: ${reference}`}
            >
              {w('requests.open')}
            </Button>
          ),
        },
      ]}
    />
  );
}
