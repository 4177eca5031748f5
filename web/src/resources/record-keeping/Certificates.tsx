import { formatDate, formatLong, londonDate } from '@encircle/shared/dates';
import type { CertificatesView, CertificateView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { EmptyState } from '@web/ui/EmptyState';

/** What is left of records that were destroyed: reference, dates, ground, and who approved. */
export function Certificates() {
  const w = useWords();
  const pages = useMorePages<CertificatesView>('/record-keeping/certificates', { limit: 25 });
  return (
    <MorePages pages={pages} more={w('keeping.more')}>
      {(items: CertificateView[]) =>
        items.length === 0 ? (
          <EmptyState title={w('keeping.none.DESTROYED')}>{w('keeping.noneNote')}</EmptyState>
        ) : (
          <Card flush>
            <DataTable<CertificateView>
              label={w('keeping.view.DESTROYED')}
              rows={items}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'ref',
                  title: w('keeping.columns.ref'),
                  head: true,
                  cell: (row) => (
                    <>
                      {row.ref}
                      <small>
                        {w('keeping.worked', {
                          from: formatDate(row.openedOn),
                          to: row.closedOn ? formatDate(row.closedOn) : '–',
                        })}
                      </small>
                    </>
                  ),
                },
                {
                  key: 'at',
                  title: w('keeping.columns.destroyed'),
                  cell: (row) => (
                    <>
                      {formatLong(londonDate(row.at))}
                      <small>{w('keeping.rows', { count: row.rows })}</small>
                    </>
                  ),
                },
                { key: 'ground', title: w('keeping.columns.ground'), cell: (row) => row.ground },
                {
                  key: 'by',
                  title: w('keeping.columns.by'),
                  cell: (row) => new Intl.ListFormat('en-GB').format(row.approvedBy),
                },
              ]}
            />
          </Card>
        )
      }
    </MorePages>
  );
}
