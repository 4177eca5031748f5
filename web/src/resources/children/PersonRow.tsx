import { styled } from '@mui/material/styles';
import { X } from 'lucide-react';
import {
  LIVES_WITH_CHILD,
  PARENTAL_RESPONSIBILITY,
  PR_BASES,
  RELATIONSHIPS,
  offeredRows,
  type CodeList,
} from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Select, type Option } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';
import type { PersonForm } from './add-child.model';

const Shell = styled('fieldset')({
  border: 0,
  borderTop: '1px solid var(--line)',
  padding: '16px 0 0',
  margin: 0,
  minWidth: 0,
  display: 'grid',
  gap: 16,
  '& legend': { float: 'left', fontWeight: 700, padding: 0 },
  '& .boxes': { display: 'grid', gap: 16, clear: 'both' },
  '@media (min-width: 700px)': { '& .boxes': { gridTemplateColumns: '1fr 1fr' } },
});

export const optionsOf = (list: CodeList): Option[] =>
  offeredRows(list).map(({ code, label }) => ({ value: code, label }));

export interface PersonRowProps {
  n: number;
  person: PersonForm;
  errors: ReadonlyMap<string, string>;
  onChange: (change: Partial<PersonForm>) => void;
  /** Left out for the only row. */
  onTakeOut?: () => void;
}

/** One person in the child's life: who, parental responsibility and its ground, where they live. */
export function PersonRow({ n, person, errors, onChange, onTakeOut }: PersonRowProps) {
  const w = useWords();
  const known = person.personId !== '';
  const ties = (field: keyof PersonForm & string) => {
    const id = `person-${person.key}-${field}`;
    return { name: id, id, value: String(person[field]), error: errors.get(id) };
  };
  return (
    <Shell>
      <legend>{known ? person.givenNames : w('children.add.person', { n })}</legend>
      <div className="boxes">
        {!known && (
          <>
            <TextInput
              label={w('children.add.givenNames')}
              {...ties('givenNames')}
              onChange={(event) => onChange({ givenNames: event.target.value })}
            />
            <TextInput
              label={w('children.add.familyName')}
              {...ties('familyName')}
              onChange={(event) => onChange({ familyName: event.target.value })}
            />
          </>
        )}
        <Select
          label={w('children.add.relation')}
          options={optionsOf(RELATIONSHIPS)}
          {...ties('kind')}
          onChange={(event) => onChange({ kind: event.target.value })}
        />
        <Select
          label={w('children.add.livesWith')}
          options={optionsOf(LIVES_WITH_CHILD)}
          {...ties('livesWith')}
          onChange={(event) => onChange({ livesWith: event.target.value })}
        />
        <Select
          label={w('children.add.hasPr')}
          options={optionsOf(PARENTAL_RESPONSIBILITY)}
          {...ties('hasPr')}
          onChange={(event) => onChange({ hasPr: event.target.value })}
        />
        {person.hasPr === 'YES' && (
          <Select
            label={w('children.add.prBasis')}
            options={optionsOf(PR_BASES)}
            {...ties('prBasis')}
            onChange={(event) => onChange({ prBasis: event.target.value })}
          />
        )}
        {!known && (
          <TextInput
            label={w('children.add.personPhone')}
            optional={w('children.add.ifKnown')}
            inputMode="tel"
            {...ties('phone')}
            onChange={(event) => onChange({ phone: event.target.value })}
          />
        )}
      </div>
      {onTakeOut && (
        <div>
          <Button kind="quiet" size="small" icon={X} onClick={onTakeOut}>
            {w('children.add.takeOut', { n })}
          </Button>
        </div>
      )}
    </Shell>
  );
}
