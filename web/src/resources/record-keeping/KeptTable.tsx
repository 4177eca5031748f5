import { codeRow, EPISODE_STATES, type EpisodeState } from '@encircle/shared/codes';
import { formatLong } from '@encircle/shared/dates';
import type { KeptRecordView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { Tag } from '@web/ui/Tag';

/** A reference, where the record stands, and how long it is kept; what can be done about it is one step away. */
export function KeptTable({ items }: { items: readonly KeptRecordView[] }) {
  const w = useWords();
  return (
    <Card flush>
      <DataTable<KeptRecordView>
        label={w('keeping.title')}
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
                {row.mergedInto && <small>{w('keeping.into', { ref: row.mergedInto })}</small>}
              </>
            ),
          },
          {
            key: 'state',
            title: w('keeping.columns.state'),
            cell: (row) => (
              <>
                {codeRow(EPISODE_STATES, row.state as EpisodeState).label}{' '}
                {row.held && (
                  <Tag tone="amber" mark="triangle">
                    {w('keeping.held')}
                  </Tag>
                )}
              </>
            ),
          },
          {
            key: 'closed',
            title: w('keeping.columns.closed'),
            cell: (row) => (row.closedOn ? formatLong(row.closedOn) : w('keeping.open')),
          },
          {
            key: 'until',
            title: w('keeping.columns.until'),
            cell: (row) => (row.keepUntil ? formatLong(row.keepUntil) : w('keeping.whileOpen')),
          },
          {
            key: 'go',
            title: w('keeping.columns.go'),
            plain: true,
            cell: (row) => (
              <Button
                size="small"
                kind="neutral"
                to={`/cases/${row.id}/next`}
                aria-label={w('keeping.goOf', { ref: row.ref })}
              >
                {w('keeping.go')}
              </Button>
            ),
          },
        ]}
      />
    </Card>
  );
}
