import { useState } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { MeetingList } from '@encircle/shared/meetings';
import { Loaded } from '@web/layout/Loaded';
import { useWords } from '@web/i18n/useWords';
import type { Problem } from '@web/providers/problem';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Chip, ChipRow } from '@web/ui/Chip';
import { EmptyState } from '@web/ui/EmptyState';
import { PageTitle } from '@web/ui/PageTitle';
import { MeetingTable } from './MeetingTable';
import { useMeetingPages } from './useMeetingPages';

/** Meetings the reader is asked to, and those of the children they lead for. */
export default function MyMeetingsPage() {
  const w = useWords();
  const [when, setWhen] = useState<'COMING' | 'PAST'>('COMING');
  const query = useMeetingPages('/my/meetings', { when });
  return (
    <>
      <PageTitle
        title={w('meetings.title')}
        note={w('meetings.note')}
        actions={
          <ChipRow label={w('meetings.which')}>
            <Chip on={when === 'COMING'} onClick={() => setWhen('COMING')}>
              {w('meetings.coming')}
            </Chip>
            <Chip on={when === 'PAST'} onClick={() => setWhen('PAST')}>
              {w('meetings.past')}
            </Chip>
          </ChipRow>
        }
      />
      <MeetingPages query={query} onMore={() => void query.fetchNextPage()} child />
    </>
  );
}

interface MeetingPagesProps {
  query: Pick<UseQueryResult<MeetingList, Problem>, 'data' | 'error' | 'refetch'>;
  onMore: () => void;
  child: boolean;
}

export function MeetingPages({ query, onMore, child }: MeetingPagesProps) {
  const w = useWords();
  return (
    <Loaded query={query as UseQueryResult<MeetingList, Problem>}>
      {(list) =>
        list.items.length === 0 ? (
          <EmptyState title={w('meetings.none.title')}>{w('meetings.none.body')}</EmptyState>
        ) : (
          <Card flush>
            <MeetingTable label={w('meetings.title')} meetings={list.items} child={child} />
            {list.next !== null && (
              <div style={{ padding: 16 }}>
                <Button kind="neutral" onClick={onMore}>
                  {w('meetings.more')}
                </Button>
              </div>
            )}
          </Card>
        )
      }
    </Loaded>
  );
}
