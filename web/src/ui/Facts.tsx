import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

const Grid = styled('dl')({
  display: 'grid',
  gridAutoFlow: 'column',
  gridAutoColumns: 'minmax(0, 1fr)',
  borderTop: '1px solid var(--line)',
  '& > div': { padding: '12px 20px', borderLeft: '1px solid var(--line)', minWidth: 0 },
  '& > div:first-of-type': { paddingLeft: 0, borderLeft: 0 },
  '& dt': { fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
  '& dd': { fontWeight: 700 },
  '& dd small': {
    display: 'block',
    fontSize: '0.875rem',
    lineHeight: '1.25rem',
    fontWeight: 400,
    color: 'var(--ink-soft)',
  },
  '@media (max-width: 1023px)': {
    gridAutoFlow: 'row',
    '& > div': { padding: '12px 0', borderLeft: 0, borderTop: '1px solid var(--line)' },
    '& > div:first-of-type': { borderTop: 0 },
  },
});

export interface Fact {
  label: string;
  value: ReactNode;
  /** Soft lines under the value. */
  notes?: readonly ReactNode[];
}

/** A few facts side by side with a hairline between; one under the other when narrow. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <Grid>
      {facts.map(({ label, value, notes }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {notes?.map((note, index) => (
              <small key={index}>{note}</small>
            ))}
          </dd>
        </div>
      ))}
    </Grid>
  );
}
