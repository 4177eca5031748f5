import { styled } from '@mui/material/styles';
import { ADDRESS_TYPES, DOB_STATUS, SEX } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { CheckBox } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import type { ChildForm } from './add-child.model';
import { optionsOf } from './PersonRow';

const Boxes = styled('div')({
  display: 'grid',
  gap: 20,
  alignItems: 'start',
  '& .wide': { gridColumn: '1 / -1' },
  '@media (min-width: 700px)': { gridTemplateColumns: '1fr 1fr' },
});

export interface BoxesProps {
  form: ChildForm;
  errors: ReadonlyMap<string, string>;
  onChange: (change: Partial<ChildForm>) => void;
}

type TextField = { [K in keyof ChildForm]: ChildForm[K] extends string ? K : never }[keyof ChildForm];

function useTies({ form, errors, onChange }: BoxesProps) {
  return (field: TextField) => ({
    name: field,
    value: form[field],
    error: errors.get(field),
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  });
}

/** Names, birth, sex and NHS number. */
export function WhoBoxes(props: BoxesProps) {
  const w = useWords();
  const { form, errors, onChange } = props;
  const ties = useTies(props);
  return (
    <Card title={w('children.add.who')}>
      <Boxes>
        <div className="wide">
          <RadioGroup
            name="isUnborn"
            label={w('children.add.born')}
            options={[
              { value: 'born', label: w('children.add.bornYes') },
              { value: 'unborn', label: w('children.add.bornNo') },
            ]}
            value={form.isUnborn ? 'unborn' : 'born'}
            onChange={(value) => onChange({ isUnborn: value === 'unborn' })}
          />
        </div>
        {form.isUnborn ? (
          <DateField
            name="dueDate"
            label={w('children.add.dueDate')}
            value={form.dueDate}
            error={errors.get('dueDate')}
            onChange={(dueDate) => onChange({ dueDate })}
          />
        ) : (
          <>
            <TextInput label={w('children.add.givenNames')} {...ties('givenNames')} />
            <div>
              <TextInput
                label={w('children.add.familyName')}
                {...ties('familyName')}
                disabled={form.noSurname}
                error={errors.get('familyName')}
              />
              <CheckBox
                name="noSurname"
                label={w('children.add.noSurname')}
                checked={form.noSurname}
                onChange={(noSurname) => onChange({ noSurname })}
              />
            </div>
            <TextInput
              label={w('children.add.preferredName')}
              optional={w('children.add.optional')}
              {...ties('preferredName')}
            />
            <TextInput
              label={w('children.add.pronouns')}
              optional={w('children.add.ifKnown')}
              {...ties('pronouns')}
            />
            <DateField
              name="dateOfBirth"
              label={w('children.add.dateOfBirth')}
              value={form.dateOfBirth}
              error={errors.get('dateOfBirth')}
              onChange={(dateOfBirth) => onChange({ dateOfBirth })}
            />
            <Select
              label={w('children.add.dobStatus')}
              options={optionsOf(DOB_STATUS)}
              {...ties('dobStatus')}
            />
            <RadioGroup
              name="sex"
              label={w('children.add.sex')}
              hint={w('children.add.sexHint')}
              options={optionsOf(SEX)}
              value={form.sex}
              error={errors.get('sex')}
              onChange={(sex) => onChange({ sex })}
            />
            <TextInput
              label={w('children.add.nhsNumber')}
              hint={w('children.add.nhsHint')}
              optional={w('children.add.ifKnown')}
              inputMode="numeric"
              {...ties('nhsNumber')}
            />
          </>
        )}
      </Boxes>
    </Card>
  );
}

/** Address, phone and school. */
export function WhereBoxes(props: BoxesProps) {
  const w = useWords();
  const { form } = props;
  const ties = useTies(props);
  return (
    <Card title={w('children.add.where')}>
      <Boxes>
        <Select
          label={w('children.add.addressKind')}
          options={optionsOf(ADDRESS_TYPES)}
          empty={false}
          {...ties('addressKind')}
        />
        {form.addressKind === 'NFA' ? (
          <p>{w('children.add.nfaNote')}</p>
        ) : (
          <>
            <TextInput label={w('children.add.postcode')} {...ties('postcode')} />
            <div className="wide">
              <TextArea label={w('children.add.lines')} rows={3} {...ties('lines')} />
            </div>
          </>
        )}
        <TextInput
          label={w('children.add.phone')}
          hint={w('children.add.phoneHint')}
          optional={w('children.add.ifKnown')}
          inputMode="tel"
          {...ties('phone')}
        />
        {!form.isUnborn && (
          <>
            <Select
              label={w('children.add.settingKind')}
              options={(['SCHOOL', 'NURSERY', 'COLLEGE', 'EHE'] as const).map((value) => ({
                value,
                label: w(`children.add.settings.${value}`),
              }))}
              empty={false}
              {...ties('settingKind')}
            />
            <TextInput
              label={w('children.add.setting')}
              optional={w('children.add.ifKnown')}
              {...ties('settingName')}
            />
            <TextInput
              label={w('children.add.yearGroup')}
              optional={w('children.add.ifKnown')}
              {...ties('yearGroup')}
            />
          </>
        )}
      </Boxes>
    </Card>
  );
}
