import { useState } from 'react';
import {
  CONTACT_ORDER_DECISIONS,
  type ContactOrderDecision,
  type ContactOrderView,
  type ReviewContactOrder,
} from '@encircle/shared/contact-orders';
import { useWords } from '@web/i18n/useWords';
import { useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { nextLook } from './orders.model';
import { useOrderForm } from './useOrderForm';

/** Looked at again: it goes on, perhaps to another day, or it is over. */
export function OrderReviewForm({ order, onDone }: { order: ContactOrderView; onDone: () => void }) {
  const w = useWords();
  const today = useToday();
  const form = useOrderForm<Partial<ReviewContactOrder>>(`/contact-orders/${order.id}/review`, onDone);
  const [value, setValue] = useState<Partial<ReviewContactOrder>>({ reason: '' });
  const [reviewOn, setReviewOn] = useState<string | null>(null);
  const set = (over: Partial<ReviewContactOrder>) => setValue((old) => ({ ...old, ...over }));
  const goesOn = value.decision === 'KEEP';
  const look = reviewOn ?? nextLook(today, value.untilOn);
  const save = () => {
    const { untilOn, ...rest } = value;
    const again = goesOn ? { reviewOn: look, ...(untilOn ? { untilOn } : {}) } : {};
    void form.send({ ...rest, ...again, version: order.version });
  };
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <RadioGroup
        name="decision"
        label={w('contactOrders.review.decision')}
        options={CONTACT_ORDER_DECISIONS.map((decision) => ({
          value: decision,
          label: w(`contactOrders.review.decisions.${decision}`),
        }))}
        value={value.decision ?? null}
        error={form.wrong('decision')}
        onChange={(decision) => set({ decision: decision as ContactOrderDecision })}
      />
      <TextArea
        name="reason"
        label={w('contactOrders.review.reason')}
        rows={2}
        maxLength={1000}
        value={value.reason ?? ''}
        error={form.wrong('reason')}
        onChange={(event) => set({ reason: event.target.value })}
      />
      {goesOn && (
        <>
          <DateField
            name="untilOn"
            label={w('contactOrders.review.until')}
            hint={w('contactOrders.review.untilHint')}
            optional={w('contactOrders.form.optional')}
            value={value.untilOn ?? ''}
            error={form.wrong('untilOn')}
            onChange={(untilOn) => set({ untilOn })}
          />
          <DateField
            name="reviewOn"
            label={w('contactOrders.form.review')}
            value={look}
            error={form.wrong('reviewOn')}
            onChange={setReviewOn}
          />
        </>
      )}
      <Actions>
        <Button kind="filled" disabled={form.busy} onClick={save}>
          {w('contactOrders.review.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {w('contactOrders.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}
