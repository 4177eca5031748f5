import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';
import { useWords } from '@web/i18n/useWords';
import { Mark } from './Mark';

export const Label = styled('label')({ display: 'block', fontWeight: 700, lineHeight: '1.5rem' });
export const Hint = styled('p')({
  fontSize: '0.875rem',
  lineHeight: '1.25rem',
  color: 'var(--ink-soft)',
  marginBottom: 2,
});
const Wrong = styled('p')({
  display: 'flex',
  gap: 8,
  alignItems: 'flex-start',
  marginTop: 6,
  fontSize: '0.9375rem',
  lineHeight: '1.375rem',
  fontWeight: 600,
  color: 'var(--red-text)',
  '& svg': { marginTop: 3 },
});
const Optional = styled('span')({ fontWeight: 400, color: 'var(--ink-soft)' });

/** What every kind of field takes. */
export interface FieldText {
  label: ReactNode;
  /** What, an example, what not to write. */
  hint?: ReactNode;
  /** How to put it right, in the words of the error summary. */
  error?: string | undefined;
  /** "if known" or "if you like"; a required field says nothing. */
  optional?: string;
  /** The id of the control; error summaries link to it. Defaults to the field's `name`. */
  id?: string;
}

/** The attributes that tie a control to its label, hint and error. */
export interface FieldTies {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

export function ErrorText({ id, children }: { id: string; children: ReactNode }) {
  const w = useWords();
  return (
    <Wrong id={id}>
      <Mark name="triangle" size={16} />
      <span>
        <span className="screen-reader">{w('ui.error')} </span>
        {children}
      </span>
    </Wrong>
  );
}

export interface FieldProps extends FieldText {
  children: (ties: FieldTies) => ReactNode;
}

/** Label above, hint under it, the control, and the error under that. */
export function Field({ label, hint, error, optional, id, children }: FieldProps) {
  const own = useId();
  const control = id ?? own;
  const describedBy = [hint && `${control}-hint`, error && `${control}-error`].filter(Boolean).join(' ');
  return (
    <div>
      <Label htmlFor={control}>
        {label}
        {optional && <Optional> ({optional})</Optional>}
      </Label>
      {hint && <Hint id={`${control}-hint`}>{hint}</Hint>}
      {children({
        id: control,
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {error && <ErrorText id={`${control}-error`}>{error}</ErrorText>}
    </div>
  );
}
