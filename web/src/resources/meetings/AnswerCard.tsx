import { useState } from 'react';
import { RSVP_ANSWERS } from '@encircle/shared/codes';
import type { InvitationView, MeetingView } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf, Problem } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextInput } from '@web/ui/TextInput';

/** Are you coming? One answer, with the deputy's name or the day of the report where it needs one. */
export function AnswerCard({ invitation, meeting }: { invitation: InvitationView; meeting: MeetingView }) {
  const w = useWords();
  const say = useProblemWords();
  const [answer, setAnswer] = useState<string | null>(
    invitation.rsvp === 'NO_ANSWER' ? null : invitation.rsvp,
  );
  const [note, setNote] = useState(invitation.rsvpNote ?? '');
  const [deputyName, setDeputy] = useState(invitation.deputyName ?? '');
  const [reportDueOn, setReport] = useState(invitation.reportDueOn ?? '');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [said, setSaid] = useState('');
  const send = useSend(`/invitations/${invitation.id}/answer`, {
    refresh: [`/meetings/${meeting.id}`, '/my/'],
  });
  const submit = async () => {
    setAttempt((n) => n + 1);
    setSaid('');
    try {
      await send.mutateAsync({
        version: invitation.version,
        answer,
        ...(note.trim() ? { note } : {}),
        ...(answer === 'DEPUTY' && deputyName.trim() ? { deputyName } : {}),
        ...(answer === 'SENDING_REPORT' && reportDueOn ? { reportDueOn } : {}),
      });
      setErrors([]);
      setSaid(w('meetings.yourAnswer.saved'));
    } catch (error) {
      const found = error instanceof Problem ? errorsOf(error) : [];
      setErrors(found.length > 0 ? found : [{ message: say(error) }]);
    }
  };
  return (
    <Card title={w('meetings.yourAnswer.title')}>
      <FieldStack>
        <ErrorSummary errors={errors} attempt={attempt} />
        <RadioGroup
          name="answer"
          label={w('meetings.yourAnswer.question')}
          options={RSVP_ANSWERS.rows
            .filter((row) => row.code !== 'NO_ANSWER')
            .map((row) => ({ value: row.code, label: row.label }))}
          value={answer}
          onChange={setAnswer}
        />
        {answer === 'DEPUTY' && (
          <TextInput
            name="deputyName"
            label={w('meetings.yourAnswer.deputy')}
            value={deputyName}
            onChange={(event) => setDeputy(event.target.value)}
          />
        )}
        {answer === 'SENDING_REPORT' && (
          <DateField
            name="reportDueOn"
            label={w('meetings.yourAnswer.report')}
            optional={w('meetings.ifAny')}
            value={reportDueOn}
            onChange={setReport}
          />
        )}
        <TextInput
          name="note"
          label={w('meetings.yourAnswer.note')}
          optional={w('meetings.ifAny')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div>
          <Button onClick={() => void submit()} disabled={send.isPending}>
            {w('meetings.yourAnswer.save')}
          </Button>
          <p aria-live="polite">{said}</p>
        </div>
      </FieldStack>
    </Card>
  );
}
