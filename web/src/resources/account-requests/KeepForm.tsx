import { useState } from 'react';
import {
  ACCOUNT_CAPACITIES,
  ASKED_WAYS,
  type AccountRequestView,
  type KeepAccountRequest,
} from '@encircle/shared/account-requests';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';

/** Who asks, about whom, how and when: in their words. */
export function KeepForm({ onDone }: { onDone: () => void }) {
  const w = useWords();
  const form = useForm<Partial<KeepAccountRequest>, AccountRequestView>('/account-requests', {
    refresh: ['/account-requests'],
  });
  const [value, setValue] = useState<Partial<KeepAccountRequest>>({
    requester: '',
    about: '',
    receivedOn: useToday(),
  });
  const set = (over: Partial<KeepAccountRequest>) => setValue((old) => ({ ...old, ...over }));
  const save = async () => {
    if ((await form.send(value)) !== null) onDone();
  };
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput
        name="requester"
        label={w('accountRequests.form.requester')}
        hint={w('accountRequests.form.requesterHint')}
        value={value.requester ?? ''}
        error={form.wrong('requester')}
        onChange={(event) => set({ requester: event.target.value })}
      />
      <RadioGroup
        name="capacity"
        label={w('accountRequests.form.capacity')}
        options={ACCOUNT_CAPACITIES.map((each) => ({
          value: each,
          label: w(`accountRequests.capacities.${each}`),
        }))}
        value={value.capacity}
        error={form.wrong('capacity')}
        onChange={(capacity) => set({ capacity: capacity as KeepAccountRequest['capacity'] })}
      />
      <TextArea
        name="about"
        rows={2}
        maxLength={300}
        label={w('accountRequests.form.about')}
        hint={w('accountRequests.form.aboutHint')}
        value={value.about ?? ''}
        error={form.wrong('about')}
        onChange={(event) => set({ about: event.target.value })}
      />
      <Select
        name="askedHow"
        label={w('accountRequests.form.askedHow')}
        options={ASKED_WAYS.map((each) => ({ value: each, label: w(`accountRequests.ways.${each}`) }))}
        value={value.askedHow ?? ''}
        error={form.wrong('askedHow')}
        onChange={(event) => set({ askedHow: event.target.value as KeepAccountRequest['askedHow'] })}
      />
      <DateField
        name="receivedOn"
        label={w('accountRequests.form.received')}
        value={value.receivedOn ?? ''}
        error={form.wrong('receivedOn')}
        onChange={(receivedOn) => set({ receivedOn })}
      />
      <Actions>
        <Button kind="filled" disabled={form.busy} onClick={() => void save()}>
          {w('accountRequests.form.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {w('accountRequests.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}
