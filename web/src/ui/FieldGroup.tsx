import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';
import { ErrorText, Hint, type FieldText } from './Field';

const Shell = styled('fieldset')({ border: 0, padding: 0, minWidth: 0 });
const Legend = styled('legend')({ padding: 0, fontWeight: 700, lineHeight: '1.5rem' });
const Optional = styled('span')({ fontWeight: 400, color: 'var(--ink-soft)' });

export interface FieldGroupProps extends FieldText {
  children: ReactNode;
  role?: 'radiogroup' | 'group';
}

/** Several controls that answer one question, under its legend. The id can be focused from a summary. */
export function FieldGroup({ label, hint, error, optional, id, role, children }: FieldGroupProps) {
  const own = useId();
  const base = id ?? own;
  const describedBy = [hint && `${base}-hint`, error && `${base}-error`].filter(Boolean).join(' ');
  return (
    <Shell
      id={base}
      tabIndex={-1}
      role={role}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      {...(error && role === 'radiogroup' ? { 'aria-invalid': true } : {})}
    >
      <Legend>
        {label}
        {optional && <Optional> ({optional})</Optional>}
      </Legend>
      {hint && <Hint id={`${base}-hint`}>{hint}</Hint>}
      {children}
      {error && <ErrorText id={`${base}-error`}>{error}</ErrorText>}
    </Shell>
  );
}
