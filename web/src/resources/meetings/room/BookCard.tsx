import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { formatLong, londonDate, londonTime } from '@encircle/shared/dates';
import { meetingWarnings, type MeetingView } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { DateField } from '@web/ui/DateField';
import { Actions, Key } from '@web/ui/layout';
import { Mark } from '@web/ui/Mark';
import { TextInput } from '@web/ui/TextInput';
import type { Room } from './useRoom';

const Shell = styled('section')({
  display: 'grid',
  gap: 12,
  padding: '16px 20px 20px',
  background: 'var(--surface)',
  border: '2px solid var(--teal)',
  borderRadius: 8,
  '& h2': { fontSize: '1.25rem', lineHeight: '1.75rem' },
  '& p': { fontSize: '0.875rem', lineHeight: '1.25rem' },
  '& .soft': { color: 'var(--ink-soft)' },
  '& form': { display: 'grid', gap: 12 },
  '& .done': { display: 'flex', gap: 8, alignItems: 'center' },
});

/** The strongest border of the room: a next date, or the reason why there is none yet. */
export function BookCard({ meeting, room }: { meeting: MeetingView; room: Room }) {
  const w = useWords();
  const today = useToday();
  const [form, setForm] = useState({
    date: '',
    time: meeting.plannedAt === '' ? '' : londonTime(meeting.plannedAt),
  });
  const [why, setWhy] = useState<string | null>(meeting.noNextReason);
  const version = () => room.latest()?.version ?? meeting.version;
  const book = () =>
    void room.meeting('/next', {
      version: version(),
      date: form.date,
      time: form.time.trim(),
      mode: meeting.mode,
      durationMinutes: meeting.durationMinutes,
      ...(meeting.place === null ? {} : { place: meeting.place }),
    });
  const real = /^\d{4}-\d\d-\d\d$/.test(form.date);
  const warnings = real ? meetingWarnings(form.date, today, meeting.nextDueBy) : [];
  return (
    <Shell aria-labelledby="room-next">
      <h2 id="room-next">
        {w('meetings.room.book')} <Key aria-hidden>b</Key>
      </h2>
      {meeting.nextDueBy !== null && (
        <p className="soft">{w('meetings.room.bookBy', { date: formatLong(meeting.nextDueBy) })}</p>
      )}
      {meeting.next !== null ? (
        <p className="done">
          <Mark name="tick" size={18} />
          {w('meetings.room.booked', {
            date: `${formatLong(londonDate(meeting.next.plannedAt))}, ${londonTime(meeting.next.plannedAt)}`,
          })}
        </p>
      ) : (
        <>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (real) book();
            }}
          >
            <DateField
              name="nextDate"
              label={w('meetings.form.date')}
              value={form.date}
              onChange={(date) => setForm({ ...form, date })}
            />
            <TextInput
              name="nextTime"
              label={w('meetings.form.time')}
              value={form.time}
              onChange={(event) => setForm({ ...form, time: event.target.value })}
            />
            {/* Enter in either field books, as the button below does. */}
            <button type="submit" hidden disabled={!real} />
          </form>
          {warnings.map((each) => (
            <p key={each.code}>
              <Mark name="clock" size={14} /> {each.words}.
            </p>
          ))}
          {why !== null && (
            <TextInput
              name="noNextReason"
              label={w('meetings.room.notYetWhy')}
              value={why}
              onChange={(event) => setWhy(event.target.value)}
              onBlur={() => {
                if (why.trim() !== '' && why !== meeting.noNextReason)
                  void room.meeting(
                    '',
                    { version: version(), change: 'DETAILS', noNextReason: why },
                    'PATCH',
                  );
              }}
            />
          )}
          <Actions>
            <Button onClick={book} disabled={!real}>
              {w('meetings.room.invite', { n: meeting.invitations.length })}
            </Button>
            {why === null && (
              <Button kind="quiet" onClick={() => setWhy('')}>
                {w('meetings.room.notYet')}
              </Button>
            )}
          </Actions>
        </>
      )}
    </Shell>
  );
}
