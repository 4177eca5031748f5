import { styled } from '@mui/material/styles';
import { Eye, Timer } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { MeetingView } from '@encircle/shared/meetings';
import { QuickHideButton } from '@web/layout/QuickHideButton';
import { useWords } from '@web/i18n/useWords';
import { serverNow } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Key } from '@web/ui/layout';
import { ProductMark } from '@web/ui/Ring';
import { SavedLine, type SavedState } from '@web/ui/SavedLine';
import { typeWords, whenWords } from '../meeting-words';

const Bar = styled('header')({
  position: 'sticky',
  top: 0,
  zIndex: 5,
  display: 'flex',
  flexWrap: 'wrap',
  gap: '8px 20px',
  alignItems: 'center',
  padding: '10px 24px',
  background: 'var(--surface)',
  borderBottom: '1px solid var(--line)',
  '& h1': { fontSize: '1.125rem', lineHeight: '1.5rem' },
  '& .what': { flex: '1 1 16rem', minWidth: 0 },
  '& .what p': { fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
  '& .time': { display: 'inline-flex', gap: 8, alignItems: 'center', fontVariantNumeric: 'tabular-nums' },
  '& .time strong': { fontSize: '1.25rem' },
  '& button[aria-pressed="true"]': {
    background: 'var(--slate-pale)',
    borderColor: 'var(--slate-pale)',
    color: 'var(--slate-text)',
  },
  '@media (max-width: 599px)': {
    padding: '8px 16px',
    position: 'static',
    '& .time': { display: 'none' },
  },
});

interface RoomBarProps {
  title: string;
  meeting: MeetingView;
  saved: SavedState | null;
  wall: { on: boolean; toggle: () => void };
  finish: { go: () => Promise<void>; busy: boolean };
}

/** What meeting this is, what is kept, and the ways out. Finishing belongs to the whole view: it asks for everybody. */
export function RoomBar({ title, meeting, saved, wall, finish }: RoomBarProps) {
  const w = useWords();
  return (
    <Bar>
      <ProductMark />
      <div className="what">
        <h1>{title}</h1>
        <p>{[typeWords(meeting), whenWords(meeting.plannedAt), meeting.place].filter(Boolean).join(' · ')}</p>
      </div>
      <Button kind="neutral" icon={Eye} aria-pressed={wall.on} aria-keyshortcuts="r" onClick={wall.toggle}>
        {w(wall.on ? 'meetings.room.wallOn' : 'meetings.room.wall')}{' '}
        <Key aria-hidden style={{ marginLeft: 8 }}>
          r
        </Key>
      </Button>
      <SavedLine state={saved} />
      <Elapsed since={meeting.plannedAt} minutes={meeting.durationMinutes} />
      <QuickHideButton />
      <Button kind="neutral" to={`/meetings/${meeting.id}`}>
        {w('meetings.backToMeeting')}
      </Button>
      {meeting.status === 'PLANNED' && !wall.on && (
        <Button kind="filled" onClick={() => void finish.go()} disabled={finish.busy}>
          {w('meetings.room.finish')}
        </Button>
      )}
    </Bar>
  );
}

/** Minutes since the planned start, on the day; not spoken, because it changes every second. */
function Elapsed({ since, minutes }: { since: string; minutes: number }) {
  const w = useWords();
  const [now, setNow] = useState(() => Date.parse(serverNow()));
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.parse(serverNow())), 1000);
    return () => clearInterval(tick);
  }, []);
  const seconds = Math.floor((now - Date.parse(since)) / 1000);
  if (seconds < 0 || seconds > 4 * 3600) return null;
  const time = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <span className="time" role="timer" aria-live="off">
      <Timer size={20} aria-hidden />
      <strong>{time}</strong> {w('meetings.room.elapsed', { minutes })}
    </span>
  );
}
