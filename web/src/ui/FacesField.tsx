import { styled } from '@mui/material/styles';
import { FACES } from '@encircle/shared/codes';
import type { FieldText } from './Field';
import { FieldGroup } from './FieldGroup';

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(5, minmax(0, 5.25rem))',
  gap: 8,
  margin: '8px 0 4px',
});
const Face = styled('label')({
  position: 'relative',
  display: 'grid',
  justifyItems: 'center',
  gap: 4,
  padding: '8px 2px',
  border: '1px solid var(--control)',
  borderRadius: 8,
  background: 'var(--surface)',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  textAlign: 'center',
  cursor: 'pointer',
  '& svg': {
    width: 44,
    height: 44,
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 2.5,
    strokeLinecap: 'round',
  },
  '&:hover': { borderColor: 'var(--ink)' },
  '&:has(input:checked)': {
    background: 'var(--teal)',
    color: 'var(--on-teal)',
    borderColor: 'var(--teal)',
  },
  '@media (forced-colors: active)': {
    '&:has(input:checked)': { outline: '3px solid Highlight', outlineOffset: -4 },
  },
  '&:has(input:focus-visible)': { outline: '3px solid var(--focus)', outlineOffset: 2 },
  '& input': { position: 'absolute', inset: 0, opacity: 0, margin: 0, cursor: 'pointer' },
});

/** How far the corners of each mouth stand above or below its middle, from the brightest face. */
const CURVES: Readonly<Record<string, number>> = {
  VERY_HAPPY: 11,
  HAPPY: 6,
  IN_BETWEEN: 0,
  SAD: -6,
  VERY_SAD: -11,
};

export interface FacesFieldProps extends FieldText {
  name: string;
  value: string;
  onChange: (value: string | null) => void;
}

/** Five faces for a child to point at, big enough for a finger; each with its word. A second press takes it back. */
export function FacesField({ name, value, onChange, ...text }: FacesFieldProps) {
  return (
    <FieldGroup id={name} {...text} role="radiogroup">
      <Row>
        {FACES.rows.map(({ code, label }) => (
          <Face key={code}>
            <input
              type="radio"
              name={name}
              value={code}
              checked={value === code}
              onChange={() => onChange(code)}
              onClick={() => value === code && onChange(null)}
            />
            <svg viewBox="0 0 48 48" aria-hidden="true">
              <circle cx="24" cy="24" r="20" />
              <path d="M17 19v1M31 19v1" />
              <path d={mouth(CURVES[code] ?? 0)} />
            </svg>
            {label}
          </Face>
        ))}
      </Row>
    </FieldGroup>
  );
}

const mouth = (curve: number): string => `M15 ${31 - curve / 3}Q24 ${31 + curve} 33 ${31 - curve / 3}`;
