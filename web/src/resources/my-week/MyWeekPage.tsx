import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { formatLong } from '@encircle/shared/dates';
import { WEEK_FILTERS, type MyWeekView, type WeekFilter } from '@encircle/shared/my-week';
import { Loaded } from '@web/layout/Loaded';
import { useWords, type Words } from '@web/i18n/useWords';
import { api } from '@web/providers/http';
import type { Problem } from '@web/providers/problem';
import { queryKey } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Chip, ChipRow } from '@web/ui/Chip';
import { EmptyState } from '@web/ui/EmptyState';
import { Columns, Stack } from '@web/ui/layout';
import { ListGroup } from '@web/ui/ListRow';
import { PageTitle } from '@web/ui/PageTitle';
import { DueRow } from './DueRow';
import { groupsOf } from './week.model';
import { WeekSide } from './WeekSide';
import { WeekStrip } from './WeekStrip';

const FIRST = 30;
const MOST = 100;

/** What waits for the reader, most urgent first; the side never asks for action first. */
export default function MyWeekPage() {
  const w = useWords();
  const [show, setShow] = useState<WeekFilter>('ALL');
  const [limit, setLimit] = useState(FIRST);
  const [said, setSaid] = useState('');
  const asked = { show, limit };
  const query = useQuery<MyWeekView, Problem>({
    queryKey: queryKey('/my/week', asked),
    queryFn: ({ signal }) => api<MyWeekView>('/my/week', { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  const view = query.data;
  return (
    <>
      <PageTitle
        title={w(view?.view === 'TEAM' ? 'week.teamTitle' : 'week.title')}
        note={view && noteOf(view, w)}
        actions={view && <Filters view={view} show={show} onShow={setShow} />}
      />
      <Loaded query={query}>
        {(week) => (
          <>
            {show === 'ALL' && <WeekStrip view={week} />}
            <p aria-live="polite" className="measure">
              {said}
            </p>
            <Columns>
              <Stack>
                {groupsOf(week.items).map(({ group, items }) => (
                  <ListGroup key={group} title={w(`week.group.${group}`)} count={items.length}>
                    {items.map((item) => (
                      <DueRow key={item.key} item={item} onSaid={setSaid} />
                    ))}
                  </ListGroup>
                ))}
                {week.items.length === 0 && <Nothing filtered={show !== 'ALL'} />}
                {week.next !== null && limit < MOST && (
                  <Button kind="neutral" onClick={() => setLimit(MOST)}>
                    {w('week.more')}
                  </Button>
                )}
              </Stack>
              <WeekSide view={week} />
            </Columns>
          </>
        )}
      </Loaded>
    </>
  );
}

function noteOf(view: MyWeekView, w: Words): string {
  const { all, overdue } = view.counts;
  return w('week.note', {
    date: formatLong(view.today),
    things: w('week.things', { smart_count: all }),
    overdue: overdue === 0 ? w('week.noneOverdue') : w('week.overdue', { smart_count: overdue }),
  });
}

function Filters({
  view,
  show,
  onShow,
}: {
  view: MyWeekView;
  show: WeekFilter;
  onShow: (show: WeekFilter) => void;
}) {
  const w = useWords();
  const { all, actions, meetings, agreements, offers } = view.counts;
  const counts: Record<WeekFilter, number> = {
    ALL: all,
    ACTIONS: actions,
    MEETINGS: meetings,
    AGREEMENTS: agreements,
    OFFERS: offers,
  };
  return (
    <ChipRow label={w('week.show.label')}>
      {WEEK_FILTERS.filter((filter) => filter === 'ALL' || filter === show || counts[filter] > 0).map(
        (filter) => (
          <Chip key={filter} on={filter === show} onClick={() => onShow(filter)}>
            {w(`week.show.${filter}`, { n: counts[filter] })}
          </Chip>
        ),
      )}
    </ChipRow>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const w = useWords();
  return (
    <EmptyState
      title={w(filtered ? 'week.empty.filtered' : 'week.empty.title')}
      action={
        <Button icon={Search} to="/find">
          {w('week.empty.action')}
        </Button>
      }
    >
      {w('week.empty.body')}
    </EmptyState>
  );
}
