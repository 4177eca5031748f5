import { styled } from '@mui/material/styles';
import { SEX } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { CheckBox } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';
import type { FieldProps } from './field-props';

const Boxes = styled('div')({
  display: 'grid',
  gap: 20,
  alignItems: 'start',
  '& .wide': { gridColumn: '1 / -1' },
  '@media (min-width: 700px)': { gridTemplateColumns: '1fr 1fr' },
});

/** The child, as whoever asks knows them. */
export function WhoFields({ value, wrong, set }: FieldProps) {
  const w = useWords();
  const text = (field: 'givenNames' | 'familyName' | 'postcode' | 'setting') => ({
    name: field,
    value: value[field] ?? '',
    error: wrong(field),
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  });
  return (
    <Card title={w('enquiries.form.who')}>
      <Boxes>
        <div className="wide">
          <RadioGroup
            name="isUnborn"
            label={w('enquiries.form.born')}
            options={[
              { value: 'born', label: w('enquiries.form.bornYes') },
              { value: 'unborn', label: w('enquiries.form.bornNo') },
            ]}
            value={value.isUnborn ? 'unborn' : 'born'}
            onChange={(born) => set({ isUnborn: born === 'unborn' })}
          />
        </div>
        {value.isUnborn ? (
          <DateField
            name="dueDate"
            label={w('enquiries.form.dueDate')}
            value={value.dueDate ?? ''}
            error={wrong('dueDate')}
            onChange={(dueDate) => set({ dueDate })}
          />
        ) : (
          <>
            <TextInput label={w('enquiries.form.givenNames')} {...text('givenNames')} />
            <div>
              <TextInput
                label={w('enquiries.form.familyName')}
                {...text('familyName')}
                disabled={value.noSurname === true}
              />
              <CheckBox
                name="noSurname"
                label={w('enquiries.form.noSurname')}
                checked={value.noSurname === true}
                onChange={(noSurname) => set({ noSurname })}
              />
            </div>
            <DateField
              name="dateOfBirth"
              label={w('enquiries.form.dateOfBirth')}
              value={value.dateOfBirth ?? ''}
              error={wrong('dateOfBirth')}
              onChange={(dateOfBirth) => set({ dateOfBirth })}
            />
            <Select
              name="sex"
              label={w('enquiries.form.sex')}
              options={SEX.rows.map(({ code, label }) => ({ value: code, label }))}
              value={value.sex ?? ''}
              error={wrong('sex')}
              onChange={(event) => set({ sex: event.target.value })}
            />
          </>
        )}
        <div>
          <TextInput
            label={w('enquiries.form.postcode')}
            {...text('postcode')}
            disabled={value.noFixedAddress === true}
          />
          <CheckBox
            name="noFixedAddress"
            label={w('enquiries.form.noAddress')}
            checked={value.noFixedAddress === true}
            onChange={(noFixedAddress) => set({ noFixedAddress })}
          />
        </div>
        <TextInput
          label={w('enquiries.form.setting')}
          optional={w('enquiries.form.ifKnown')}
          {...text('setting')}
        />
      </Boxes>
    </Card>
  );
}
