import { useState, type FormEvent } from 'react';
import { useLocation } from 'react-router';
import type { InvitationView, MeetingView, WriteReport } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { answered, isEmpty, NO_WORDS, type ReportWords } from '@web/pages/report/report.model';
import { ReportQuestions } from '@web/pages/report/ReportQuestions';
import { useForm } from '@web/pages/useForm';
import { useKeptDraft } from '@web/pages/useKeptDraft';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { asksAtOnce, OWN_REPORT } from './report-states.model';

interface Props {
  invitation: InvitationView;
  meeting: MeetingView;
}

/** One’s own report in lieu: the questions a link asks, answered by whoever is signed in. */
export function WriteReportCard({ invitation, meeting }: Props) {
  const w = useWords();
  const { hash } = useLocation();
  const [open, setOpen] = useState(false);
  const { draft, change, forget } = useKeptDraft<ReportWords>(
    ['report', 'kept', invitation.id],
    NO_WORDS,
    (words) => !isEmpty(words),
  );
  const form = useForm<WriteReport>(`/invitations/${invitation.id}/report`, {
    refresh: [`/meetings/${meeting.id}`, '/my/'],
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await form.send(answered(draft))) !== null) forget();
  };
  if (!open && isEmpty(draft) && !asksAtOnce(invitation, hash))
    return (
      <Card title={w('meetings.ownReport.title')}>
        <p>{w('meetings.ownReport.instead')}</p>
        <Button onClick={() => setOpen(true)}>{w('meetings.ownReport.write')}</Button>
      </Card>
    );
  return (
    <Card id={OWN_REPORT} title={w('meetings.ownReport.title')}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <FieldStack>
          <p>{w('meetings.ownReport.how')}</p>
          <ErrorSummary errors={form.errors} attempt={form.attempt} />
          <ReportQuestions
            words={draft}
            errorOf={form.wrong}
            write={(question, text) => change({ [question]: text })}
          />
          <p>{w('meetings.ownReport.readers')}</p>
          <div>
            <Button kind="filled" type="submit" disabled={form.busy}>
              {w('report.send')}
            </Button>
          </div>
        </FieldStack>
      </form>
    </Card>
  );
}
