import { styled } from '@mui/material/styles';
import { Check } from 'lucide-react';
import { useId } from 'react';
import type { Option } from './Select';

const Shell = styled('fieldset')({
  border: '1px solid var(--control)',
  borderRadius: 8,
  padding: 0,
  margin: 0,
  minWidth: 0,
  display: 'flex',
  flexWrap: 'wrap',
  background: 'var(--surface)',
  overflow: 'hidden',
  '&:has(input:focus-visible)': { outline: '3px solid var(--focus)', outlineOffset: 2 },
});
const Part = styled('label')({
  position: 'relative',
  flex: '1 1 auto',
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 4,
  minHeight: 36,
  padding: '0 8px',
  fontSize: '0.875rem',
  lineHeight: '1.25rem',
  cursor: 'pointer',
  borderLeft: '1px solid var(--control)',
  marginLeft: -1,
  '&:hover': { background: 'var(--sunken)' },
  '&:has(input:checked)': { background: 'var(--teal)', color: 'var(--on-teal)', fontWeight: 700 },
  '@media (forced-colors: active)': {
    '&:has(input:checked)': { outline: '3px solid Highlight', outlineOffset: -4 },
  },
  '& input': { position: 'absolute', inset: 0, opacity: 0, margin: 0, cursor: 'pointer' },
  '@media (max-width: 599px)': { minHeight: 44 },
});

export interface SegmentsProps {
  name: string;
  /** Says whose row this is, e.g. "Hana Siddiqui". */
  label: string;
  options: readonly Option[];
  value: string | null | undefined;
  onChange: (value: string) => void;
}

/** One answer in a row of keys; the chosen one is filled and ticked. Arrow keys move inside it. */
export function Segments({ name, label, options, value, onChange }: SegmentsProps) {
  const id = useId();
  return (
    <Shell aria-label={label}>
      {options.map((option) => {
        const on = option.value === value;
        return (
          <Part key={option.value}>
            <input
              type="radio"
              name={`${name}-${id}`}
              value={option.value}
              checked={on}
              onChange={() => onChange(option.value)}
            />
            {on && <Check size={16} strokeWidth={2.2} aria-hidden />}
            {option.label}
          </Part>
        );
      })}
    </Shell>
  );
}
