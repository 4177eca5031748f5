import { Send } from 'lucide-react';
import { useState } from 'react';
import { formatLong } from '@encircle/shared/dates';
import type { MeetingView, MinutesPreview, RecipientPreview } from '@encircle/shared/meetings';
import { Loaded } from '@web/layout/Loaded';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { Light } from '@web/ui/Light';
import { Notice } from '@web/ui/Notice';

/** What each recipient would be sent, before anything is; then send. */
export function SendCard({ meeting }: { meeting: MeetingView }) {
  const w = useWords();
  const say = useProblemWords();
  const [problem, setProblem] = useState('');
  const preview = useGet<MinutesPreview>(`/meetings/${meeting.id}/minutes/preview`, {
    version: meeting.version,
  });
  const send = useSend(`/meetings/${meeting.id}/minutes/send`, {
    refresh: [`/meetings/${meeting.id}`, '/my/'],
  });
  const sent = meeting.minutesSentOn !== null;
  const submit = async () => {
    try {
      await send.mutateAsync({ version: meeting.version });
      setProblem('');
    } catch (error) {
      setProblem(say(error));
    }
  };
  return (
    <Card
      id="minutes"
      title={w('meetings.send.title')}
      note={w('meetings.send.note')}
      flush
      foot={sent ? w('meetings.send.sent', { date: formatLong(meeting.minutesSentOn ?? '') }) : undefined}
    >
      <Loaded query={preview}>
        {({ recipients }) => (
          <CardLines>
            {recipients.map((each) => (
              <Recipient key={`${each.name} ${each.agencyName ?? ''}`} who={each} />
            ))}
          </CardLines>
        )}
      </Loaded>
      <div style={{ padding: '12px 24px 20px' }}>
        {problem && <Notice kind="red">{problem}</Notice>}
        {meeting.minutesStatus !== 'CIRCULATED' && (
          <Button kind="filled" icon={Send} disabled={send.isPending} onClick={() => void submit()}>
            {w(sent ? 'meetings.send.again' : 'meetings.send.send')}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Recipient({ who }: { who: RecipientPreview }) {
  const w = useWords();
  const lines = who.sends
    ? [
        w('meetings.send.lines', { smart_count: who.minutes.length }),
        who.heldBack > 0 ? w('meetings.send.held', { smart_count: who.heldBack }) : '',
      ]
        .filter(Boolean)
        .join(', ')
    : w('meetings.send.not', { why: who.why ?? '' });
  return (
    <li>
      <strong>{who.name}</strong>
      {who.agencyName !== null && `, ${who.agencyName}`}
      <Light state={!who.sends ? 'ask' : who.heldBack > 0 ? 'part' : 'yes'}>{lines}</Light>
    </li>
  );
}
