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
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
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
  const say = useProblemWords();
  const [value, setValue] = useState<Partial<NameRelative>>({});
  const [attempt, setAttempt] = useState(0);
  const set = (over: Partial<NameRelative>) => setValue((now) => ({ ...now, ...over }));
  const send = useSend<Partial<NameRelative>>('/my/relatives', { refresh: ['/my', '/episodes'] });
  const lines = send.error ? errorsOf(send.error) : [];
  const wrong = Object.fromEntries(lines.map(({ field, message }) => [field, message]));
  return (
    <Card>
      <FieldStack>
        <ErrorSummary errors={lines} attempt={attempt} />
        {send.error && lines.length === 0 && <Notice kind="red">{say(send.error)}</Notice>}
        {send.isSuccess && <Notice kind="good">{w('restrictions.relatives.saved')}</Notice>}
        <Select
          name="relation"
          label={w('restrictions.relatives.relation')}
          options={RELATIONS.map((each) => ({
            value: each,
            label: w(`restrictions.relatives.relations.${each}`),
          }))}
          value={value.relation ?? ''}
          error={wrong['relation']}
          onChange={(event) => set({ relation: event.target.value as NameRelative['relation'] })}
        />
        <TextInput
          name="givenNames"
          label={w('restrictions.relatives.givenNames')}
          value={value.givenNames ?? ''}
          error={wrong['givenNames']}
          onChange={(event) => set({ givenNames: event.target.value })}
        />
        <TextInput
          name="familyName"
          label={w('restrictions.relatives.familyName')}
          value={value.familyName ?? ''}
          error={wrong['familyName']}
          onChange={(event) => set({ familyName: event.target.value })}
        />
        <DateField
          name="dateOfBirth"
          label={w('restrictions.relatives.dateOfBirth')}
          value={value.dateOfBirth}
          error={wrong['dateOfBirth']}
          onChange={(dateOfBirth) => set({ dateOfBirth })}
        />
        <div>
          <Button
            kind="filled"
            disabled={send.isPending}
            onClick={() => {
              setAttempt((count) => count + 1);
              send.mutate(value, { onSuccess: () => setValue({}) });
            }}
          >
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
