import { styled } from '@mui/material/styles';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { CHILD_PARTICIPATION, MEETING_DECISIONS, PARENT_PARTICIPATION } from '@encircle/shared/codes';
import type { MeetingView, MinuteView } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckBox } from '@web/ui/CheckList';
import { Actions, Key, Stack } from '@web/ui/layout';
import { Mark } from '@web/ui/Mark';
import { Select } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';
import { decisionLabel, decisionWords } from '../meeting-words';
import { BookCard } from './BookCard';
import type { Room } from './useRoom';

const Lines = styled('ul')({
  listStyle: 'none',
  padding: 0,
  '& > li': {
    display: 'flex',
    gap: 8,
    padding: '8px 0',
    alignItems: 'flex-start',
    fontSize: '0.9375rem',
    lineHeight: '1.375rem',
  },
  '& > li + li': { borderTop: '1px solid var(--line)' },
  '& svg': { flex: 'none', marginTop: 3 },
});

export type Opened = 'decision' | 'parked' | null;

interface SideColumnProps {
  meeting: MeetingView;
  room: Room;
  opened: Opened;
  onOpen: (opened: Opened) => void;
}

/** Decisions, what is left for later, and the next date, which cannot be passed over in silence. */
export function SideColumn({ meeting, room, opened, onOpen }: SideColumnProps) {
  const w = useWords();
  const of = (kind: MinuteView['kind']) => meeting.minutes.filter((line) => line.kind === kind);
  return (
    <Stack>
      <Card title={w('meetings.room.decisions')}>
        <Lines>
          {of('DECISION').map((line) => (
            <li key={line.id}>
              <Mark name="tick" size={16} />
              <span>{decisionWords(line)}</span>
            </li>
          ))}
        </Lines>
        <Checks meeting={meeting} room={room} />
        {opened === 'decision' ? (
          <DecisionForm room={room} onDone={() => onOpen(null)} />
        ) : (
          <Button
            kind="neutral"
            size="small"
            icon={Plus}
            onClick={() => onOpen('decision')}
            aria-keyshortcuts="d"
          >
            {w('meetings.room.addDecision')}{' '}
            <Key aria-hidden style={{ marginLeft: 8 }}>
              d
            </Key>
          </Button>
        )}
      </Card>
      <Card title={w('meetings.room.parked')}>
        <Lines>
          {of('PARKED').map((line) => (
            <li key={line.id}>{line.text}</li>
          ))}
        </Lines>
        {opened === 'parked' ? (
          <LineForm
            kind="PARKED"
            label={w('meetings.room.parkText')}
            room={room}
            onDone={() => onOpen(null)}
          />
        ) : (
          <Button
            kind="neutral"
            size="small"
            icon={Plus}
            onClick={() => onOpen('parked')}
            aria-keyshortcuts="p"
          >
            {w('meetings.room.park')}{' '}
            <Key aria-hidden style={{ marginLeft: 8 }}>
              p
            </Key>
          </Button>
        )}
      </Card>
      <BookCard meeting={meeting} room={room} />
    </Stack>
  );
}

type Checked = Partial<
  Pick<MeetingView, 'levelAgreed' | 'consentChecked' | 'childParticipation' | 'parentParticipation'>
>;

/** Takes away what was sent, unless something else was chosen since. */
const withoutSame = (now: Checked, sent: Checked): Checked =>
  Object.fromEntries(Object.entries(now).filter(([name, value]) => sent[name as keyof Checked] !== value));

function Checks({ meeting, room }: { meeting: MeetingView; room: Room }) {
  const w = useWords();
  // What was just chosen stands at once; when it could not be saved, what is stored comes back.
  const [chosen, setChosen] = useState<Checked>({});
  const shown = { ...meeting, ...chosen };
  const save = async (part: Checked) => {
    setChosen((old) => ({ ...old, ...part }));
    const version = room.latest()?.version ?? meeting.version;
    await room.meeting('', { version, change: 'DETAILS', ...part }, 'PATCH');
    setChosen((old) => withoutSame(old, part));
  };
  return (
    <div style={{ display: 'grid', gap: 12, margin: '8px 0 12px' }}>
      <Select
        name="levelAgreed"
        label={w('meetings.room.level')}
        options={[1, 2, 3, 4].map((level) => ({ value: String(level), label: String(level) }))}
        value={shown.levelAgreed === null ? '' : String(shown.levelAgreed)}
        onChange={(event) => event.target.value && void save({ levelAgreed: Number(event.target.value) })}
      />
      <CheckBox
        name="consentChecked"
        label={w('meetings.room.consent')}
        checked={shown.consentChecked ?? false}
        onChange={(consentChecked) => void save({ consentChecked })}
      />
      <Select
        name="childParticipation"
        label={w('meetings.room.child', { child: meeting.child.name ?? w('week.someone').toLowerCase() })}
        options={CHILD_PARTICIPATION.rows.map((row) => ({ value: row.code, label: row.label }))}
        value={shown.childParticipation ?? ''}
        onChange={(event) => event.target.value && void save({ childParticipation: event.target.value })}
      />
      <Select
        name="parentParticipation"
        label={w('meetings.room.parent')}
        optional={w('meetings.ifAny')}
        options={PARENT_PARTICIPATION.rows.map((row) => ({ value: row.code, label: row.label }))}
        value={shown.parentParticipation ?? ''}
        onChange={(event) => event.target.value && void save({ parentParticipation: event.target.value })}
      />
    </div>
  );
}

function DecisionForm({ room, onDone }: { room: Room; onDone: () => void }) {
  const w = useWords();
  const [code, setCode] = useState('');
  const [text, setText] = useState('');
  const add = async () => {
    const words = text.trim() || (code === '' ? '' : decisionLabel(code));
    if (words === '') return;
    if (await room.meeting('/minutes', { kind: 'DECISION', text: words, ...(code ? { code } : {}) }))
      onDone();
  };
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Select
        name="decision"
        autoFocus
        label={w('meetings.room.decision')}
        options={MEETING_DECISIONS.rows.map((row) => ({
          value: row.code,
          label: decisionLabel(row.code),
        }))}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <TextInput
        name="decisionText"
        label={w('meetings.room.decisionText')}
        optional={w('meetings.ifAny')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && void add()}
      />
      <FormButtons onAdd={() => void add()} onDone={onDone} />
    </div>
  );
}

function LineForm({
  kind,
  label,
  room,
  onDone,
}: {
  kind: 'PARKED';
  label: string;
  room: Room;
  onDone: () => void;
}) {
  const [text, setText] = useState('');
  const add = async () => {
    if (text.trim() === '') return;
    if (await room.meeting('/minutes', { kind, text })) onDone();
  };
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <TextInput
        name={kind}
        label={label}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && void add()}
      />
      <FormButtons onAdd={() => void add()} onDone={onDone} />
    </div>
  );
}

function FormButtons({ onAdd, onDone }: { onAdd: () => void; onDone: () => void }) {
  const w = useWords();
  return (
    <Actions>
      <Button size="small" onClick={onAdd}>
        {w('meetings.room.add')}
      </Button>
      <Button size="small" kind="quiet" onClick={onDone}>
        {w('meetings.room.leave')}
      </Button>
    </Actions>
  );
}
