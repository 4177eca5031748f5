import { FACES } from '@encircle/shared/codes';
import { answerList } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { CheckList } from '@web/ui/CheckList';
import { Chip, ChipRow } from '@web/ui/Chip';
import { DateField } from '@web/ui/DateField';
import { FacesField } from '@web/ui/FacesField';
import { FieldGroup } from '@web/ui/FieldGroup';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Scale0to10 } from '@web/ui/Scale';
import { Select, type Option } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { listIn, textIn, type FormFieldViewProps } from './body.types';
import { RowsField } from './RowsField';

/** Up to this many answers stand under each other; longer lists fold into one box. */
const FEW = 7;

/** One question of a form, drawn by its type. */
export function FormFieldView({ field, id, words, value, onChange }: FormFieldViewProps) {
  const w = useWords();
  const good = field.good && field.poor;
  const hint = [
    field.hint && words(field.hint),
    good && w('caf.element.hints', { good: words(field.good ?? ''), poor: words(field.poor ?? '') }),
  ]
    .filter(Boolean)
    .join(' ');
  const text = { label: words(field.label), ...(hint ? { hint } : {}) };
  const options = (answerList(field)?.rows ?? [])
    .filter((row) => !row.retired || row.code === value)
    .map(({ code, label, help }) => ({
      value: code,
      label: words(label),
      ...(help ? { hint: words(help) } : {}),
    }));
  switch (field.type) {
    case 'LONG_TEXT':
      return (
        <TextArea
          {...text}
          name={id}
          rows={3}
          value={textIn(value)}
          onChange={(e) => onChange(e.target.value)}
        />
      );
    case 'DATE':
      return <DateField {...text} name={id} value={textIn(value)} onChange={onChange} />;
    case 'YES_NO':
      return (
        <RadioGroup
          {...text}
          name={id}
          options={[
            { value: 'yes', label: w('caf.identity.yes') },
            { value: 'no', label: w('caf.identity.no') },
          ]}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          onChange={(chosen) => onChange(chosen === 'yes')}
        />
      );
    case 'NUMBER':
      return <NumberChoice {...text} field={field} id={id} value={value} onChange={onChange} />;
    case 'SCALE':
      return (
        <Scale0to10
          {...text}
          name={id}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
          low={field.ends?.[0].replace(/^0 /, '') ?? ''}
          high={field.ends?.[1].replace(/^10 /, '') ?? ''}
        />
      );
    case 'CODE':
      if (field.codes === FACES.name)
        return <FacesField {...text} name={id} value={textIn(value)} onChange={onChange} />;
      return options.length <= FEW ? (
        <RadioGroup {...text} name={id} options={options} value={textIn(value)} onChange={onChange} />
      ) : (
        <Select
          {...text}
          name={id}
          options={options}
          value={textIn(value)}
          onChange={(e) => onChange(e.target.value)}
        />
      );
    case 'CODES':
      if (options.length > FEW)
        return <ManyChips {...text} id={id} options={options} value={listIn(value)} onChange={onChange} />;
      return <CheckList {...text} name={id} options={options} value={listIn(value)} onChange={onChange} />;
    case 'ROWS':
      return (
        <RowsField
          {...text}
          field={field}
          id={id}
          words={words}
          value={value}
          onChange={onChange}
          one={FormFieldView}
        />
      );
    case 'RECORD':
      return null;
    case 'TEXT':
      return (
        <TextInput {...text} name={id} value={textIn(value)} onChange={(e) => onChange(e.target.value)} />
      );
  }
}

interface ManyChipsProps {
  id: string;
  label: string;
  hint?: string;
  options: readonly Option[];
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Many answers of which a few are chosen: chips take a third of the room of boxes under each other. */
function ManyChips({ id, options, value, onChange, ...text }: ManyChipsProps) {
  const flip = (code: string) =>
    onChange(value.includes(code) ? value.filter((each) => each !== code) : [...value, code]);
  return (
    <FieldGroup {...text} id={id} role="group">
      <div style={{ marginTop: 8 }}>
        <ChipRow label={text.label}>
          {options.map((option) => (
            <Chip key={option.value} on={value.includes(option.value)} onClick={() => flip(option.value)}>
              {option.label}
            </Chip>
          ))}
        </ChipRow>
      </div>
    </FieldGroup>
  );
}

type ChoiceProps = Pick<FormFieldViewProps, 'field' | 'id' | 'value' | 'onChange'> & {
  label: string;
  hint?: string;
};

/** A small number is a choice; a large one would be typed. */
function NumberChoice({ field, id, value, onChange, ...text }: ChoiceProps) {
  const [low, high] = [field.min ?? 0, field.max ?? 10];
  const options = Array.from({ length: high - low + 1 }, (_, n) => ({
    value: String(low + n),
    label: String(low + n),
  }));
  return (
    <RadioGroup
      {...text}
      name={id}
      options={options}
      value={typeof value === 'number' ? String(value) : null}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  );
}
