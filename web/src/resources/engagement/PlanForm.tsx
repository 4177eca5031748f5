import { useState } from 'react';
import type { EngagementPlanView, WriteEngagementPlan } from '@encircle/shared/engagement';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { useForm } from './useForm';

export interface PlanFormProps {
  /** Where it is written; a plan that is there is changed. */
  path: string;
  plan?: EngagementPlanView;
  onDone: () => void;
}

/** What the reader's own service does by itself, and when it is looked at again. */
export function PlanForm({ path, plan, onDone }: PlanFormProps) {
  const w = useWords();
  const form = useForm<WriteEngagementPlan & { version?: number }, unknown>(path, plan ? 'PUT' : 'POST');
  const [value, setValue] = useState<WriteEngagementPlan>({
    ownPart: plan?.ownPart ?? '',
    offered: plan?.offered ?? '',
    nextOfferOn: plan?.nextOfferOn ?? '',
    reviewOn: plan?.reviewOn ?? '',
  });
  const set = (over: Partial<WriteEngagementPlan>) => setValue((old) => ({ ...old, ...over }));
  const save = async () => {
    const saved = await form.send({ ...value, ...(plan ? { version: plan.version } : {}) });
    if (saved !== null) onDone();
  };
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextArea
        name="ownPart"
        label={w('engagement.form.ownPart')}
        hint={w('engagement.form.ownPartHint')}
        rows={3}
        maxLength={4000}
        value={value.ownPart}
        error={form.wrong('ownPart')}
        onChange={(event) => set({ ownPart: event.target.value })}
      />
      <TextArea
        name="offered"
        label={w('engagement.form.offered')}
        rows={2}
        maxLength={4000}
        value={value.offered ?? ''}
        error={form.wrong('offered')}
        onChange={(event) => set({ offered: event.target.value })}
      />
      <DateField
        name="nextOfferOn"
        label={w('engagement.form.nextOfferOn')}
        value={value.nextOfferOn}
        error={form.wrong('nextOfferOn')}
        onChange={(nextOfferOn) => set({ nextOfferOn })}
      />
      <DateField
        name="reviewOn"
        label={w('engagement.form.reviewOn')}
        hint={w('engagement.form.reviewHint')}
        value={value.reviewOn}
        error={form.wrong('reviewOn')}
        onChange={(reviewOn) => set({ reviewOn })}
      />
      <Actions>
        <Button kind="filled" disabled={form.busy} onClick={() => void save()}>
          {w('engagement.form.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {w('engagement.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}
