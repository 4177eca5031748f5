import { useState } from 'react';
import { Link } from 'react-router';
import { labelOf, OVERRIDE_GROUNDS } from '@encircle/shared/codes';
import { formatShort, londonDate, londonTime } from '@encircle/shared/dates';
import type { AccessReviewRow, AccessReviewsPage } from '@encircle/shared/emergency-access';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { Chip, ChipRow } from '@web/ui/Chip';
import { DataTable } from '@web/ui/DataTable';
import { EmptyState } from '@web/ui/EmptyState';
import { Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { ReviewState } from './ReviewState';

const SHOWS = ['OPEN', 'DONE'] as const;

/** Every emergency view and every sharing without agreement, the one due first in front. */
export default function ReviewsPage() {
  const w = useWords();
  const [show, setShow] = useState<(typeof SHOWS)[number]>('OPEN');
  const pages = useMorePages<AccessReviewsPage>('/access-reviews', { limit: 25, show });
  const first = pages.data?.pages[0];
  return (
    <>
      <PageTitle
        title={w('emergency.reviews.title')}
        note={first ? w('emergency.reviews.note', { open: first.open, late: first.late }) : ''}
      />
      <Stack>
        <ChipRow label={w('emergency.reviews.show')}>
          {SHOWS.map((each) => (
            <Chip key={each} on={each === show} onClick={() => setShow(each)}>
              {w(`emergency.reviews.${each}`)}
            </Chip>
          ))}
        </ChipRow>
        <MorePages pages={pages} more={w('emergency.reviews.more')}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState
                title={w(show === 'OPEN' ? 'emergency.reviews.none' : 'emergency.reviews.noneDone')}
              >
                {w('emergency.reviews.noneNote')}
              </EmptyState>
            ) : (
              <Rows rows={rows} />
            )
          }
        </MorePages>
      </Stack>
    </>
  );
}

function Rows({ rows }: { rows: readonly AccessReviewRow[] }) {
  const w = useWords();
  return (
    <DataTable<AccessReviewRow>
      label={w('emergency.reviews.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          title: w('emergency.reviews.columns.what'),
          head: true,
          cell: (row) => (
            <>
              <Link to={`/access-reviews/${row.id}`}>{row.reference}</Link>
              <small>
                {w(`emergency.reviews.kind.${row.kind as 'BREACH'}`)}
                {row.ground && ` · ${labelOf(OVERRIDE_GROUNDS, row.ground)}`}
              </small>
            </>
          ),
        },
        {
          key: 'who',
          title: w('emergency.reviews.columns.who'),
          cell: (row) => `${row.user}, ${row.agency}`,
        },
        {
          key: 'when',
          title: w('emergency.reviews.columns.when'),
          cell: ({ happenedAt }) => `${formatShort(londonDate(happenedAt))}, ${londonTime(happenedAt)}`,
        },
        { key: 'due', title: w('emergency.reviews.columns.due'), cell: (row) => formatShort(row.dueOn) },
        {
          key: 'state',
          title: w('emergency.reviews.columns.state'),
          cell: (row) => <ReviewState row={row} />,
        },
      ]}
    />
  );
}
