import { Link } from 'react-router';
import { formatLong } from '@encircle/shared/dates';
import type { PanelDayCard, PanelDaysView } from '@encircle/shared/panels';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useCan } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { EmptyState } from '@web/ui/EmptyState';
import { PageTitle } from '@web/ui/PageTitle';

/** The days of the panel: all of them for whoever keeps them, one's own for a member. */
export default function PanelDaysPage() {
  const w = useWords();
  const keeps = useCan()('approve', 'panel');
  const pages = useMorePages<PanelDaysView>('/panel-days', { limit: 25 });
  return (
    <>
      <PageTitle
        title={w('panels.title')}
        note={w('panels.note')}
        actions={
          keeps && (
            <Button kind="filled" to="/panel-days/new">
              {w('panels.add')}
            </Button>
          )
        }
      />
      <MorePages pages={pages} more={w('panels.more')}>
        {(items: PanelDayCard[]) =>
          items.length === 0 ? (
            <EmptyState title={w('panels.none')}>
              {w(keeps ? 'panels.noneKeep' : 'panels.noneSit')}
            </EmptyState>
          ) : (
            <Card flush>
              <DataTable<PanelDayCard>
                label={w('panels.title')}
                rows={items}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'day',
                    title: w('panels.day'),
                    head: true,
                    cell: ({ id, onDay, startsAt, panel }) => (
                      <>
                        <Link to={`/panel-days/${id}`}>{formatLong(onDay)}</Link>
                        <small>
                          {panel}, {startsAt}
                        </small>
                      </>
                    ),
                  },
                  { key: 'place', title: w('panels.place'), cell: ({ place }) => place },
                  { key: 'chair', title: w('panels.chair'), cell: ({ chair }) => chair },
                ]}
              />
            </Card>
          )
        }
      </MorePages>
    </>
  );
}
