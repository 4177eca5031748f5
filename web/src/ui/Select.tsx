import type { Ref, SelectHTMLAttributes } from 'react';
import { useWords } from '@web/i18n/useWords';
import { Picker } from './control';
import { Field, type FieldText } from './Field';
import { idOf } from './TextInput';

/** One answer of a select, radio group or check list. */
export interface Option {
  value: string;
  label: string;
  hint?: string;
}

export interface SelectProps extends FieldText, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'> {
  options: readonly Option[];
  /** The empty first line; `false` leaves it out. Default "Choose". */
  empty?: string | false;
  ref?: Ref<HTMLSelectElement>;
}

/** A choice from a longer list; up to six answers are better as radio buttons. */
export function Select({ label, hint, error, optional, id, options, empty, ...rest }: SelectProps) {
  const w = useWords();
  const text = { label, hint, error, ...(optional ? { optional } : {}) };
  return (
    <Field {...text} {...idOf(id, rest.name)}>
      {(ties) => (
        <Picker {...rest} {...ties}>
          {empty !== false && <option value="">{empty ?? w('ui.choose')}</option>}
          {options.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Picker>
      )}
    </Field>
  );
}
