import { useState } from 'react';
import type { CaseView } from '@encircle/shared/cases';
import {
  CONTACT_ORDER_KINDS,
  KEPT_FROM,
  type ContactOrderKind,
  type KeptFrom,
  type RecordContactOrder,
} from '@encircle/shared/contact-orders';
import { useWords } from '@web/i18n/useWords';
import { useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { freshOrder, nextLook } from './orders.model';
import { useOrderForm } from './useOrderForm';

/** A new order: against whom, of what kind, from when, and what of the record is kept from them. */
export function OrderForm({ view, onDone }: { view: CaseView; onDone: () => void }) {
  const w = useWords();
  const today = useToday();
  const form = useOrderForm<Partial<RecordContactOrder>>(`/episodes/${view.id}/contact-orders`, onDone);
  const [value, setValue] = useState(() => freshOrder(view.children[0]?.id));
  const [reviewOn, setReviewOn] = useState<string | null>(null);
  const set = (over: Partial<RecordContactOrder>) => setValue((old) => ({ ...old, ...over }));
  const kin = view.relatives.filter(({ childId }) => childId === value.childId);
  const look = reviewOn ?? nextLook(today, value.untilOn);
  const save = () => {
    const { untilOn, documentRef, ...rest } = value;
    void form.send({
      ...rest,
      ...(untilOn ? { untilOn } : {}),
      ...(documentRef ? { documentRef } : {}),
      reviewOn: look,
    });
  };
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {view.children.length > 1 && (
        <Select
          name="childId"
          label={w('contactOrders.form.child')}
          options={view.children.map(({ id, chosenName }) => ({ value: id, label: chosenName ?? '' }))}
          value={value.childId ?? ''}
          error={form.wrong('childId')}
          onChange={(event) => set({ childId: event.target.value, personId: '' })}
        />
      )}
      <Select
        name="personId"
        label={w('contactOrders.form.person')}
        options={kin.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.personId ?? ''}
        error={form.wrong('personId')}
        onChange={(event) => set({ personId: event.target.value })}
      />
      <Select
        name="kind"
        label={w('contactOrders.form.kind')}
        options={CONTACT_ORDER_KINDS.map((kind) => ({
          value: kind,
          label: w(`contactOrders.kinds.${kind}`),
        }))}
        value={value.kind ?? ''}
        error={form.wrong('kind')}
        onChange={(event) => set({ kind: event.target.value as ContactOrderKind })}
      />
      <TextArea
        name="terms"
        label={w('contactOrders.form.terms')}
        hint={w('contactOrders.form.termsHint')}
        rows={3}
        maxLength={2000}
        value={value.terms ?? ''}
        error={form.wrong('terms')}
        onChange={(event) => set({ terms: event.target.value })}
      />
      <TextInput
        name="documentRef"
        label={w('contactOrders.form.document')}
        hint={w('contactOrders.form.documentHint')}
        optional={w('contactOrders.form.optional')}
        maxLength={200}
        value={value.documentRef ?? ''}
        error={form.wrong('documentRef')}
        onChange={(event) => set({ documentRef: event.target.value })}
      />
      <DateField
        name="fromOn"
        label={w('contactOrders.form.from')}
        value={value.fromOn ?? ''}
        error={form.wrong('fromOn')}
        onChange={(fromOn) => set({ fromOn })}
      />
      <DateField
        name="untilOn"
        label={w('contactOrders.form.until')}
        hint={w('contactOrders.form.untilHint')}
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
      <RadioGroup
        name="keeps"
        label={w('contactOrders.form.keeps')}
        options={KEPT_FROM.map((keeps) => ({
          value: keeps,
          label: w(`contactOrders.keeps.${keeps}`),
          hint: w(`contactOrders.keepsHints.${keeps}`),
        }))}
        value={value.keeps ?? null}
        error={form.wrong('keeps')}
        onChange={(keeps) => set({ keeps: keeps as KeptFrom })}
      />
      <Actions>
        <Button kind="filled" disabled={form.busy} onClick={save}>
          {w('contactOrders.form.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {w('contactOrders.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}
