import { Link } from 'react-router';
import { labelOf, MEETING_STATUSES } from '@encircle/shared/codes';
import { londonTime, londonDate, formatLong } from '@encircle/shared/dates';
import type { MeetingCard } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { DataTable, type Column } from '@web/ui/DataTable';
import { modeWords, typeWords } from './meeting-words';

/** Meetings as rows; without the child's column inside a case. */
export function MeetingTable({
  label,
  meetings,
  child,
}: {
  label: string;
  meetings: readonly MeetingCard[];
  child: boolean;
}) {
  const w = useWords();
  const columns: Column<MeetingCard>[] = [
    {
      key: 'when',
      title: w('meetings.when'),
      head: true,
      cell: (m) => (
        <Link to={`/meetings/${m.id}`}>
          {formatLong(londonDate(m.plannedAt))}, {londonTime(m.plannedAt)}
        </Link>
      ),
    },
    ...(child
      ? [
          {
            key: 'child',
            title: w('meetings.who'),
            cell: (m: MeetingCard) => m.child?.fullName ?? w('week.someone'),
          },
        ]
      : []),
    {
      key: 'what',
      title: w('meetings.what'),
      cell: (m) => (
        <span>
          {typeWords(m)}
          <small>{m.place ?? modeWords(m.mode)}</small>
        </span>
      ),
    },
    { key: 'status', title: w('meetings.status'), cell: (m) => labelOf(MEETING_STATUSES, m.status) },
    {
      key: 'answers',
      title: w('meetings.answers'),
      cell: (m) => w('meetings.answered', { answered: m.answered, invited: m.invited }),
    },
  ];
  return <DataTable label={label} rows={meetings} rowKey={(m) => m.id} columns={columns} />;
}
