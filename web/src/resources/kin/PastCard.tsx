import { labelOf, PARENTAL_RESPONSIBILITY, RELATIONSHIPS } from '@encircle/shared/codes';
import { formatDate, londonDate } from '@encircle/shared/dates';
import type { RelativePastList, RelativePastView } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';

/** What was written down before, with why it is no longer so. */
export function PastCard({ childId }: { childId: string }) {
  const w = useWords();
  const pages = useMorePages<RelativePastList>(`/children/${childId}/relatives/past`, { limit: 10 });
  return (
    <Card title={w('kin.past.title')}>
      <MorePages pages={pages} more={w('kin.past.more')}>
        {(items: RelativePastView[]) =>
          items.length === 0 ? (
            <p>{w('kin.past.none')}</p>
          ) : (
            <DataTable
              label={w('kin.past.title')}
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'who',
                  title: w('kin.past.columns.who'),
                  head: true,
                  cell: ({ fullName }) => fullName,
                },
                {
                  key: 'was',
                  title: w('kin.past.columns.was'),
                  cell: ({ kind, hasPr }) => (
                    <span>
                      {labelOf(RELATIONSHIPS, kind)}
                      <small>{labelOf(PARENTAL_RESPONSIBILITY, hasPr)}</small>
                    </span>
                  ),
                },
                {
                  key: 'why',
                  title: w('kin.past.columns.why'),
                  cell: ({ why, reason }) => (
                    <span>
                      {w(`kin.past.why.${why}`)}
                      {reason && <small>{reason}</small>}
                    </span>
                  ),
                },
                {
                  key: 'when',
                  title: w('kin.past.columns.when'),
                  cell: ({ at, by }) => (
                    <span>
                      {formatDate(londonDate(at))}
                      {by && <small>{by}</small>}
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </MorePages>
    </Card>
  );
}
