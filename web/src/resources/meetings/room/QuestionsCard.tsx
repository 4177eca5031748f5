import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { MeetingView, MinuteView } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions } from '@web/ui/layout';
import { Mark } from '@web/ui/Mark';
import { TextInput } from '@web/ui/TextInput';
import { VoiceText } from '@web/ui/Voice';
import type { Room } from './useRoom';

const List = styled('ul')({
  listStyle: 'none',
  padding: 0,
  display: 'grid',
  gap: 14,
  '& > li': { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', gap: 10 },
  '& svg': { marginTop: 2 },
  '& small': { color: 'var(--ink-soft)', fontSize: '0.875rem' },
  '& p': { fontSize: '0.9375rem', lineHeight: '1.375rem' },
});

/** The family speaks before the plan is opened. */
export function QuestionsCard({ meeting, room }: { meeting: MeetingView; room: Room }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [saidBy, setSaidBy] = useState(meeting.child.name ?? '');
  const questions = meeting.minutes.filter((line) => line.kind === 'QUESTION');
  const talked = questions.filter((line) => line.answered !== null && line.answered !== '').length;
  const add = async () => {
    if (text.trim() === '') return;
    if (await room.meeting('/minutes', { kind: 'QUESTION', text, ...(saidBy.trim() ? { saidBy } : {}) })) {
      setText('');
      setOpen(false);
    }
  };
  return (
    <Card
      title={w('meetings.room.questions', { child: meeting.child.name ?? w('week.someone') })}
      link={
        questions.length > 0 && <span>{w('meetings.room.talked', { n: talked, all: questions.length })}</span>
      }
    >
      <List>
        {questions.map((line) => (
          <Question key={line.id} line={line} room={room} />
        ))}
      </List>
      {open ? (
        <div style={{ display: 'grid', gap: 12, marginTop: 12 }}>
          <TextInput
            name="question"
            label={w('meetings.room.question')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <TextInput
            name="asker"
            label={w('meetings.room.asker')}
            optional={w('meetings.ifAny')}
            value={saidBy}
            onChange={(event) => setSaidBy(event.target.value)}
          />
          <Actions>
            <Button size="small" onClick={() => void add()}>
              {w('meetings.room.add')}
            </Button>
            <Button size="small" kind="quiet" onClick={() => setOpen(false)}>
              {w('meetings.room.leave')}
            </Button>
          </Actions>
        </div>
      ) : (
        <div style={{ marginTop: questions.length > 0 ? 12 : 0 }}>
          <Button kind="neutral" size="small" onClick={() => setOpen(true)}>
            {w('meetings.room.addQuestion')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Question({ line, room }: { line: MinuteView; room: Room }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const [answered, setAnswered] = useState(line.answered ?? '');
  const done = line.answered !== null && line.answered !== '';
  const keep = async () => {
    if (await room.meeting('/minutes', { minuteId: line.id, version: line.version, answered }, 'PATCH'))
      setOpen(false);
  };
  return (
    <li>
      <Mark name={done ? 'tick' : 'ring'} size={22} />
      <div>
        <VoiceText>“{line.text}”</VoiceText> <small>{line.saidBy}</small>
        {done && !open && <p>{line.answered}</p>}
        {open ? (
          <div style={{ display: 'grid', gap: 8 }}>
            <TextInput
              name={`answer-${line.id}`}
              label={w('meetings.room.answer', { text: line.text })}
              value={answered}
              onChange={(event) => setAnswered(event.target.value)}
            />
            <div>
              <Button size="small" onClick={() => void keep()}>
                {w('meetings.room.saveAnswer')}
              </Button>
            </div>
          </div>
        ) : (
          !done && (
            <div>
              <Button
                size="small"
                kind="quiet"
                onClick={() => setOpen(true)}
                aria-label={w('meetings.room.answer', { text: line.text })}
              >
                {w('meetings.room.answerIt')}
              </Button>
            </div>
          )
        )}
      </div>
    </li>
  );
}
