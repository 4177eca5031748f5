import {
  ENQUIRY_AGREEMENTS,
  ENQUIRY_GIVERS,
  type EnquiryAgreement,
  type EnquiryGiver,
} from '@encircle/shared/enquiries';
import { useWords } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextInput } from '@web/ui/TextInput';
import type { FieldProps } from './field-props';
import { NotToField } from './NotToField';

/** What the family knows and said yes to, before there is an agreement to share. */
export function AgreementFields({ value, wrong, set }: FieldProps) {
  const w = useWords();
  const yesNo = (field: 'familyKnows' | 'passOn' | 'mayHear') => {
    const said = value[field];
    return (
      <RadioGroup
        name={field}
        label={w(`enquiries.form.${field}`)}
        options={[
          { value: 'yes', label: w('enquiries.form.yes') },
          { value: 'no', label: w('enquiries.form.no') },
        ]}
        value={said === undefined ? null : said ? 'yes' : 'no'}
        error={wrong(field)}
        onChange={(answer) => set({ [field]: answer === 'yes' })}
      />
    );
  };
  return (
    <Card title={w('enquiries.form.agreement')}>
      <FieldStack>
        {yesNo('familyKnows')}
        <RadioGroup
          name="agreed"
          label={w('enquiries.form.agreed')}
          options={ENQUIRY_AGREEMENTS.map((each) => ({
            value: each,
            label: w(`enquiries.form.agreements.${each}`),
          }))}
          value={value.agreed ?? null}
          error={wrong('agreed')}
          onChange={(agreed) => set({ agreed: agreed as EnquiryAgreement })}
        />
        {value.agreed === 'YES' && (
          <>
            <RadioGroup
              name="agreedBy"
              label={w('enquiries.form.agreedBy')}
              options={ENQUIRY_GIVERS.map((each) => ({
                value: each,
                label: w(`enquiries.form.givers.${each}`),
              }))}
              value={value.agreedBy ?? null}
              error={wrong('agreedBy')}
              onChange={(agreedBy) => set({ agreedBy: agreedBy as EnquiryGiver })}
            />
            <TextInput
              name="agreedName"
              label={w('enquiries.form.agreedName')}
              value={value.agreedName ?? ''}
              error={wrong('agreedName')}
              onChange={(event) => set({ agreedName: event.target.value })}
            />
            <DateField
              name="agreedOn"
              label={w('enquiries.form.agreedOn')}
              value={value.agreedOn ?? ''}
              error={wrong('agreedOn')}
              onChange={(agreedOn) => set({ agreedOn })}
            />
            {yesNo('passOn')}
            {value.passOn && (
              <NotToField
                value={value.notTo ?? []}
                error={wrong('notTo')}
                onChange={(notTo) => set({ notTo })}
              />
            )}
            {yesNo('mayHear')}
          </>
        )}
      </FieldStack>
    </Card>
  );
}
