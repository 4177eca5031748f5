import { useState } from 'react';
import { formatLong } from '@encircle/shared/dates';
import type { ChallengeReferral, ReferralSentView, ReferralView } from '@encircle/shared/safeguarding';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { TextArea } from '@web/ui/TextArea';

export interface ChallengeCardProps {
  referral: ReferralView;
  onSent: (sent: ReferralSentView) => void;
}

/** Who sent it does not agree with a no: it is asked again on a new referral. */
export function ChallengeCard({ referral, onSent }: ChallengeCardProps) {
  const w = useWords();
  const say = useProblemWords();
  const [reason, setReason] = useState('');
  const send = useSend<ChallengeReferral, ReferralSentView>(
    `/safeguarding-referrals/${referral.id}/challenge`,
    { refresh: ['/safeguarding-referrals', '/episodes'] },
  );
  const wrong = send.error
    ? errorsOf(send.error).find((each) => each.field === 'reason')?.message
    : undefined;
  return (
    <Card title={w('safeguarding.challenge.title')} note={w('safeguarding.challenge.note')}>
      <FieldStack>
        {send.error && !wrong && <Notice kind="red">{send.error.detail || say(send.error)}</Notice>}
        <TextArea
          name="reason"
          label={w('safeguarding.challenge.reason')}
          rows={3}
          value={reason}
          error={wrong}
          onChange={(event) => setReason(event.target.value)}
        />
        <div>
          <Button
            kind="filled"
            disabled={send.isPending}
            onClick={() => send.mutate({ reason, version: referral.version }, { onSuccess: onSent })}
          >
            {w('safeguarding.challenge.save')}
          </Button>
        </div>
      </FieldStack>
    </Card>
  );
}

export function ChallengeSent({ sent }: { sent: ReferralSentView }) {
  const w = useWords();
  return (
    <Notice kind="good">
      <p>{w('safeguarding.challenge.done', { date: formatLong(sent.answerDueOn) })}</p>
      <Button size="small" to={`/safeguarding/${sent.id}`}>
        {w('safeguarding.challenge.open')}
      </Button>
    </Notice>
  );
}
