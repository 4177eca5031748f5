import { useState } from 'react';
import {
  REFUSAL_GROUNDS,
  type DecideRecordRequest,
  type RecordRequestView,
  type RefusalGround,
} from '@encircle/shared/record-requests';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { useStep } from './useStep';

/** A copy is made, or refused on a ground; the reason stays inside. */
export function DecisionCard({ request }: { request: RecordRequestView }) {
  const w = useWords();
  const form = useStep<Partial<DecideRecordRequest>>(`/record-requests/${request.id}/decision`);
  const [value, setValue] = useState<Partial<DecideRecordRequest>>({ reason: '' });
  const set = (over: Partial<DecideRecordRequest>) => setValue((old) => ({ ...old, ...over }));
  const refuses = value.decision === 'REFUSE';
  return (
    <Card title={w('requests.decision.title')} note={w('requests.decision.note')}>
      <FieldStack>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <RadioGroup
          name="decision"
          label={w('requests.decision.label')}
          options={(['GO_ON', 'REFUSE'] as const).map((each) => ({
            value: each,
            label: w(`requests.decision.${each}`),
          }))}
          value={value.decision ?? null}
          error={form.wrong('decision')}
          onChange={(decision) => set({ decision: decision as DecideRecordRequest['decision'] })}
        />
        {refuses && (
          <Select
            name="ground"
            label={w('requests.decision.ground')}
            options={REFUSAL_GROUNDS.map((ground) => ({
              value: ground,
              label: w(`requests.refusals.${ground}`),
            }))}
            value={value.ground ?? ''}
            error={form.wrong('ground')}
            onChange={(event) => set({ ground: event.target.value as RefusalGround })}
          />
        )}
        <TextArea
          name="reason"
          label={w('requests.decision.reason')}
          hint={w('requests.decision.reasonHint')}
          rows={2}
          maxLength={2000}
          value={value.reason ?? ''}
          error={form.wrong('reason')}
          onChange={(event) => set({ reason: event.target.value })}
        />
        <Actions>
          <Button
            kind="filled"
            disabled={form.busy}
            onClick={() => {
              const { ground, ...rest } = value;
              void form.send({ ...rest, ...(refuses && ground ? { ground } : {}), version: request.version });
            }}
          >
            {w('requests.decision.save')}
          </Button>
        </Actions>
      </FieldStack>
    </Card>
  );
}
