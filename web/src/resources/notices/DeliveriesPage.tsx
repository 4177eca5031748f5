import { formatLong, londonDate, londonTime } from '@encircle/shared/dates';
import type { DeliveriesView, WaitingDelivery } from '@encircle/shared/notices';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { EmptyState } from '@web/ui/EmptyState';
import { Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Tag } from '@web/ui/Tag';
import { topicWords } from './topic-words';

/** How the outbox stands, for administrators: counts and ages, no content. */
export default function DeliveriesPage() {
  const w = useWords();
  const query = useGet<DeliveriesView>('/deliveries');
  return (
    <>
      <PageTitle title={w('notices.deliveries.title')} note={w('notices.deliveries.note')} />
      <Loaded query={query}>{(view) => <Waiting view={view} />}</Loaded>
    </>
  );
}

const moment = (instant: string): string => `${formatLong(londonDate(instant))}, ${londonTime(instant)}`;

function Waiting({ view }: { view: DeliveriesView }) {
  const w = useWords();
  const say = useProblemWords();
  const retry = useSend<{ topic: string }, DeliveriesView>('/deliveries/retry', {
    method: 'PUT',
    refresh: ['/deliveries'],
  });
  const numberOf = (n: number, row: WaitingDelivery) =>
    n > 0 && !row.unknown ? (
      <Tag tone="red" mark="triangle">
        {String(n)}
      </Tag>
    ) : (
      String(n)
    );
  return (
    <Stack>
      <Notice>{w(`notices.deliveries.transport.${view.mail}`)}</Notice>
      {retry.error && <Notice kind="red">{say(retry.error)}</Notice>}
      {view.items.length === 0 ? (
        <EmptyState title={w('notices.deliveries.none.title')}>
          {w('notices.deliveries.none.body')}
        </EmptyState>
      ) : (
        <Card title={w('notices.deliveries.table')} flush>
          <DataTable
            label={w('notices.deliveries.table')}
            rows={view.items}
            rowKey={({ topic }) => topic}
            columns={[
              {
                key: 'topic',
                title: w('notices.deliveries.topic'),
                head: true,
                cell: (row) => (
                  <>
                    {row.unknown ? row.topic : topicWords(w, row.topic)}
                    {row.unknown && <small>{w('notices.deliveries.unknown')}</small>}
                  </>
                ),
              },
              {
                key: 'waiting',
                title: w('notices.deliveries.waiting'),
                number: true,
                cell: (row) => String(row.waiting),
              },
              {
                key: 'stuck',
                title: w('notices.deliveries.stuck'),
                number: true,
                cell: (row) => numberOf(row.stuck, row),
              },
              { key: 'oldest', title: w('notices.deliveries.oldest'), cell: (row) => moment(row.oldest) },
              {
                key: 'problem',
                title: w('notices.deliveries.problem'),
                cell: (row) => row.lastProblem ?? '–',
              },
              {
                key: 'next',
                title: w('notices.deliveries.next'),
                cell: (row) => (row.nextTryAt === null || row.unknown ? '–' : moment(row.nextTryAt)),
              },
              {
                key: 'do',
                title: w('notices.deliveries.retry'),
                plain: true,
                cell: (row) =>
                  !row.unknown && (
                    <Button
                      size="small"
                      kind="quiet"
                      disabled={retry.isPending}
                      aria-label={w('notices.deliveries.retryOf', { topic: topicWords(w, row.topic) })}
                      onClick={() => retry.mutate({ topic: row.topic })}
                    >
                      {w('notices.deliveries.retry')}
                    </Button>
                  ),
              },
            ]}
          />
        </Card>
      )}
    </Stack>
  );
}
