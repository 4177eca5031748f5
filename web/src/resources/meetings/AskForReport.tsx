import { useState, type FormEvent } from 'react';
import type { InvitationView, MeetingView } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf, Problem } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { TextInput } from '@web/ui/TextInput';

interface Props {
  who: InvitationView;
  meeting: MeetingView;
  onEnd: (done: boolean) => void;
}

/** By when, and for somebody without an account, where the link goes. */
export function AskForReport({ who, meeting, onEnd }: Props) {
  const w = useWords();
  const say = useProblemWords();
  const [dueOn, setDue] = useState(who.report?.dueOn ?? '');
  const [address, setAddress] = useState(who.report?.address ?? '');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useSend(`/invitations/${who.id}/report-request`, { refresh: [`/meetings/${meeting.id}`] });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt((n) => n + 1);
    try {
      await send.mutateAsync({
        ...(dueOn ? { dueOn } : {}),
        ...(who.kind === 'GUEST' ? { address } : {}),
      });
      onEnd(true);
    } catch (error) {
      const found = error instanceof Problem ? errorsOf(error) : [];
      setErrors(found.length > 0 ? found : [{ message: say(error) }]);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} style={{ marginTop: 12 }}>
      <FieldStack>
        <ErrorSummary errors={errors} attempt={attempt} />
        {who.kind === 'GUEST' && (
          <TextInput
            name="address"
            type="email"
            autoComplete="off"
            label={w('meetings.reports.address')}
            hint={w('meetings.reports.addressHint')}
            error={errorOf('address')}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
        <DateField
          name="dueOn"
          label={w('meetings.reports.due')}
          optional={w('meetings.ifAny')}
          error={errorOf('dueOn')}
          value={dueOn}
          onChange={setDue}
        />
        <div style={{ display: 'flex', gap: 12 }}>
          <Button type="submit" disabled={send.isPending}>
            {w('meetings.reports.send')}
          </Button>
          <Button onClick={() => onEnd(false)}>{w('meetings.reports.cancel')}</Button>
        </div>
      </FieldStack>
    </form>
  );
}
