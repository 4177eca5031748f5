import type { FieldText } from './Field';
import { Choice } from './Choices';
import { FieldGroup } from './FieldGroup';
import type { Option } from './Select';

export interface RadioGroupProps extends FieldText {
  name: string;
  options: readonly Option[];
  value: string | null | undefined;
  onChange: (value: string) => void;
}

/** One answer of a few. Also used where others would put a switch: two answers in words. */
export function RadioGroup({ name, options, value, onChange, ...text }: RadioGroupProps) {
  return (
    <FieldGroup id={name} {...text} role="radiogroup">
      {options.map((option) => (
        <Choice
          key={option.value}
          type="radio"
          name={name}
          option={option}
          checked={value === option.value}
          onChange={() => onChange(option.value)}
        />
      ))}
    </FieldGroup>
  );
}
