import { styled } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import { useWords } from '@web/i18n/useWords';

const Shell = styled('div')({
  border: '2px solid var(--red-mark)',
  borderRadius: 8,
  background: 'var(--surface)',
  padding: '16px 22px',
  '& h2': { fontSize: '1rem', lineHeight: '1.5rem', fontWeight: 700 },
  '& ul': { listStyle: 'none', padding: 0, marginTop: 6, display: 'grid', gap: 4 },
  '& a, & p': { fontWeight: 600, color: 'var(--red-text)' },
});

/** One thing to put right. */
export interface FormError {
  /** The id of the control (a field's `name`); left out when no single field is meant. */
  field?: string;
  message: string;
}

export interface ErrorSummaryProps {
  errors: readonly FormError[];
  /** Changes with every try to submit, so that the summary takes the focus each time. */
  attempt?: number;
  /** False only where a summary is shown as an example. */
  takesFocus?: boolean;
}

function goTo(field: string) {
  const control = document.getElementById(field);
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}

/** What is wrong, at the top of a form and focused on submit; each line leads to its field. */
export function ErrorSummary({ errors, attempt = 0, takesFocus = true }: ErrorSummaryProps) {
  const w = useWords();
  const shell = useRef<HTMLDivElement>(null);
  const some = errors.length > 0;
  useEffect(() => {
    if (some && takesFocus) shell.current?.focus();
  }, [some, attempt, takesFocus]);
  if (!some) return null;
  return (
    <Shell ref={shell} role="alert" tabIndex={-1}>
      <h2>{w('ui.errorSummary', { smart_count: errors.length })}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field ?? ''} ${message}`}>
            {field ? (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(field);
                }}
              >
                {message}
              </a>
            ) : (
              <p>{message}</p>
            )}
          </li>
        ))}
      </ul>
    </Shell>
  );
}
