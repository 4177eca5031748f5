import { useState } from 'react';
import type { PoliceNoticeSentView, SendPoliceNotice } from '@encircle/shared/police-notices';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';

interface SendFormProps {
  onSent: (sent: PoliceNoticeSentView) => void;
  onLeave: () => void;
}

/** Whom it is about and what the school must know; nobody is looked up for the sender. */
export function SendForm({ onSent, onLeave }: SendFormProps) {
  const w = useWords();
  const form = useForm<SendPoliceNotice, PoliceNoticeSentView>('/police-notices', {
    refresh: ['/police-notices'],
  });
  const [value, setValue] = useState<SendPoliceNotice>({
    givenNames: '',
    familyName: '',
    dateOfBirth: '',
    incidentOn: useToday(),
    facts: '',
  });
  const set = (over: Partial<SendPoliceNotice>) => setValue((old) => ({ ...old, ...over }));
  const save = async () => {
    const sent = await form.send(value);
    if (sent) onSent(sent);
  };
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {(['givenNames', 'familyName'] as const).map((name) => (
        <TextInput
          key={name}
          name={name}
          maxLength={100}
          label={w(`policeNotices.form.${name}`)}
          value={value[name]}
          error={form.wrong(name)}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      ))}
      {(['dateOfBirth', 'incidentOn'] as const).map((name) => (
        <DateField
          key={name}
          name={name}
          label={w(`policeNotices.form.${name}`)}
          value={value[name]}
          error={form.wrong(name)}
          onChange={(day) => set({ [name]: day })}
        />
      ))}
      <TextArea
        name="facts"
        rows={5}
        maxLength={2000}
        label={w('policeNotices.form.facts')}
        hint={w('policeNotices.form.factsHint')}
        value={value.facts}
        error={form.wrong('facts')}
        onChange={(event) => set({ facts: event.target.value })}
      />
      <Actions>
        <Button kind="filled" disabled={form.busy} onClick={() => void save()}>
          {w('policeNotices.form.save')}
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          {w('policeNotices.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}
