import type { SendReferral } from '@encircle/shared/safeguarding';
import { useWords } from '@web/i18n/useWords';
import { RadioGroup } from '@web/ui/RadioGroup';
import { FieldStack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';

export interface ReferralFieldsProps {
  value: SendReferral;
  onChange: (over: Partial<SendReferral>) => void;
  /** The record is known: the child need not be described. */
  linked: boolean;
  errors: Record<string, string>;
  more: boolean;
}

const AGREEMENTS = ['AGREED', 'NOT_AGREED', 'NOT_ASKED'] as const;

/** Three fields that are enough, and those that can wait. */
export function ReferralFields({ value, onChange, linked, errors, more }: ReferralFieldsProps) {
  const w = useWords();
  return (
    <FieldStack>
      {!linked && (
        <TextInput
          name="childNamed"
          label={w('safeguarding.child')}
          hint={w('safeguarding.childHint')}
          value={value.childNamed ?? ''}
          error={errors['childNamed']}
          onChange={(event) => onChange({ childNamed: event.target.value })}
        />
      )}
      <TextArea
        name="facts"
        label={w('safeguarding.facts')}
        hint={w('safeguarding.factsHint')}
        rows={7}
        value={value.facts ?? ''}
        error={errors['facts']}
        onChange={(event) => onChange({ facts: event.target.value })}
      />
      <RadioGroup
        name="familyTold"
        label={w('safeguarding.told')}
        options={[
          { value: 'YES', label: w('safeguarding.yes') },
          { value: 'NO', label: w('safeguarding.no') },
        ]}
        value={value.familyTold}
        onChange={(told) => onChange({ familyTold: told as 'YES' | 'NO' })}
      />
      {value.familyTold === 'NO' && (
        <TextArea
          name="notToldReason"
          label={w('safeguarding.notTold')}
          rows={2}
          value={value.notToldReason ?? ''}
          error={errors['notToldReason']}
          onChange={(event) => onChange({ notToldReason: event.target.value })}
        />
      )}
      {more && (
        <>
          <TextArea
            name="ground"
            label={w('safeguarding.ground')}
            rows={2}
            value={value.ground ?? ''}
            error={errors['ground']}
            onChange={(event) => onChange({ ground: event.target.value })}
          />
          <RadioGroup
            name="agreement"
            label={w('safeguarding.agreement')}
            options={AGREEMENTS.map((code) => ({ value: code, label: w(`safeguarding.agreements.${code}`) }))}
            value={value.agreement}
            onChange={(agreement) => onChange({ agreement: agreement as (typeof AGREEMENTS)[number] })}
          />
        </>
      )}
    </FieldStack>
  );
}
