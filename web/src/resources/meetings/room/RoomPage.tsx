import { styled } from '@mui/material/styles';
import { Keyboard } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { MeetingView } from '@encircle/shared/meetings';
import type { PlanView } from '@encircle/shared/plans';
import { Loaded } from '@web/layout/Loaded';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { outdate } from '@web/providers/ask-anew';
import { api } from '@web/providers/http';
import { errorsOf, Problem } from '@web/providers/problem';
import { useGet } from '@web/providers/useGet';
import { PlanRows } from '@web/resources/plans/PlanRowsReference';
import { nameTab } from '@web/ui/document-title';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Key } from '@web/ui/layout';
import { choiceOf, choicesFor, codeOf, isComplete, markOf, nextChoice } from './attendance.model';
import { PeopleColumn } from './PeopleColumn';
import { RoomBar } from './RoomBar';
import { QuestionsCard } from './QuestionsCard';
import { PointsCard } from './PointsCard';
import { SideColumn, type Opened } from './SideColumn';
import { useAttendance, type Attendance } from './useAttendance';
import { useRoom, type Room } from './useRoom';
import { useRoomKeys } from './useRoomKeys';
import { useWall, type Wall } from './useWall';
import { unfinished } from './wall.model';
import { Notice } from '@web/ui/Notice';

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
  const changed = meeting.dataUpdatedAt + plan.dataUpdatedAt;
  return (
    <Loaded query={meeting}>{(view) => <RoomOf meeting={view} plan={plan.data} changed={changed} />}</Loaded>
  );
}

interface RoomOfProps {
  meeting: MeetingView;
  plan: PlanView | undefined;
  changed: number;
}

function RoomOf({ meeting, plan, changed }: RoomOfProps) {
  const w = useWords();
  const room = useRoom(meeting.id, meeting.episodeId);
  const attendance = useAttendance(meeting, room);
  const wall = useWall(meeting, attendance, changed);
  const [opened, setOpened] = useState<Opened>(null);
  const [adding, setAdding] = useState(false);
  const columns = useRef<HTMLDivElement>(null);
  const shown = wall.on ? shownOn(wall, meeting) : { meeting, plan };
  const { child } = shown.meeting;
  const title = child.name === null ? w('meetings.nameless') : w('meetings.nameOf', { child: child.name });
  useEffect(() => nameTab(title), [title]);
  const finish = useFinish(meeting, room, attendance, () =>
    Object.entries(attendance.marks)
      .filter(([, mark]) => !isComplete(mark))
      .map(([id]) => ({ field: `deputy-${id}`, message: w('meetings.room.deputyMissing') })),
  );
  const toggle = () => {
    const fields = columns.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input[type="text"], input:not([type]), textarea',
    );
    const open = unfinished([...(fields ?? [])]);
    finish.show(open === null ? [] : [{ field: open.id, message: w('meetings.room.wallFirst') }]);
    if (open !== null) return;
    setOpened(null);
    setAdding(false);
    wall.toggle();
  };
  useRoomKeys({
    person: (index) => {
      const who = shown.meeting.invitations[index];
      if (!who || who.attendance === 'UNINV') return;
      const mark = attendance.marks[who.id] ?? markOf(who);
      const next = nextChoice(choicesFor(who), choiceOf(mark?.code ?? null, who));
      attendance.set(who.id, { reason: '', deputyName: mark?.deputyName ?? '', code: codeOf(next, who) });
    },
    action: () => setAdding(true),
    decision: () => setOpened('decision'),
    park: () => setOpened('parked'),
    book: () => document.getElementById('nextDate')?.focus(),
    wall: toggle,
  });
  const whole = { on: wall.on, decided: !wall.on || wall.view !== null };
  return (
    <>
      <RoomBar
        title={title}
        meeting={shown.meeting}
        saved={room.saved}
        wall={{ on: wall.on, toggle }}
        finish={finish}
      />
      <div style={finish.errors.length > 0 ? { padding: '16px 24px 0' } : {}}>
        <ErrorSummary errors={finish.errors} attempt={finish.attempt} />
      </div>
      <Grid key={wall.on ? 'wall' : 'whole'} ref={columns}>
        <div id="attendance">
          <PeopleColumn
            meeting={shown.meeting}
            people={shown.plan?.people ?? []}
            attendance={wall.on ? { ...attendance, clashes: [] } : attendance}
            room={room}
            others={!wall.on}
          />
        </div>
        {whole.decided ? (
          <>
            <div>
              <QuestionsCard meeting={shown.meeting} room={room} />
              {shown.plan && (
                <PlanRows
                  plan={shown.plan}
                  meetingId={meeting.id}
                  write={room.plan}
                  adding={adding}
                  onAdding={setAdding}
                />
              )}
              <PointsCard meeting={shown.meeting} people={shown.plan?.people ?? []} room={room} />
            </div>
            <div>
              <SideColumn meeting={shown.meeting} room={room} opened={opened} onOpen={setOpened} />
              <Keys>
                <Keyboard size={18} aria-hidden /> <Key>1</Key>–<Key>9</Key> {w('meetings.room.key.people')},{' '}
                <Key>j</Key> <Key>k</Key> {w('meetings.room.key.rows')}, <Key>?</Key>{' '}
                {w('meetings.room.key.all')}
              </Keys>
            </div>
          </>
        ) : (
          <div>
            <Notice kind={wall.problem ? 'red' : 'info'}>
              <p>{w(wall.problem ? 'meetings.room.wallFailed' : 'meetings.room.wallDeciding')}</p>
            </Notice>
          </div>
        )}
      </Grid>
    </>
  );
}

/** On the wall: what may be there, or nothing but the date while that is being decided. */
function shownOn(wall: Wall, meeting: MeetingView): { meeting: MeetingView; plan: PlanView | undefined } {
  if (wall.view) return { meeting: wall.view.meeting, plan: wall.view.plan ?? undefined };
  const child = { ...meeting.child, name: null, fullName: null, age: null };
  const bare = { child, place: null, minutes: [], invitations: wall.marking };
  return { meeting: { ...meeting, ...bare }, plan: undefined };
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
    /** Says what has to be done first. */
    show: (found: FormError[]) => {
      if (found.length > 0) setAttempt((n) => n + 1);
      setErrors(found);
    },
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
        await outdate(client);
        void go(`/meetings/${meeting.id}`);
      } catch (error) {
        const found = error instanceof Problem ? errorsOf(error, (path) => PLACES[path] ?? path) : [];
        setErrors(found.length > 0 ? found : [{ message: say(error) }]);
        setBusy(false);
      }
    },
  };
}
