import type { FieldText } from './Field';
import { Choice } from './Choices';
import { FieldGroup } from './FieldGroup';
import type { Option } from './Select';

export interface CheckListProps extends FieldText {
  name: string;
  options: readonly Option[];
  /** The values that are ticked. */
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Any number of answers. Nothing is ticked by itself and there is no "all". */
export function CheckList({ name, options, value, onChange, ...text }: CheckListProps) {
  const flip = (one: string) =>
    onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return (
    <FieldGroup id={name} {...text} role="group">
      {options.map((option) => (
        <Choice
          key={option.value}
          type="checkbox"
          name={name}
          option={option}
          checked={value.includes(option.value)}
          onChange={() => flip(option.value)}
        />
      ))}
    </FieldGroup>
  );
}

export interface CheckBoxProps {
  name: string;
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A single statement that is ticked or not. */
export function CheckBox({ name, label, hint, checked, onChange }: CheckBoxProps) {
  const option = { value: 'yes', label, ...(hint ? { hint } : {}) };
  return (
    <Choice
      type="checkbox"
      name={name}
      option={option}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
