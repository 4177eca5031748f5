import { useState } from 'react';
import {
  ENGAGEMENT_NEXT,
  type EngagementNext,
  type EngagementPlanView,
  type ReviewEngagementPlan,
} from '@encircle/shared/engagement';
import { useWords } from '@web/i18n/useWords';
import { useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { useForm } from './useForm';

/** The plan looked at again: what has changed, and what happens next. */
export function ReviewForm({ plan, onDone }: { plan: EngagementPlanView; onDone: () => void }) {
  const w = useWords();
  const today = useToday();
  const form = useForm<Partial<ReviewEngagementPlan>, unknown>(`/engagement-plans/${plan.id}/reviews`);
  const [value, setValue] = useState<Partial<ReviewEngagementPlan>>({ heldOn: today, words: '' });
  const set = (over: Partial<ReviewEngagementPlan>) => setValue((old) => ({ ...old, ...over }));
  const ends = value.whatNext === 'END';
  const save = async () => {
    const { reviewOn, ...rest } = value;
    const again = ends || !reviewOn ? {} : { reviewOn };
    if ((await form.send({ ...rest, ...again, version: plan.version })) !== null) onDone();
  };
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <DateField
        name="heldOn"
        label={w('engagement.review.heldOn')}
        value={value.heldOn ?? ''}
        error={form.wrong('heldOn')}
        onChange={(heldOn) => set({ heldOn })}
      />
      <TextArea
        name="words"
        label={w('engagement.review.words')}
        rows={3}
        maxLength={4000}
        value={value.words ?? ''}
        error={form.wrong('words')}
        onChange={(event) => set({ words: event.target.value })}
      />
      <RadioGroup
        name="whatNext"
        label={w('engagement.review.next')}
        options={ENGAGEMENT_NEXT.map((next) => ({
          value: next,
          label: w(`engagement.review.nexts.${next}`),
        }))}
        value={value.whatNext ?? null}
        error={form.wrong('whatNext')}
        onChange={(next) => set({ whatNext: next as EngagementNext })}
      />
      {!ends && (
        <DateField
          name="reviewOn"
          label={w('engagement.form.reviewOn')}
          hint={w('engagement.form.reviewHint')}
          value={value.reviewOn ?? ''}
          error={form.wrong('reviewOn')}
          onChange={(reviewOn) => set({ reviewOn })}
        />
      )}
      <Actions>
        <Button kind="filled" disabled={form.busy} onClick={() => void save()}>
          {w('engagement.review.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {w('engagement.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}
