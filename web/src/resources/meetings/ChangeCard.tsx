import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { MeetingView } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf, Problem } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { TextInput } from '@web/ui/TextInput';

type Change = 'MOVE' | 'CANCEL' | 'INQUORATE';
const CHANGES: readonly Change[] = ['MOVE', 'CANCEL', 'INQUORATE'];

/** Moving keeps the old date and who asked; calling off says why. */
export function ChangeCard({ meeting }: { meeting: MeetingView }) {
  const w = useWords();
  const say = useProblemWords();
  const go = useNavigate();
  const [change, setChange] = useState<Change | null>(null);
  const [form, setForm] = useState({ reason: '', askedBy: '', date: '', time: '' });
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useSend<unknown, MeetingView>(`/meetings/${meeting.id}`, {
    method: 'PATCH',
    refresh: [`/meetings/${meeting.id}`, `/episodes/${meeting.episodeId}`, '/my/'],
  });
  const set = (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part }));
  const errorOf = (field: string) => errors.find((each) => each.field === field)?.message;
  const submit = async () => {
    setAttempt((n) => n + 1);
    try {
      const { date, time, ...why } = form;
      const made = await send.mutateAsync({
        version: meeting.version,
        change,
        ...why,
        ...(change === 'MOVE' ? { date: date || undefined, time: time || undefined } : {}),
      });
      if (made.id !== meeting.id) void go(`/meetings/${made.id}`);
    } catch (error) {
      const found = error instanceof Problem ? errorsOf(error) : [];
      setErrors(found.length > 0 ? found : [{ message: say(error) }]);
    }
  };
  return (
    <Card title={w('meetings.change.title')}>
      <FieldStack>
        <Actions>
          {CHANGES.map((each) => (
            <Button
              key={each}
              kind="neutral"
              size="small"
              aria-expanded={change === each}
              onClick={() => setChange(change === each ? null : each)}
            >
              {w(`meetings.change.${each}`)}
            </Button>
          ))}
        </Actions>
        {change !== null && (
          <>
            <ErrorSummary errors={errors} attempt={attempt} />
            {change === 'MOVE' && (
              <>
                <DateField
                  name="date"
                  label={w('meetings.form.date')}
                  error={errorOf('date')}
                  value={form.date}
                  onChange={(date) => set({ date })}
                />
                <TextInput
                  name="time"
                  label={w('meetings.form.time')}
                  hint={w('meetings.form.timeHint')}
                  error={errorOf('time')}
                  value={form.time}
                  onChange={(event) => set({ time: event.target.value })}
                />
              </>
            )}
            <TextInput
              name="reason"
              label={w('meetings.change.reason')}
              error={errorOf('reason')}
              value={form.reason}
              onChange={(event) => set({ reason: event.target.value })}
            />
            <TextInput
              name="askedBy"
              label={w('meetings.change.askedBy')}
              optional={w('meetings.ifAny')}
              value={form.askedBy}
              onChange={(event) => set({ askedBy: event.target.value })}
            />
            <div>
              <Button onClick={() => void submit()} disabled={send.isPending}>
                {w(change === 'MOVE' ? 'meetings.change.move' : 'meetings.change.cancel')}
              </Button>
            </div>
          </>
        )}
      </FieldStack>
    </Card>
  );
}
