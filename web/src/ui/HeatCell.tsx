import { styled } from '@mui/material/styles';
import { useWords } from '@web/i18n/useWords';
import { heatStep } from './heat-step';
import { Mark } from './Mark';

const Cell = styled('button')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 4,
  width: '100%',
  minWidth: 72,
  height: 40,
  padding: 0,
  border: '1px solid var(--line)',
  borderRadius: 5,
  background: 'var(--surface)',
  color: 'var(--ink)',
  font: 'inherit',
  fontSize: '0.875rem',
  fontVariantNumeric: 'tabular-nums',
  cursor: 'pointer',
  '&:focus-visible': { borderRadius: 5, zIndex: 1, position: 'relative' },
  '&[aria-expanded="true"]': { outline: '3px solid var(--focus)', outlineOffset: 1 },
  '& b': { fontSize: '0.9375rem' },
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].map((step) => [
      `&[data-step="${step}"]`,
      { background: `var(--heat-${step})`, color: `var(--heat-${step}-text)`, borderColor: 'transparent' },
    ]),
  ),
  '&[data-step="1"]': {
    background: 'var(--heat-1)',
    color: 'var(--heat-1-text)',
    border: '2px solid var(--ink)',
  },
  '@media print': { border: '1px solid #000000' },
});
const Nobody = styled('span')({ display: 'block', textAlign: 'center', color: 'var(--ink-soft)' });

export interface HeatCellProps {
  /** E.g. the agency. */
  row: string;
  /** E.g. the month. */
  column: string;
  contributed: number;
  invited: number;
  /** Opens what is behind the number, without case content; left out, the cell is not a button. */
  onOpen?: (() => void) | undefined;
  /** The cell whose panel is open. */
  open?: boolean;
}

/** Contributed of invited, shaded by rate; low cells also have an outline and a mark. */
export function HeatCell({ row, column, contributed, invited, onOpen, open }: HeatCellProps) {
  const w = useWords();
  if (invited === 0) {
    return (
      <Nobody aria-label={w('ui.heat.none', { row, column })} role="img">
        –
      </Nobody>
    );
  }
  const step = heatStep(contributed, invited);
  const name = w('ui.heat.cell', { row, column, came: contributed, invited });
  const inside = (
    <>
      {step === 1 && <Mark name="down" size={10} style={{ color: 'inherit' }} />}
      <span>
        <b>{contributed}</b>/{invited}
      </span>
    </>
  );
  if (!onOpen) {
    return (
      <Cell as="span" role="img" data-step={step} aria-label={name} style={{ cursor: 'default' }}>
        {inside}
      </Cell>
    );
  }
  return (
    <Cell
      type="button"
      data-step={step}
      aria-label={name}
      {...(open !== undefined ? { 'aria-expanded': open } : {})}
      onClick={onOpen}
    >
      {inside}
    </Cell>
  );
}
