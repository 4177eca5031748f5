import { styled } from '@mui/material/styles';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { ATTENDANCE_CODES, labelOf } from '@encircle/shared/codes';
import type { MeetingView } from '@encircle/shared/meetings';
import type { PlanPerson } from '@encircle/shared/plans';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { CheckBox } from '@web/ui/CheckList';
import { Actions } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { Select } from '@web/ui/Select';
import { tally } from './attendance.model';
import { PersonCard } from './PersonCard';
import type { Attendance } from './useAttendance';
import type { Room } from './useRoom';

const Column = styled('section')({
  display: 'grid',
  gap: 10,
  alignContent: 'start',
  '& > header': { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: 8 },
  '& > header h2': { fontSize: '1.25rem', lineHeight: '1.75rem' },
  '& > header p': { fontSize: '0.875rem', color: 'var(--ink-soft)' },
  '& > ul': { listStyle: 'none', padding: 0, display: 'grid', gap: 8 },
});

interface PeopleColumnProps {
  meeting: MeetingView;
  people: readonly PlanPerson[];
  attendance: Attendance;
  room: Room;
  /** Offers people who were not asked. */
  others: boolean;
}

/** Everyone who was asked, one key each; who else came; and both sides when two people marked at once. */
export function PeopleColumn({ meeting, people, attendance, room, others }: PeopleColumnProps) {
  const w = useWords();
  const { came, reports, invited } = tally(meeting.invitations, attendance.marks);
  return (
    <Column aria-labelledby="room-people">
      <header>
        <h2 id="room-people">{w('meetings.room.people')}</h2>
        <p>
          {w('meetings.room.came', { came, invited })}
          {reports > 0 && `, ${w('meetings.room.reports', { smart_count: reports })}`}
        </p>
      </header>
      {attendance.clashes.length > 0 && <Clashes attendance={attendance} />}
      <ul>
        {meeting.invitations.map((who, index) => (
          <PersonCard
            key={who.id}
            who={who}
            mark={attendance.marks[who.id]}
            number={index < 9 ? index + 1 : null}
            onMark={(mark) => attendance.set(who.id, mark)}
          />
        ))}
      </ul>
      {others && <SomeoneElse meeting={meeting} people={people} room={room} />}
    </Column>
  );
}

function Clashes({ attendance }: { attendance: Attendance }) {
  const w = useWords();
  return (
    <Notice kind="red">
      <p>{w('meetings.room.conflict')}</p>
      {attendance.clashes.map((clash) => (
        <div key={clash.invitationId}>
          <p>
            {w('meetings.room.conflictLine', {
              name: clash.name,
              stored: labelOf(ATTENDANCE_CODES, clash.stored),
              mine: labelOf(ATTENDANCE_CODES, clash.mine),
            })}
          </p>
          <Actions>
            <Button size="small" onClick={attendance.insist}>
              {w('meetings.room.keepMine')}
            </Button>
            <Button size="small" onClick={() => attendance.yield(clash.invitationId)}>
              {w('meetings.room.keepTheirs')}
            </Button>
          </Actions>
        </div>
      ))}
    </Notice>
  );
}

function SomeoneElse({ meeting, people, room }: Omit<PeopleColumnProps, 'attendance' | 'others'>) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const [who, setWho] = useState('');
  const [agreed, setAgreed] = useState(false);
  const there = new Set(meeting.invitations.map((each) => each.userId ?? each.personId));
  const others = people.filter((each) => !there.has(each.id));
  const add = async () => {
    const person = others.find((each) => each.id === who);
    if (!person) return;
    const invitee = person.kind === 'FAMILY' ? { personId: person.id } : { userId: person.id };
    if (await room.meeting('/invitations', { invitees: [invitee], came: true, familyAgreed: agreed }))
      setOpen(false);
  };
  if (!open)
    return (
      <div>
        <Button kind="quiet" icon={UserPlus} onClick={() => setOpen(true)}>
          {w('meetings.room.someone')}
        </Button>
      </div>
    );
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Select
        name="someone"
        label={w('meetings.room.someoneWho')}
        options={others.map((each) => ({ value: each.id, label: each.name }))}
        value={who}
        onChange={(event) => setWho(event.target.value)}
      />
      <CheckBox
        name="agreed"
        label={w('meetings.room.someoneAgreed')}
        checked={agreed}
        onChange={setAgreed}
      />
      <Actions>
        <Button size="small" onClick={() => void add()} disabled={who === ''}>
          {w('meetings.room.add')}
        </Button>
        <Button size="small" kind="quiet" onClick={() => setOpen(false)}>
          {w('meetings.room.leave')}
        </Button>
      </Actions>
    </div>
  );
}
