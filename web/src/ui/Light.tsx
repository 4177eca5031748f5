import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Mark, type MarkName, type Tone } from './Mark';

/** May this be shared? `said-no` is a family's refusal outside the sharing wizard: quiet, not red. */
export type LightState = 'yes' | 'part' | 'lapses' | 'ask' | 'stop' | 'said-no';

const MARKS: Record<LightState, { mark: MarkName; tone?: Tone }> = {
  yes: { mark: 'tick' },
  part: { mark: 'half' },
  lapses: { mark: 'clock' },
  ask: { mark: 'dashed' },
  stop: { mark: 'octagon' },
  'said-no': { mark: 'barred', tone: 'ink' },
};

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  columnGap: 12,
  alignItems: 'start',
  textAlign: 'left',
  '& > svg': { marginTop: 3 },
  '& strong': { display: 'block' },
  '& small': { display: 'block', fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
});

const Press = styled('button')({
  border: 0,
  padding: 0,
  margin: 0,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  cursor: 'pointer',
  minHeight: 44,
  '&:hover strong': { textDecoration: 'underline' },
});

export interface LightProps {
  state: LightState;
  /** The answer in words, e.g. "Yes, go ahead" or "Agreed by Mia, mum". */
  children: ReactNode;
  /** Who said so, and until when. */
  from?: ReactNode;
  /** Opens the reason. Without it the light is only read. */
  onOpen?: () => void;
}

/** One mark plus words that say whether something may be shared. */
export function Light({ state, children, from, onOpen }: LightProps) {
  const { mark, tone } = MARKS[state];
  const row = (
    <Row>
      <Mark name={mark} size={18} {...(tone ? { tone } : {})} />
      <span>
        <strong>{children}</strong>
        {from && <small>{from}</small>}
      </span>
    </Row>
  );
  return onOpen ? (
    <Press type="button" onClick={onOpen}>
      {row}
    </Press>
  ) : (
    row
  );
}
