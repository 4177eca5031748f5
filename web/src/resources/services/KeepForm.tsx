import { useState } from 'react';
import { PRESENTING_ISSUES } from '@encircle/shared/codes';
import type { AgencyList } from '@encircle/shared/people';
import type { ServiceView } from '@encircle/shared/services';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { useGet } from '@web/providers/useGet';
import { ColleaguePicker, type Colleague } from '@web/resources/lead/ColleagueReference';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckBox, CheckList } from '@web/ui/CheckList';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, ChoiceColumns, FieldStack } from '@web/ui/layout';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { formOf, toKeep, type ServiceForm } from './services.model';

const LEVELS = ['1', '2', '3', '4'] as const;

/** The CAF team keeps a service: saving says that it was checked today. */
export function KeepForm({ stored, onDone }: { stored: ServiceView | null; onDone: () => void }) {
  const w = useWords();
  const [form, setForm] = useState<ServiceForm>(() => formOf(stored));
  const [contact, setContact] = useState<Colleague | null>(null);
  const [ended, setEnded] = useState(false);
  const agencies = useGet<AgencyList>(stored ? null : '/agencies', { limit: 50 });
  const sending = useForm<Record<string, unknown>, ServiceView>(
    stored ? `/services/${stored.id}` : '/services',
    {
      method: stored ? 'PUT' : 'POST',
      refresh: ['/services'],
    },
  );
  const set = (over: Partial<ServiceForm>) => setForm((now) => ({ ...now, ...over }));
  const tie = (field: 'name' | 'what' | 'ageFrom' | 'ageTo' | 'area' | 'how' | 'opening' | 'phone') => ({
    name: field,
    label: w(`services.form.${field}`),
    value: form[field] ?? '',
    error: sending.wrong(field),
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  });
  const optional = w('services.form.optional');
  const save = async () => {
    const body = {
      ...toKeep(form),
      ...(contact ? { contactId: contact.userId } : {}),
      ...(stored ? { version: stored.version, ended } : {}),
    };
    if ((await sending.send(body)) !== null) onDone();
  };
  return (
    <Card title={stored ? w('services.changeOf', { name: stored.name }) : w('services.add')}>
      <FieldStack>
        <ErrorSummary errors={sending.errors} attempt={sending.attempt} />
        {!stored && (
          <Select
            name="agencyId"
            label={w('services.form.agency')}
            options={(agencies.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={form.agencyId ?? ''}
            error={sending.wrong('agencyId')}
            onChange={(event) => set({ agencyId: event.target.value })}
          />
        )}
        <TextInput {...tie('name')} maxLength={120} />
        <TextArea {...tie('what')} rows={3} maxLength={2000} />
        <TextInput {...tie('ageFrom')} inputMode="numeric" />
        <TextInput {...tie('ageTo')} inputMode="numeric" />
        <CheckList
          name="levels"
          label={w('services.form.levels')}
          options={LEVELS.map((each) => ({ value: each, label: w(`services.levels.${each}`) }))}
          value={(form.levels ?? []).map(String)}
          error={sending.wrong('levels')}
          onChange={(levels) => set({ levels: levels.map(Number).sort() })}
        />
      </FieldStack>
      <ChoiceColumns>
        <CheckList
          name="topics"
          label={w('services.form.topics')}
          options={PRESENTING_ISSUES.rows.map(({ code, label }) => ({ value: code, label }))}
          value={form.topics ?? []}
          error={sending.wrong('topics')}
          onChange={(topics) => set({ topics })}
        />
      </ChoiceColumns>
      <FieldStack>
        <TextArea {...tie('how')} rows={2} maxLength={1000} />
        <TextInput {...tie('phone')} optional={optional} />
        <TextInput {...tie('opening')} optional={optional} />
        <TextInput {...tie('area')} optional={optional} />
        <div id="contactId" tabIndex={-1}>
          <p>{w('services.form.contact')}</p>
          {stored?.contact && !contact && <p>{w('services.form.contactNow', { name: stored.contact })}</p>}
          <ColleaguePicker name="contact" value={contact} onChange={setContact} />
        </div>
        {stored && (
          <CheckBox name="ended" label={w('services.form.ended')} checked={ended} onChange={setEnded} />
        )}
        <Actions>
          <Button kind="filled" disabled={sending.busy} onClick={() => void save()}>
            {w('services.form.save')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {w('services.form.cancel')}
          </Button>
        </Actions>
      </FieldStack>
    </Card>
  );
}
