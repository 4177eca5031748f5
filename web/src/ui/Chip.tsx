import { styled } from '@mui/material/styles';
import { Check, ChevronDown, X } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';

const Shell = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 32,
  padding: '0 12px',
  borderRadius: 16,
  border: '1px solid var(--control)',
  background: 'var(--surface)',
  color: 'var(--ink)',
  font: 'inherit',
  fontSize: '0.875rem',
  lineHeight: '1.25rem',
  cursor: 'pointer',
  transition: 'background-color 120ms ease-out, border-color 120ms ease-out',
  '&:hover': { borderColor: 'var(--ink)' },
  '&:focus-visible': { borderRadius: 16 },
  '&[aria-pressed="true"]': {
    background: 'var(--teal-pale)',
    borderColor: 'var(--teal)',
    color: 'var(--teal-deep)',
    fontWeight: 700,
  },
  // Drawn 32 px high everywhere; a finger finds 44.
  '@media (max-width: 599px)': {
    position: 'relative',
    '&::after': { content: '""', position: 'absolute', inset: '-6px 0' },
  },
});

export interface ChipProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  children: ReactNode;
  /** On or off, for a filter or a choice. Leave out for a chip that opens or removes. */
  on?: boolean;
  /** `remove` shows a cross (takes a filter away), `open` an arrow (opens a menu). */
  kind?: 'choice' | 'remove' | 'open';
}

/** A pressable filter or choice; what is on is pale teal, bold and ticked. */
export function Chip({ children, on, kind = 'choice', ...rest }: ChipProps) {
  const pressed = kind === 'choice' ? { 'aria-pressed': Boolean(on) } : {};
  return (
    <Shell type="button" {...pressed} {...rest}>
      {kind === 'choice' && on && <Check size={16} strokeWidth={2} aria-hidden />}
      <span>{children}</span>
      {kind === 'remove' && <X size={16} strokeWidth={2} aria-hidden />}
      {kind === 'open' && <ChevronDown size={16} strokeWidth={2} aria-hidden />}
    </Shell>
  );
}

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  alignItems: 'center',
  '@media (max-width: 599px)': { rowGap: 12 },
});

/** A row of chips that belong together; `label` names it for screen readers. */
export function ChipRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Row role="group" aria-label={label}>
      {children}
    </Row>
  );
}
