import { useState } from 'react';
import type { ClaimStanding, ClaimsView, ClaimView } from '@encircle/shared/claims';
import { formatDate, formatLong } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ChipSelect } from '@web/ui/ChipSelect';
import { DataTable, type Column } from '@web/ui/DataTable';
import { EmptyState } from '@web/ui/EmptyState';
import { Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { Tag } from '@web/ui/Tag';

/** Families of whom it is shown that every need is met and stayed met, and what the others lack. No name stands here. */
export default function ClaimsPage() {
  const w = useWords();
  const [show, setShow] = useState<ClaimStanding>('ALL');
  const pages = useMorePages<ClaimsView>('/claims', { limit: 25, show });
  const { ready, counted } = pages.data?.pages[0] ?? {};
  return (
    <>
      <PageTitle
        title={w('claims.list.title')}
        note={w('claims.list.note')}
        actions={
          <ChipSelect
            label={w('claims.list.show')}
            value={show}
            onChange={(next) => setShow(next as ClaimStanding)}
            options={[
              { value: 'ALL', label: w('claims.list.all') },
              { value: 'READY', label: w('claims.list.ready') },
              { value: 'MISSING', label: w('claims.list.missingOnly') },
            ]}
          />
        }
      />
      <Stack>
        {ready && (
          <p>
            {ready.numerator === null || ready.denominator === null
              ? w('claims.list.shareHidden')
              : w('claims.list.share', { part: ready.numerator, whole: ready.denominator })}{' '}
            {counted?.families != null &&
              w('claims.list.counted', {
                families: counted.families,
                children: counted.children ?? 0,
                teams: counted.teams ?? 0,
              })}
          </p>
        )}
        <MorePages pages={pages} more={w('claims.list.more')}>
          {(items: ClaimView[]) =>
            items.length === 0 ? (
              <EmptyState title={w('claims.list.none')}>{w('claims.list.noneNote')}</EmptyState>
            ) : (
              <Card flush>
                <Families items={items} />
              </Card>
            )
          }
        </MorePages>
      </Stack>
    </>
  );
}

function Families({ items }: { items: ClaimView[] }) {
  const w = useWords();
  const go: Column<ClaimView> = {
    key: 'go',
    title: w('claims.list.go'),
    plain: true,
    cell: (row) =>
      row.episodeId !== null && (
        <Button
          size="small"
          kind="neutral"
          to={`/cases/${row.episodeId}`}
          aria-label={w('claims.list.goOf', { ref: row.ref })}
        >
          {w('claims.list.go')}
        </Button>
      ),
  };
  return (
    <DataTable<ClaimView>
      label={w('claims.list.title')}
      rows={items}
      rowKey={(row) => row.key}
      columns={[
        { key: 'ref', title: w('claims.list.ref'), head: true, cell: (row) => row.ref },
        {
          key: 'where',
          title: w('claims.list.where'),
          cell: (row) => (
            <>
              {row.locality}
              {row.agency !== null && <small>{row.agency}</small>}
            </>
          ),
        },
        {
          key: 'ended',
          title: w('claims.list.ended'),
          cell: (row) =>
            row.closedOn === null ? (
              row.missing.includes('CLOSED') && w('claims.list.open')
            ) : (
              <>
                {formatLong(row.closedOn)}
                {row.checkDueOn !== null && (
                  <small>{w('claims.list.due', { date: formatDate(row.checkDueOn) })}</small>
                )}
              </>
            ),
        },
        {
          key: 'standing',
          title: w('claims.list.standing'),
          cell: (row) =>
            row.ready ? (
              <Tag tone="good" mark="tick">
                {w('claims.list.isReady')}
              </Tag>
            ) : (
              <>
                <Tag tone="amber" mark="clock">
                  {w('claims.list.isMissing')}
                </Tag>
                <small>{row.missing.map((each) => w(`claims.missing.${each}`)).join('; ')}</small>
              </>
            ),
        },
        ...(items.some(({ episodeId }) => episodeId !== null) ? [go] : []),
      ]}
    />
  );
}
