import { Plus } from 'lucide-react';
import { useWords } from '@web/i18n/useWords';
import { useCan } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { PageTitle } from '@web/ui/PageTitle';
import { MeetingPages } from './MyMeetingsPage';
import { useMeetingPages } from './useMeetingPages';

/** All meetings of one case, latest first. */
export function MeetingsTab({ caseId }: { caseId: string }) {
  const w = useWords();
  const can = useCan();
  const query = useMeetingPages(`/episodes/${caseId}/meetings`);
  const child = query.data?.items[0]?.child?.name ?? null;
  return (
    <>
      <PageTitle
        title={w('meetings.title')}
        tab={child === null ? w('meetings.ofSomeone') : w('meetings.ofCase', { child })}
        section
        actions={
          can('create', 'meeting') && (
            <Button kind="filled" icon={Plus} to={`/cases/${caseId}/meetings/new`}>
              {w('meetings.plan')}
            </Button>
          )
        }
      />
      <MeetingPages query={query} onMore={() => void query.fetchNextPage()} child={false} />
    </>
  );
}
