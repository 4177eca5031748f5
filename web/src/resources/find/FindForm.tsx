import { styled } from '@mui/material/styles';
import { Search } from 'lucide-react';
import type { FormEvent } from 'react';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Choice } from '@web/ui/Choices';
import { DateField } from '@web/ui/DateField';
import type { FormError } from '@web/ui/ErrorSummary';
import { FieldGroup } from '@web/ui/FieldGroup';
import { TextInput } from '@web/ui/TextInput';
import { WHYS, type FindForm as Form } from './find.model';

const Whys = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 28px',
  '@media (max-width: 599px)': { display: 'grid' },
});
const Boxes = styled('div')({
  display: 'grid',
  gap: 16,
  alignItems: 'start',
  marginTop: 8,
  '@media (min-width: 900px)': { gridTemplateColumns: '1.5fr 1fr 1fr 1fr auto' },
  '& .go': { marginTop: 28, display: 'grid', minHeight: 44 },
  '@media (max-width: 899px)': { '& .go': { marginTop: 4 } },
});
const Need = styled('p')({ margin: '16px 0 0', color: 'var(--ink-soft)' });
const Other = styled('div')({ maxWidth: '30rem', marginTop: 8 });

export interface FindFormProps {
  form: Form;
  onChange: (change: Partial<Form>) => void;
  onSubmit: () => void;
  errors: readonly FormError[];
  busy: boolean;
}

/** Purpose first, then a name and at least one of three. */
export function FindForm({ form, onChange, onSubmit, errors, busy }: FindFormProps) {
  const w = useWords();
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <FieldGroup
          id="reason"
          role="radiogroup"
          label={w('find.why.label')}
          hint={w('find.why.hint')}
          error={form.why === 'other' ? undefined : wrong('reason')}
        >
          <Whys>
            {WHYS.map((why) => (
              <Choice
                key={why}
                type="radio"
                name="why"
                option={{ value: why, label: w(`find.why.${why}`) }}
                checked={form.why === why}
                onChange={() => onChange({ why })}
              />
            ))}
          </Whys>
        </FieldGroup>
        {form.why === 'other' && (
          <Other>
            <TextInput
              name="other"
              label={w('find.why.otherLabel')}
              value={form.other}
              maxLength={120}
              error={wrong('other')}
              onChange={(event) => onChange({ other: event.target.value })}
            />
          </Other>
        )}
        <Need>{w('find.need')}</Need>
        <Boxes>
          <TextInput
            name="name"
            label={w('find.name')}
            value={form.name}
            maxLength={200}
            error={wrong('name')}
            onChange={(event) => onChange({ name: event.target.value })}
          />
          <DateField
            name="dateOfBirth"
            label={w('find.dateOfBirth')}
            hint=""
            value={form.dateOfBirth}
            error={wrong('dateOfBirth')}
            onChange={(dateOfBirth) => onChange({ dateOfBirth })}
          />
          <TextInput
            name="postcode"
            label={w('find.postcode')}
            value={form.postcode}
            maxLength={12}
            error={wrong('postcode')}
            onChange={(event) => onChange({ postcode: event.target.value })}
          />
          <TextInput
            name="nhsNumber"
            label={w('find.nhsNumber')}
            value={form.nhsNumber}
            maxLength={20}
            inputMode="numeric"
            error={wrong('nhsNumber')}
            onChange={(event) => onChange({ nhsNumber: event.target.value })}
          />
          <div className="go">
            <Button kind="filled" icon={Search} type="submit" disabled={busy} fullWidth>
              {w('find.search')}
            </Button>
          </div>
        </Boxes>
      </form>
    </Card>
  );
}
