import { useState, type Ref } from 'react';
import { useWords } from '@web/i18n/useWords';
import { Input } from './control';
import { readTypedDate, showTypedDate } from './date-typing';
import { Field, type FieldText } from './Field';

export interface DateFieldProps extends FieldText {
  name: string;
  /** 'YYYY-MM-DD' when the typed text is a real day; otherwise the text itself, so nothing is lost. */
  value: string | null | undefined;
  onChange: (value: string) => void;
  onBlur?: () => void;
  autoComplete?: string;
  ref?: Ref<HTMLInputElement>;
}

/** A day, typed as "5 March 2026" or "5/3/2026"; says so when it is not a real day. */
export function DateField(props: DateFieldProps) {
  const {
    name,
    value,
    onChange,
    onBlur,
    autoComplete = 'off',
    ref,
    hint,
    error,
    label,
    optional,
    id,
  } = props;
  const w = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const stored = value ?? '';
  const unreal = draft === null && stored !== '' && readTypedDate(stored) === null;
  const text = {
    label,
    hint: hint ?? w('ui.date.hint'),
    error: error ?? (unreal ? w('ui.date.wrong') : undefined),
  };
  return (
    <Field {...text} {...(optional ? { optional } : {})} id={id ?? name}>
      {(ties) => (
        <Input
          type="text"
          inputMode="text"
          autoComplete={autoComplete}
          name={name}
          {...ties}
          {...(ref ? { ref } : {})}
          value={draft ?? showTypedDate(stored)}
          onChange={(event) => {
            const typed = event.target.value;
            setDraft(typed);
            onChange(readTypedDate(typed) ?? typed);
          }}
          onBlur={() => {
            setDraft(null);
            onBlur?.();
          }}
        />
      )}
    </Field>
  );
}
