import {
  ADVICE_GIVERS,
  LAWFUL_BASES,
  NOT_TOLD_REASONS,
  OVERRIDE_AGREEMENTS,
  SHARING_METHODS,
} from '@encircle/shared/codes';
import type { SharingDetails } from '@encircle/shared/sharing-out';
import { useWords } from '@web/i18n/useWords';
import { CheckList } from '@web/ui/CheckList';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';

export interface DetailsProps {
  value: SharingDetails;
  onChange: (over: Partial<SharingDetails>) => void;
  errors: Record<string, string>;
}

const options = (rows: readonly { code: string; label: string }[]) =>
  rows.map(({ code, label }) => ({ value: code, label }));

/** Whether the family was told, and why not where not. */
export function ToldFields({ value, onChange, errors, why }: DetailsProps & { why: boolean }) {
  const w = useWords();
  return (
    <>
      <RadioGroup
        name="familyTold"
        label={w('sharingOut.told')}
        error={errors['familyTold']}
        options={[
          { value: 'YES', label: w('sharingOut.yes') },
          { value: 'NO', label: w('sharingOut.no') },
        ]}
        value={value.familyTold}
        onChange={(told) => onChange({ familyTold: told as 'YES' | 'NO' })}
      />
      {why && value.familyTold === 'NO' && (
        <RadioGroup
          name="notToldReason"
          label={w('sharingOut.notTold')}
          error={errors['notToldReason']}
          options={options(NOT_TOLD_REASONS.rows)}
          value={value.notToldReason}
          onChange={(notToldReason) => onChange({ notToldReason })}
        />
      )}
    </>
  );
}

/** What may wait a day after an emergency. */
export function DetailFields(props: DetailsProps) {
  const { value, onChange, errors } = props;
  const w = useWords();
  const area = (name: 'whyNeeded' | 'agreementReason' | 'advice', label: string) => (
    <TextArea
      name={name}
      label={label}
      rows={2}
      maxLength={4000}
      value={value[name] ?? ''}
      error={errors[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  );
  return (
    <>
      {area('whyNeeded', w('sharingOut.why'))}
      <RadioGroup
        name="agreement"
        label={w('sharingOut.agreement')}
        error={errors['agreement']}
        options={options(OVERRIDE_AGREEMENTS.rows.filter(({ code }) => code !== 'REFUSED_RESPECTED'))}
        value={value.agreement}
        onChange={(agreement) => onChange({ agreement })}
      />
      {area('agreementReason', w('sharingOut.agreementReason'))}
      <ToldFields {...props} why />
      <CheckList
        name="adviceFrom"
        label={w('sharingOut.adviceFrom')}
        error={errors['adviceFrom']}
        options={options(ADVICE_GIVERS.rows)}
        value={value.adviceFrom ?? []}
        onChange={(adviceFrom) => onChange({ adviceFrom })}
      />
      {area('advice', w('sharingOut.advice'))}
      <Select
        name="lawfulBasis"
        label={w('sharingOut.basis')}
        error={errors['lawfulBasis']}
        options={options(LAWFUL_BASES.rows)}
        value={value.lawfulBasis ?? ''}
        onChange={(event) => onChange({ lawfulBasis: event.target.value })}
      />
      <Select
        name="method"
        label={w('sharingOut.method')}
        error={errors['method']}
        options={options(SHARING_METHODS.rows)}
        value={value.method ?? ''}
        onChange={(event) => onChange({ method: event.target.value })}
      />
    </>
  );
}
