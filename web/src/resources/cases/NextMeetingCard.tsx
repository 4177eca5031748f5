import { styled } from '@mui/material/styles';
import type { CaseMeeting, CaseView } from '@encircle/shared/cases';
import { formatLong, londonDate, londonTime, relativeDays } from '@encircle/shared/dates';
import { useWords, type Words } from '@web/i18n/useWords';
import { useCan, useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { Mark, type MarkName } from '@web/ui/Mark';
import { firstName, listOf } from './case-words';
import { answerLines, type AnswerLine } from './case.model';
import { meetingWords } from './meeting-words';
import { useReader } from './reader';

const MARKS: Record<string, MarkName> = {
  NO_ANSWER: 'dashed',
  NOT_COMING: 'barred',
  SENDING_REPORT: 'report',
};

const Lines = styled('ul')({
  listStyle: 'none',
  padding: 0,
  margin: '4px 0 16px',
  display: 'grid',
  gap: 8,
  fontSize: '0.9375rem',
  '& li': { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', gap: 10, alignItems: 'center' },
});

/** When it is, who answered what, and the way in. */
export function NextMeetingCard({ view }: { view: CaseView }) {
  const w = useWords();
  const can = useCan();
  const today = useToday();
  const family = useReader() === 'family';
  const meeting = view.nextMeeting;
  const mayPlan = view.actions.includes('meeting.plan');
  if (!meeting) {
    if (!mayPlan) return null;
    return (
      <EmptyState
        title={w('cases.meeting.none')}
        action={<Button to={`/cases/${view.id}/meetings/new`}>{w('cases.meeting.plan')}</Button>}
      >
        {w('cases.meeting.noneBody')}
      </EmptyState>
    );
  }
  const day = londonDate(meeting.plannedAt);
  const lines = answerLines(meeting);
  return (
    <Card
      title={`${formatLong(day).replace(/ \d{4}$/, '')}, ${londonTime(meeting.plannedAt)}`}
      note={[meetingWords(meeting, family), meeting.place, relativeDays(day, today)]
        .filter(Boolean)
        .join(' · ')}
    >
      {lines.length > 0 && (
        <Lines>
          {lines.map((line) => (
            <li key={`${line.names.join()} ${line.rsvp}`}>
              <Mark name={MARKS[line.rsvp] ?? 'tick'} size={14} />
              <span>{answerWords(w, line)}</span>
            </li>
          ))}
        </Lines>
      )}
      <MeetingButton meeting={meeting} may={mayPlan || can('update', 'meeting')} />
    </Card>
  );
}

function MeetingButton({ meeting, may }: { meeting: CaseMeeting; may: boolean }) {
  const w = useWords();
  return (
    <Button kind={may ? 'filled' : 'outlined'} to={`/meetings/${meeting.id}`}>
      {w(may ? 'cases.meeting.prepare' : 'cases.meeting.open')}
    </Button>
  );
}

/** "Mia and Ava, coming"; "Yusuf Demir, coming for part, from 15:55" */
function answerWords(w: Words, { names, rsvp, note }: AnswerLine): string {
  const called = names.length > 1 ? names.map(firstName) : names;
  const who = listOf(called.map((name) => name || w('cases.meeting.familyMember')));
  const answer = w(`cases.meeting.answers.${rsvp as 'COMING'}`);
  if (!note) return w('cases.meeting.line', { who, answer });
  return w('cases.meeting.lineNote', { who, answer, note: note.charAt(0).toLowerCase() + note.slice(1) });
}
