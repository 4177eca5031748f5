import { PRESENTING_ISSUES, SOURCES_OF_CONCERN } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { useCan } from '@web/providers/me';
import { Card } from '@web/ui/Card';
import { CheckList } from '@web/ui/CheckList';
import { ChoiceColumns, FieldStack } from '@web/ui/layout';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import type { FieldProps } from './field-props';

/** Who asks, what it is about, and what would help. Advice says nothing that tells who it is. */
export function WhatFields({ value, wrong, set }: FieldProps) {
  const w = useWords();
  const forCallers = useCan()('approve', 'enquiry');
  const named = value.kind !== 'ADVICE';
  const words = (field: 'whatFor' | 'strengths' | 'tried') => ({
    name: field,
    label: w(`enquiries.form.${field}`),
    rows: field === 'whatFor' ? 5 : 3,
    maxLength: 4000,
    value: value[field] ?? '',
    error: wrong(field),
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  });
  return (
    <Card title={w('enquiries.form.what')}>
      <FieldStack>
        <Select
          name="source"
          label={w('enquiries.form.source')}
          options={SOURCES_OF_CONCERN.rows.map(({ code, label }) => ({ value: code, label }))}
          value={value.source ?? ''}
          error={wrong('source')}
          onChange={(event) => set({ source: event.target.value })}
        />
        {named && (forCallers || value.source !== 'OWN_AGENCY') && (
          <>
            <TextInput
              name="callerName"
              label={w('enquiries.form.caller')}
              value={value.callerName ?? ''}
              error={wrong('callerName')}
              onChange={(event) => set({ callerName: event.target.value })}
            />
            <TextInput
              name="callerContact"
              label={w('enquiries.form.callerContact')}
              optional={w('enquiries.form.ifKnown')}
              value={value.callerContact ?? ''}
              error={wrong('callerContact')}
              onChange={(event) => set({ callerContact: event.target.value })}
            />
          </>
        )}
      </FieldStack>
      <ChoiceColumns>
        <CheckList
          name="issues"
          label={w('enquiries.form.issues')}
          options={PRESENTING_ISSUES.rows.map(({ code, label }) => ({ value: code, label }))}
          value={value.issues ?? []}
          error={wrong('issues')}
          onChange={(issues) => set({ issues })}
        />
      </ChoiceColumns>
      <FieldStack>
        <TextArea
          {...words('whatFor')}
          hint={w(named ? 'enquiries.form.whatForHint' : 'enquiries.form.whatForAdviceHint')}
        />
        <TextArea {...words('strengths')} optional={w('enquiries.form.ifKnown')} />
        <TextArea {...words('tried')} optional={w('enquiries.form.ifKnown')} />
      </FieldStack>
    </Card>
  );
}
