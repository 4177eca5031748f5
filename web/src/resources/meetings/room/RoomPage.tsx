import { styled } from '@mui/material/styles';
import { Keyboard, Timer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { MeetingView } from '@encircle/shared/meetings';
import type { PlanView } from '@encircle/shared/plans';
import { Loaded } from '@web/layout/Loaded';
import { QuickHideButton } from '@web/layout/QuickHideButton';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { api } from '@web/providers/http';
import { serverNow } from '@web/providers/me';
import { errorsOf, Problem } from '@web/providers/problem';
import { useGet } from '@web/providers/useGet';
import { PlanRows } from '@web/resources/plans/PlanRowsReference';
import { Button } from '@web/ui/Button';
import { nameTab } from '@web/ui/document-title';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Key } from '@web/ui/layout';
import { ProductMark } from '@web/ui/Ring';
import { SavedLine } from '@web/ui/SavedLine';
import { typeWords, whenWords } from '../meeting-words';
import { choiceOf, choicesFor, codeOf, isComplete, markOf, nextChoice } from './attendance.model';
import { PeopleColumn } from './PeopleColumn';
import { QuestionsCard } from './QuestionsCard';
import { PointsCard } from './PointsCard';
import { SideColumn, type Opened } from './SideColumn';
import { useAttendance, type Attendance } from './useAttendance';
import { useRoom, type Room } from './useRoom';
import { useRoomKeys } from './useRoomKeys';

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
  '@media (max-width: 599px)': {
    padding: '8px 16px',
    position: 'static',
    '& .time': { display: 'none' },
  },
});
const Grid = styled('div')({
  display: 'grid',
  gap: 20,
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  padding: '20px 24px 48px',
  '& > div': { display: 'grid', gap: 16, minWidth: 0 },
  '@media (min-width: 1024px)': { gridTemplateColumns: '304px minmax(0, 1fr) 280px' },
  '@media (max-width: 599px)': { padding: '16px 16px 48px' },
});
const Keys = styled('p')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 6,
  alignItems: 'center',
  fontSize: '0.875rem',
  color: 'var(--ink-soft)',
  '@media (max-width: 1023px)': { display: 'none' },
});

/** Meeting mode: no navigation, only what the meeting needs; everything is saved as it is said. */
export default function RoomPage() {
  const { meetingId = '' } = useParams();
  const meeting = useGet<MeetingView>(`/meetings/${meetingId}`);
  const plan = useGet<PlanView>(meeting.data ? `/episodes/${meeting.data.episodeId}/plan` : null);
  return <Loaded query={meeting}>{(view) => <RoomView meeting={view} plan={plan.data} />}</Loaded>;
}

function RoomView({ meeting, plan }: { meeting: MeetingView; plan: PlanView | undefined }) {
  const w = useWords();
  const room = useRoom(meeting.id, meeting.episodeId);
  const attendance = useAttendance(meeting, room);
  const [opened, setOpened] = useState<Opened>(null);
  const [adding, setAdding] = useState(false);
  const title =
    meeting.child.name === null
      ? w('meetings.nameless')
      : w('meetings.nameOf', { child: meeting.child.name });
  useEffect(() => nameTab(title), [title]);
  useRoomKeys({
    person: (index) => {
      const who = meeting.invitations[index];
      if (!who || who.attendance === 'UNINV') return;
      const mark = attendance.marks[who.id] ?? markOf(who);
      const next = nextChoice(choicesFor(who), choiceOf(mark?.code ?? null, who));
      attendance.set(who.id, { reason: '', deputyName: mark?.deputyName ?? '', code: codeOf(next, who) });
    },
    action: () => setAdding(true),
    decision: () => setOpened('decision'),
    park: () => setOpened('parked'),
  });
  const finish = useFinish(meeting, room, attendance, () =>
    Object.entries(attendance.marks)
      .filter(([, mark]) => !isComplete(mark))
      .map(([id]) => ({ field: `deputy-${id}`, message: w('meetings.room.deputyMissing') })),
  );
  return (
    <>
      <Bar>
        <ProductMark />
        <div className="what">
          <h1>{title}</h1>
          <p>
            {[typeWords(meeting), whenWords(meeting.plannedAt), meeting.place].filter(Boolean).join(' · ')}
          </p>
        </div>
        <SavedLine state={room.saved} />
        <Elapsed since={meeting.plannedAt} minutes={meeting.durationMinutes} />
        <QuickHideButton />
        <Button kind="neutral" to={`/meetings/${meeting.id}`}>
          {w('meetings.backToMeeting')}
        </Button>
        {meeting.status === 'PLANNED' && (
          <Button kind="filled" onClick={() => void finish.go()} disabled={finish.busy}>
            {w('meetings.room.finish')}
          </Button>
        )}
      </Bar>
      <div style={finish.errors.length > 0 ? { padding: '16px 24px 0' } : {}}>
        <ErrorSummary errors={finish.errors} attempt={finish.attempt} />
      </div>
      <Grid>
        <div id="attendance">
          <PeopleColumn meeting={meeting} people={plan?.people ?? []} attendance={attendance} room={room} />
        </div>
        <div>
          <QuestionsCard meeting={meeting} room={room} />
          {plan && (
            <PlanRows
              plan={plan}
              meetingId={meeting.id}
              write={room.plan}
              adding={adding}
              onAdding={setAdding}
            />
          )}
          <PointsCard meeting={meeting} people={plan?.people ?? []} room={room} />
        </div>
        <div>
          <SideColumn meeting={meeting} room={room} opened={opened} onOpen={setOpened} />
          <Keys>
            <Keyboard size={18} aria-hidden /> <Key>1</Key>–<Key>9</Key> {w('meetings.room.key.people')},{' '}
            <Key>j</Key> <Key>k</Key> {w('meetings.room.key.rows')}, <Key>?</Key> {w('meetings.room.key.all')}
          </Keys>
        </div>
      </Grid>
    </>
  );
}

/** A field of the refusal is somewhere on this page. */
const PLACES: Record<string, string> = { next: 'nextDate' };

function useFinish(meeting: MeetingView, room: Room, attendance: Attendance, unfinished: () => FormError[]) {
  const say = useProblemWords();
  const go = useNavigate();
  const client = useQueryClient();
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  return {
    errors,
    attempt,
    busy,
    go: async () => {
      setAttempt((n) => n + 1);
      const open = unfinished();
      setErrors(open);
      if (open.length > 0) return;
      setBusy(true);
      try {
        // The last keys before this button are part of the meeting.
        await attendance.flush();
        await room.inTurn(() =>
          api(`/meetings/${meeting.id}/hold`, {
            method: 'POST',
            body: { version: room.latest()?.version ?? meeting.version },
          }),
        );
        await client.invalidateQueries({ queryKey: ['api'] });
        void go(`/meetings/${meeting.id}`);
      } catch (error) {
        const found = error instanceof Problem ? errorsOf(error, (path) => PLACES[path] ?? path) : [];
        setErrors(found.length > 0 ? found : [{ message: say(error) }]);
        setBusy(false);
      }
    },
  };
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
