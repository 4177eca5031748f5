import { useState } from 'react';
import type {
  ForgetRelative,
  NameRelative,
  RelativesView,
  RelativeView,
} from '@encircle/shared/restrictions';
import { formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useForm } from '@web/pages/useForm';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Select } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';
import { RELATIONS } from './blocks.model';

/** A worker's own family, named once: their records are closed to this worker, now or when they come. */
export default function RelativesPage() {
  const w = useWords();
  const query = useGet<RelativesView>('/my/relatives');
  return (
    <>
      <PageTitle title={w('restrictions.relatives.title')} note={w('restrictions.relatives.note')} />
      <Stack>
        <Add />
        <Card title={w('restrictions.relatives.listed')} note={w('restrictions.relatives.removeNote')}>
          <Loaded query={query}>
            {({ items }) =>
              items.length === 0 ? <p>{w('restrictions.relatives.none')}</p> : <List relatives={items} />
            }
          </Loaded>
        </Card>
      </Stack>
    </>
  );
}

function Add() {
  const w = useWords();
  const [value, setValue] = useState<Partial<NameRelative>>({});
  const [saved, setSaved] = useState(false);
  const set = (over: Partial<NameRelative>) => setValue((now) => ({ ...now, ...over }));
  const form = useForm<Partial<NameRelative>>('/my/relatives', { refresh: ['/my', '/episodes'] });
  const save = async () => {
    const done = (await form.send(value)) !== null;
    setSaved(done);
    if (done) setValue({});
  };
  return (
    <Card>
      <FieldStack>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        {saved && <Notice kind="good">{w('restrictions.relatives.saved')}</Notice>}
        <Select
          name="relation"
          label={w('restrictions.relatives.relation')}
          options={RELATIONS.map((each) => ({
            value: each,
            label: w(`restrictions.relatives.relations.${each}`),
          }))}
          value={value.relation ?? ''}
          error={form.wrong('relation')}
          onChange={(event) => set({ relation: event.target.value as NameRelative['relation'] })}
        />
        <TextInput
          name="givenNames"
          label={w('restrictions.relatives.givenNames')}
          value={value.givenNames ?? ''}
          error={form.wrong('givenNames')}
          onChange={(event) => set({ givenNames: event.target.value })}
        />
        <TextInput
          name="familyName"
          label={w('restrictions.relatives.familyName')}
          value={value.familyName ?? ''}
          error={form.wrong('familyName')}
          onChange={(event) => set({ familyName: event.target.value })}
        />
        <DateField
          name="dateOfBirth"
          label={w('restrictions.relatives.dateOfBirth')}
          value={value.dateOfBirth}
          error={form.wrong('dateOfBirth')}
          onChange={(dateOfBirth) => set({ dateOfBirth })}
        />
        <div>
          <Button kind="filled" disabled={form.busy} onClick={() => void save()}>
            {w('restrictions.relatives.save')}
          </Button>
        </div>
      </FieldStack>
    </Card>
  );
}

function List({ relatives }: { relatives: RelativeView[] }) {
  const w = useWords();
  return (
    <DataTable<RelativeView>
      label={w('restrictions.relatives.listed')}
      rows={relatives}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: w('restrictions.relatives.name'),
          head: true,
          cell: ({ givenNames, familyName, relation }) => (
            <>
              {givenNames} {familyName}
              <small>{w(`restrictions.relatives.relations.${relation}`)}</small>
            </>
          ),
        },
        {
          key: 'born',
          title: w('restrictions.relatives.born'),
          cell: ({ dateOfBirth }) => formatDate(dateOfBirth),
        },
        { key: 'act', title: w('restrictions.relatives.act'), cell: (row) => <TakeOff relative={row} /> },
      ]}
    />
  );
}

function TakeOff({ relative }: { relative: RelativeView }) {
  const w = useWords();
  const say = useProblemWords();
  const send = useSend<ForgetRelative>(`/my/relatives/${relative.id}/removal`, {
    refresh: ['/my/relatives'],
  });
  return (
    <>
      <Button
        size="small"
        kind="neutral"
        disabled={send.isPending}
        onClick={() => send.mutate({ version: relative.version })}
      >
        {w('restrictions.relatives.remove')}
      </Button>
      {send.error && <Notice kind="red">{say(send.error)}</Notice>}
    </>
  );
}
