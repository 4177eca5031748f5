import { useState } from 'react';
import type { DecideDispute, WaitingAgreementView, WaitingAgreementsView } from '@encircle/shared/consents';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf, Problem } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';

/** The parents do not agree: whether sharing goes on, with the reasons. In force the moment it is saved. */
export function DecideDisputeForm({
  dispute,
  onDone,
}: {
  dispute: WaitingAgreementView;
  onDone: () => void;
}) {
  const w = useWords();
  const say = useProblemWords();
  const [decision, setDecision] = useState('');
  const [reasons, setReasons] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useSend<DecideDispute, WaitingAgreementsView>(`/consent-disputes/${dispute.recordId}/decide`, {
    refresh: ['/agreements', '/episodes'],
  });
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message;
  const save = async () => {
    setAttempt((n) => n + 1);
    try {
      const version = dispute.version;
      await send.mutateAsync({ decision: decision as DecideDispute['decision'], reasons, version });
      onDone();
    } catch (error) {
      const fields = error instanceof Problem ? errorsOf(error) : [];
      setErrors(fields.length > 0 ? fields : [{ message: say(error) }]);
    }
  };
  return (
    <Card
      title={w('agreements.dispute.title', { reference: dispute.reference })}
      note={w('agreements.dispute.note')}
    >
      <FieldStack>
        <ErrorSummary errors={errors} attempt={attempt} />
        <RadioGroup
          name="decision"
          label={w('agreements.dispute.decision')}
          options={(['GO_ON', 'STOP'] as const).map((value) => ({
            value,
            label: w(`agreements.dispute.decisions.${value}`),
          }))}
          value={decision}
          error={wrong('decision')}
          onChange={setDecision}
        />
        <TextArea
          name="reasons"
          label={w('agreements.dispute.reasons')}
          hint={w('agreements.dispute.reasonsHint')}
          rows={4}
          maxLength={2000}
          value={reasons}
          error={wrong('reasons')}
          onChange={(event) => setReasons(event.target.value)}
        />
        <Actions>
          <Button kind="filled" disabled={send.isPending} onClick={() => void save()}>
            {w('agreements.dispute.save')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {w('agreements.dispute.leave')}
          </Button>
        </Actions>
      </FieldStack>
    </Card>
  );
}
