import { useState } from 'react';
import type { DecideReferral, LinkReferral, ReferralView } from '@encircle/shared/safeguarding';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf, type Problem } from '@web/providers/problem';
import { useToday } from '@web/providers/me';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckBox } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Notice } from '@web/ui/Notice';
import { RadioGroup } from '@web/ui/RadioGroup';
import { FieldStack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';

const messages = (problem: Problem | null): Record<string, string> =>
  Object.fromEntries((problem ? errorsOf(problem) : []).map(({ field, message }) => [field, message]));

/** Social care accepts, or not: either way the case follows at once. */
export function DecideCard({ referral }: { referral: ReferralView }) {
  const w = useWords();
  const say = useProblemWords();
  const today = useToday();
  const [attempt, setAttempt] = useState(0);
  const [value, setValue] = useState<Partial<DecideReferral>>({ decidedOn: today });
  const set = (over: Partial<DecideReferral>) => setValue((now) => ({ ...now, ...over }));
  const send = useSend<Partial<DecideReferral>>(`/safeguarding-referrals/${referral.id}/decision`, {
    refresh: ['/safeguarding-referrals', '/episodes'],
  });
  const wrong = messages(send.error);
  const lines = send.error ? errorsOf(send.error) : [];
  return (
    <Card title={w('safeguarding.decide.title')}>
      <FieldStack>
        <ErrorSummary errors={lines} attempt={attempt} />
        {send.error && lines.length === 0 && (
          <Notice kind="red">{send.error.detail || say(send.error)}</Notice>
        )}
        <RadioGroup
          name="decision"
          label={w('safeguarding.decide.question')}
          options={[
            { value: 'ACCEPTED', label: w('safeguarding.decide.accepted') },
            { value: 'NOT_ACCEPTED', label: w('safeguarding.decide.notAccepted') },
          ]}
          value={value.decision}
          error={wrong['decision']}
          onChange={(decision) => set({ decision: decision as 'ACCEPTED' })}
        />
        {value.decision === 'ACCEPTED' && (
          <>
            <TextInput
              name="acceptanceRef"
              label={w('safeguarding.decide.reference')}
              value={value.acceptanceRef ?? ''}
              error={wrong['acceptanceRef']}
              onChange={(event) => set({ acceptanceRef: event.target.value })}
            />
            <TextInput
              name="leadSocialWorker"
              label={w('safeguarding.decide.lead')}
              value={value.leadSocialWorker ?? ''}
              error={wrong['leadSocialWorker']}
              onChange={(event) => set({ leadSocialWorker: event.target.value })}
            />
          </>
        )}
        {value.decision === 'NOT_ACCEPTED' && (
          <>
            <TextArea
              name="reason"
              label={w('safeguarding.decide.reason')}
              rows={3}
              value={value.reason ?? ''}
              error={wrong['reason']}
              onChange={(event) => set({ reason: event.target.value })}
            />
            <CheckBox
              name="teamTold"
              label={w('safeguarding.decide.told')}
              checked={value.teamTold ?? false}
              onChange={(teamTold) => set({ teamTold })}
            />
          </>
        )}
        <DateField
          name="decidedOn"
          label={w('safeguarding.decide.on')}
          value={value.decidedOn}
          error={wrong['decidedOn']}
          onChange={(decidedOn) => set({ decidedOn })}
        />
        <div>
          <Button
            kind="filled"
            disabled={send.isPending || value.decision === undefined}
            onClick={() => {
              setAttempt((count) => count + 1);
              send.mutate({ ...value, version: referral.version });
            }}
          >
            {w('safeguarding.decide.save')}
          </Button>
        </div>
      </FieldStack>
    </Card>
  );
}

/** A referral sent with names only is tied to the record there is. */
export function LinkCard({ referral }: { referral: ReferralView }) {
  const w = useWords();
  const say = useProblemWords();
  const [ref, setRef] = useState('');
  const send = useSend<LinkReferral>(`/safeguarding-referrals/${referral.id}/link`, {
    refresh: ['/safeguarding-referrals', '/episodes'],
  });
  const wrong = messages(send.error);
  return (
    <Card title={w('safeguarding.link.title')}>
      <FieldStack>
        {send.error && !wrong['ref'] && <Notice kind="red">{send.error.detail || say(send.error)}</Notice>}
        <TextInput
          name="ref"
          label={w('safeguarding.link.ref')}
          hint={w('safeguarding.link.hint')}
          value={ref}
          error={wrong['ref']}
          onChange={(event) => setRef(event.target.value)}
        />
        <div>
          <Button
            disabled={send.isPending || ref.trim() === ''}
            onClick={() => send.mutate({ ref, version: referral.version })}
          >
            {w('safeguarding.link.save')}
          </Button>
        </div>
      </FieldStack>
    </Card>
  );
}
