import { useState } from 'react';
import { INFORMATION_CATEGORIES, labelOf } from '@encircle/shared/codes';
import { MINUTE_CATEGORIES, type MeetingView, type MinuteView } from '@encircle/shared/meetings';
import type { PlanPerson } from '@encircle/shared/plans';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions } from '@web/ui/layout';
import { Select } from '@web/ui/Select';
import { Tag } from '@web/ui/Tag';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import type { Room } from './useRoom';

interface PointsCardProps {
  meeting: MeetingView;
  people: readonly PlanPerson[];
  room: Room;
}

/** What was said, by whom, and of which kind: a line of a sensitive kind is a row of its own that few may see. */
export function PointsCard({ meeting, people, room }: PointsCardProps) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const points = meeting.minutes.filter((line) => line.kind === 'POINT');
  return (
    <Card title={w('meetings.room.points')} count={points.length}>
      <ul>
        {points.map((line) => (
          <Point key={line.id} line={line} />
        ))}
      </ul>
      {open ? (
        <PointForm people={people} room={room} onDone={() => setOpen(false)} />
      ) : (
        <Button kind="neutral" size="small" onClick={() => setOpen(true)}>
          {w('meetings.room.addPoint')}
        </Button>
      )}
    </Card>
  );
}

function Point({ line }: { line: MinuteView }) {
  return (
    <li>
      {line.text} {line.saidBy !== null && `(${line.saidBy})`}{' '}
      {line.category !== 'MEETING' && (
        <Tag tone="slate">{labelOf(INFORMATION_CATEGORIES, line.category)}</Tag>
      )}
    </li>
  );
}

const EMPTY = { text: '', saidBy: '', category: 'MEETING', about: '' };

function PointForm({ people, room, onDone }: Omit<PointsCardProps, 'meeting'> & { onDone: () => void }) {
  const w = useWords();
  const [form, setForm] = useState(EMPTY);
  const set = (part: Partial<typeof EMPTY>) => setForm((old) => ({ ...old, ...part }));
  const family = people.filter((each) => each.kind === 'FAMILY' && each.relationship !== 'CHILD');
  const add = async () => {
    if (form.text.trim() === '') return;
    const done = await room.meeting('/minutes', {
      kind: 'POINT',
      text: form.text,
      category: form.category,
      ...(form.saidBy.trim() ? { saidBy: form.saidBy } : {}),
      ...(form.about ? { aboutPersonId: form.about } : {}),
    });
    if (done) onDone();
  };
  return (
    <div style={{ display: 'grid', gap: 12, marginTop: 12 }}>
      <TextArea
        name="point"
        label={w('meetings.room.point')}
        autoFocus
        value={form.text}
        onChange={(event) => set({ text: event.target.value })}
      />
      <TextInput
        name="pointBy"
        label={w('meetings.room.pointBy')}
        optional={w('meetings.ifAny')}
        value={form.saidBy}
        onChange={(event) => set({ saidBy: event.target.value })}
      />
      <Select
        name="pointKind"
        label={w('meetings.room.kind')}
        hint={w('meetings.room.kindHint')}
        empty={false}
        options={MINUTE_CATEGORIES.map((code) => ({
          value: code,
          label: code === 'MEETING' ? w('meetings.room.kindOrdinary') : labelOf(INFORMATION_CATEGORIES, code),
        }))}
        value={form.category}
        onChange={(event) => set({ category: event.target.value })}
      />
      {form.category !== 'MEETING' && family.length > 0 && (
        <Select
          name="pointAbout"
          label={w('meetings.room.about')}
          empty={w('meetings.room.aboutChild')}
          options={family.map((each) => ({ value: each.id, label: each.name }))}
          value={form.about}
          onChange={(event) => set({ about: event.target.value })}
        />
      )}
      <Actions>
        <Button size="small" onClick={() => void add()}>
          {w('meetings.room.add')}
        </Button>
        <Button size="small" kind="quiet" onClick={onDone}>
          {w('meetings.room.leave')}
        </Button>
      </Actions>
    </div>
  );
}
