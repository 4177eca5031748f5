import { styled } from '@mui/material/styles';
import { initialsOf } from './initials';

/** Child and family warm, the reader or the lead teal, colleagues neutral. */
export type PersonTone = 'child' | 'self' | 'other';

const GROUNDS: Record<PersonTone, string> = {
  child: 'var(--voice)',
  self: 'var(--teal-pale)',
  other: 'var(--sunken)',
};

const Dot = styled('span')({
  display: 'grid',
  placeItems: 'center',
  borderRadius: '50%',
  fontSize: '0.8125rem',
  lineHeight: 1,
  fontWeight: 700,
  flex: 'none',
});

export interface PersonDotProps {
  name: string;
  initials?: string;
  tone?: PersonTone;
  /** Pixels across; default 40. */
  size?: number;
}

/** A person's initials in a circle. Decoration: the name always stands beside it. */
export function PersonDot({ name, initials, tone = 'other', size = 40 }: PersonDotProps) {
  const colour = tone === 'self' ? 'var(--teal-deep)' : 'var(--ink)';
  return (
    <Dot aria-hidden style={{ width: size, height: size, background: GROUNDS[tone], color: colour }}>
      {initials ?? initialsOf(name)}
    </Dot>
  );
}
