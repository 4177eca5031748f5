import { styled } from '@mui/material/styles';
import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import type { Option } from './Select';

const Shell = styled('span')({ position: 'relative', display: 'inline-flex', alignItems: 'center' });
const Box = styled('select')({
  appearance: 'none',
  minHeight: 32,
  maxWidth: '100%',
  padding: '0 34px 0 12px',
  borderRadius: 16,
  border: '1px solid var(--control)',
  background: 'var(--surface)',
  color: 'var(--ink)',
  font: 'inherit',
  fontSize: '0.875rem',
  lineHeight: '1.25rem',
  cursor: 'pointer',
  '&:hover': { borderColor: 'var(--ink)' },
  '&:focus-visible': { borderRadius: 16 },
  // Drawn 32 px high on a desk; a finger needs 44.
  '@media (max-width: 599px)': { minHeight: 44, borderRadius: 22 },
});
const Arrow = styled(ChevronDown)({ position: 'absolute', right: 12, pointerEvents: 'none' });

export interface ChipSelectProps {
  /** What is chosen, for screen readers; the chosen answer says it to the eye. */
  label: string;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
}

/** A filter with more than two answers, as round as a chip. */
export function ChipSelect({ label, options, value, onChange }: ChipSelectProps) {
  const id = useId();
  return (
    <Shell>
      <label htmlFor={id} className="screen-reader">
        {label}
      </label>
      <Box id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(({ value: each, label: words }) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </Box>
      <Arrow size={16} strokeWidth={2} aria-hidden />
    </Shell>
  );
}
