import { styled } from '@mui/material/styles';
import { formatShort, type CivilDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import type { FieldText } from './Field';
import { FieldGroup } from './FieldGroup';

const Row = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8, margin: '8px 0 4px' });
const Score = styled('label')({
  position: 'relative',
  display: 'grid',
  placeItems: 'center',
  width: 44,
  height: 44,
  border: '1px solid var(--control)',
  borderRadius: 8,
  background: 'var(--surface)',
  cursor: 'pointer',
  '&:hover': { borderColor: 'var(--ink)' },
  '&:has(input:checked)': {
    background: 'var(--teal)',
    color: 'var(--on-teal)',
    borderColor: 'var(--teal)',
    fontWeight: 700,
  },
  '@media (forced-colors: active)': {
    '&:has(input:checked)': { outline: '3px solid Highlight', outlineOffset: -4 },
  },
  '&:has(input:focus-visible)': { outline: '3px solid var(--focus)', outlineOffset: 2 },
  '&[data-before]::after': {
    content: '""',
    position: 'absolute',
    inset: -4,
    border: '2px dotted var(--ink-soft)',
    borderRadius: 11,
    pointerEvents: 'none',
  },
  '& input': { position: 'absolute', inset: 0, opacity: 0, margin: 0, cursor: 'pointer' },
});
const Ends = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  gap: '0 16px',
  maxWidth: 564,
  fontSize: '0.875rem',
  lineHeight: '1.25rem',
  color: 'var(--ink-soft)',
});

export interface Scale0to10Props extends FieldText {
  name: string;
  value: number | null | undefined;
  onChange: (value: number) => void;
  /** Words at the two ends, e.g. "no worry" and "huge". */
  low: string;
  high: string;
  /** Last time's score keeps a dotted ring. */
  before?: { score: number; date: CivilDate };
}

/** Eleven real buttons, 0 to 10. */
export function Scale0to10({ name, value, onChange, low, high, before, ...text }: Scale0to10Props) {
  const w = useWords();
  const when = before ? formatShort(before.date) : '';
  return (
    <FieldGroup id={name} {...text} role="radiogroup">
      <Row>
        {Array.from({ length: 11 }, (_, score) => {
          const was = before?.score === score;
          return (
            <Score key={score} {...(was ? { 'data-before': '' } : {})}>
              <input
                type="radio"
                name={name}
                value={score}
                checked={value === score}
                onChange={() => onChange(score)}
                aria-label={was ? w('ui.scale.lastTimeSpoken', { score, date: when }) : String(score)}
              />
              {score}
            </Score>
          );
        })}
      </Row>
      <Ends>
        <span>0 {low}</span>
        {before && <span>{w('ui.scale.lastTime', { score: before.score, date: when })}</span>}
        <span>10 {high}</span>
      </Ends>
    </FieldGroup>
  );
}
