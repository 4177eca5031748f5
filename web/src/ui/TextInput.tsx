import type { InputHTMLAttributes, Ref } from 'react';
import { Input } from './control';
import { Field, type FieldText } from './Field';

export interface TextInputProps extends FieldText, Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  ref?: Ref<HTMLInputElement>;
}

/** One line of text. Takes the props of `register('name')`, or `value` and `onChange`. */
export function TextInput({ label, hint, error, optional, id, ...input }: TextInputProps) {
  const text = { label, hint, error, ...(optional ? { optional } : {}) };
  return (
    <Field {...text} {...idOf(id, input.name)}>
      {(ties) => <Input type="text" autoComplete="off" {...input} {...ties} />}
    </Field>
  );
}

/** The id a control gets: its own, else its name, else one made up. */
export const idOf = (id: string | undefined, name: string | undefined) => {
  const found = id ?? name;
  return found ? { id: found } : {};
};
