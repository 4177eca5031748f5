import { useWords } from '@web/i18n/useWords';
import { ColleaguePicker } from '@web/resources/lead/ColleagueReference';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import type { StepInForm } from './step-in.model';

export interface PartProps {
  form: StepInForm;
  wrong: (field: string) => string | undefined;
  set: (part: Partial<StepInForm>) => void;
}

const KINDS = ['SUMMARY', 'ASSESSMENT'] as const;

/** Which team steps down, and what it wrote. */
export function SourceCard({ form, wrong, set }: PartProps) {
  const w = useWords();
  return (
    <Card title={w('stepIn.source')} note={w('stepIn.sourceNote')}>
      <FieldStack>
        <TextInput
          name="assessment.from"
          label={w('stepIn.from')}
          hint={w('stepIn.fromHint')}
          value={form.from}
          maxLength={200}
          error={wrong('assessment.from')}
          onChange={(event) => set({ from: event.target.value })}
        />
        <RadioGroup
          name="assessment.kind"
          label={w('stepIn.kind')}
          options={KINDS.map((value) => ({ value, label: w(`stepIn.kinds.${value}`) }))}
          value={form.kind === '' ? null : form.kind}
          error={wrong('assessment.kind')}
          onChange={(kind) => set({ kind: kind as StepInForm['kind'] })}
        />
        <DateField
          name="assessment.writtenOn"
          label={w('stepIn.writtenOn')}
          hint={w('stepIn.writtenOnHint')}
          value={form.writtenOn}
          error={wrong('assessment.writtenOn')}
          onChange={(writtenOn) => set({ writtenOn })}
        />
        <TextInput
          name="assessment.writtenBy"
          label={w('stepIn.writtenBy')}
          value={form.writtenBy}
          maxLength={200}
          error={wrong('assessment.writtenBy')}
          onChange={(event) => set({ writtenBy: event.target.value })}
        />
        <TextArea
          name="assessment.text"
          label={w('stepIn.text')}
          hint={w('stepIn.textHint')}
          rows={8}
          maxLength={20000}
          value={form.text}
          error={wrong('assessment.text')}
          onChange={(event) => set({ text: event.target.value })}
        />
      </FieldStack>
    </Card>
  );
}

/** Who is asked to lead: they answer for themselves, in their own time. */
export function LeadCard({ form, wrong, set }: PartProps) {
  const w = useWords();
  const { lead } = form;
  return (
    <Card title={w('stepIn.lead')} note={w('stepIn.leadNote')}>
      <FieldStack>
        <ColleaguePicker
          name="lead"
          value={lead}
          error={wrong('lead.find')}
          onChange={(chosen) => set({ lead: chosen })}
        />
        {lead?.fullName && (
          <p role="status">
            {w('stepIn.leadChosen', { name: lead.fullName, service: lead.agencyName ?? '' })}
          </p>
        )}
        <TextArea
          name="lead.familyPreference"
          label={w('lead.preference')}
          rows={2}
          maxLength={500}
          value={form.familyPreference}
          error={wrong('lead.familyPreference')}
          onChange={(event) => set({ familyPreference: event.target.value })}
        />
        <TextArea
          name="lead.message"
          label={w('lead.message')}
          rows={2}
          maxLength={500}
          value={form.message}
          error={wrong('lead.message')}
          onChange={(event) => set({ message: event.target.value })}
        />
      </FieldStack>
    </Card>
  );
}
