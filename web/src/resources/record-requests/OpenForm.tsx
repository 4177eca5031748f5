import { useState } from 'react';
import { useNavigate } from 'react-router';
import {
  REQUEST_CAPACITIES,
  REQUEST_KINDS,
  type OpenRecordRequest,
  type RecordRequestView,
} from '@encircle/shared/record-requests';
import { useWords } from '@web/i18n/useWords';
import { useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';
import { useStep } from './useStep';

/** A new request: about which case, who asks and as what. Whose right it is is chosen with the family in view. */
export function OpenForm({ onCancel }: { onCancel: () => void }) {
  const w = useWords();
  const go = useNavigate();
  const form = useStep<Partial<OpenRecordRequest>, RecordRequestView>('/record-requests');
  const [value, setValue] = useState<Partial<OpenRecordRequest>>({
    ref: '',
    requester: '',
    kind: 'SUBJECT_ACCESS',
    receivedOn: useToday(),
  });
  const set = (over: Partial<OpenRecordRequest>) => setValue((old) => ({ ...old, ...over }));
  const save = async () => {
    const made = await form.send(value);
    if (made) await go(`/record-requests/${made.id}`);
  };
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput
        name="ref"
        label={w('requests.form.ref')}
        hint={w('requests.form.refHint')}
        value={value.ref ?? ''}
        error={form.wrong('ref')}
        onChange={(event) => set({ ref: event.target.value })}
      />
      <RadioGroup
        name="kind"
        label={w('requests.form.kind')}
        options={REQUEST_KINDS.map((kind) => ({
          value: kind,
          label: w(`requests.kinds.${kind}`),
          hint: w(`requests.kindHints.${kind}`),
        }))}
        value={value.kind ?? null}
        error={form.wrong('kind')}
        onChange={(kind) => set({ kind: kind as OpenRecordRequest['kind'] })}
      />
      <TextInput
        name="requester"
        label={w('requests.form.requester')}
        value={value.requester ?? ''}
        error={form.wrong('requester')}
        onChange={(event) => set({ requester: event.target.value })}
      />
      <Select
        name="capacity"
        label={w('requests.form.capacity')}
        options={REQUEST_CAPACITIES.map((each) => ({ value: each, label: w(`requests.capacities.${each}`) }))}
        value={value.capacity ?? ''}
        error={form.wrong('capacity')}
        onChange={(event) => set({ capacity: event.target.value as OpenRecordRequest['capacity'] })}
      />
      <DateField
        name="receivedOn"
        label={w('requests.form.received')}
        value={value.receivedOn ?? ''}
        error={form.wrong('receivedOn')}
        onChange={(receivedOn) => set({ receivedOn })}
      />
      <Actions>
        <Button kind="filled" disabled={form.busy} onClick={() => void save()}>
          {w('requests.form.save')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {w('requests.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}
