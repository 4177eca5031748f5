import { useState, type FormEvent } from 'react';
import { formatShort } from '@encircle/shared/dates';
import type { InvitationView, MeetingView } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { TextInput } from '@web/ui/TextInput';

/** Guests and the family have no account: who runs the meeting sends them a link to answer by. */
export function AskByLinkCard({ meeting }: { meeting: MeetingView }) {
  const w = useWords();
  const people = meeting.invitations.filter(({ userId }) => userId === null);
  if (people.length === 0) return null;
  return (
    <Card title={w('meetings.links.title')} note={w('meetings.links.note')} flush>
      <CardLines>
        {people.map((who) => (
          <Line key={who.id} who={who} meeting={meeting} />
        ))}
      </CardLines>
    </Card>
  );
}

function Line({ who, meeting }: { who: InvitationView; meeting: MeetingView }) {
  const w = useWords();
  const say = useProblemWords();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const refresh = [`/meetings/${meeting.id}`];
  const back = useSend(`/invitations/${who.id}/answer-link`, { method: 'DELETE', refresh });
  const name = who.name ?? w('week.someone');
  const open = who.answerLink?.state === 'ASKED';
  const takeBack = async () => {
    try {
      await back.mutateAsync(undefined);
      setSaid(w('meetings.links.back'));
    } catch (error) {
      setSaid(say(error));
    }
  };
  return (
    <li>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' }}>
        <div style={{ flex: '1 1 12rem', minWidth: 0, overflowWrap: 'anywhere' }}>
          <strong>{name}</strong>
          <div style={{ color: 'var(--ink-soft)', fontSize: '0.875rem' }}>
            {who.answerLink === null
              ? w('meetings.links.notAsked')
              : w(open ? 'meetings.links.asked' : 'meetings.links.over', {
                  date: formatShort(who.answerLink.askedOn),
                  address: who.answerLink.address,
                })}
          </div>
        </div>
        {!asking && (
          <Button
            onClick={() => setAsking(true)}
            aria-label={w(open ? 'meetings.links.askAgainOf' : 'meetings.links.askOf', { name })}
          >
            {w(open ? 'meetings.links.askAgain' : 'meetings.links.ask')}
          </Button>
        )}
        {!asking && open && (
          <Button
            onClick={() => void takeBack()}
            disabled={back.isPending}
            aria-label={w('meetings.links.takeBackOf', { name })}
          >
            {w('meetings.links.takeBack')}
          </Button>
        )}
      </div>
      {asking && (
        <AskByLink
          who={who}
          refresh={refresh}
          onEnd={(done) => {
            setAsking(false);
            setSaid(done ? w('meetings.links.done') : '');
          }}
        />
      )}
      <p aria-live="polite" style={{ fontSize: '0.875rem' }}>
        {said}
      </p>
    </li>
  );
}

interface Props {
  who: InvitationView;
  refresh: string[];
  onEnd: (done: boolean) => void;
}

function AskByLink({ who, refresh, onEnd }: Props) {
  const w = useWords();
  const [address, setAddress] = useState(who.answerLink?.address ?? '');
  const { send, errors, attempt, wrong, busy } = useForm<{ address: string }>(
    `/invitations/${who.id}/answer-link`,
    { refresh },
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await send({ address })) !== null) onEnd(true);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} style={{ marginTop: 12 }}>
      <FieldStack>
        <ErrorSummary errors={errors} attempt={attempt} />
        <TextInput
          name="address"
          type="email"
          autoComplete="off"
          label={w('meetings.links.address')}
          hint={w('meetings.links.addressHint')}
          error={wrong('address')}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <div style={{ display: 'flex', gap: 12 }}>
          <Button type="submit" disabled={busy}>
            {w('meetings.links.send')}
          </Button>
          <Button onClick={() => onEnd(false)}>{w('meetings.links.cancel')}</Button>
        </div>
      </FieldStack>
    </form>
  );
}
