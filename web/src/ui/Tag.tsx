import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Mark, type MarkName } from './Mark';

export type TagTone = 'neutral' | 'outline' | 'good' | 'amber' | 'red' | 'plum' | 'slate' | 'teal';

const LOOKS: Record<TagTone, { background: string; color: string; borderColor: string }> = {
  neutral: { background: 'var(--sunken)', color: 'var(--ink)', borderColor: 'transparent' },
  outline: { background: 'var(--surface)', color: 'var(--ink)', borderColor: 'var(--control)' },
  good: { background: 'var(--good-pale)', color: 'var(--good-text)', borderColor: 'transparent' },
  amber: { background: 'var(--amber-pale)', color: 'var(--amber-text)', borderColor: 'transparent' },
  red: { background: 'var(--red-pale)', color: 'var(--red-text)', borderColor: 'transparent' },
  plum: { background: 'var(--plum-pale)', color: 'var(--plum-text)', borderColor: 'transparent' },
  slate: { background: 'var(--slate-pale)', color: 'var(--slate-text)', borderColor: 'transparent' },
  teal: { background: 'var(--teal-pale)', color: 'var(--teal-deep)', borderColor: 'transparent' },
};

const Shell = styled('span', { shouldForwardProp: (prop) => prop !== 'tone' })<{ tone: TagTone }>(
  ({ tone }) => ({
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    padding: '1px 8px',
    borderRadius: 6,
    border: '1px solid',
    fontSize: '0.875rem',
    lineHeight: '1.375rem',
    fontWeight: 600,
    ...LOOKS[tone],
  }),
);

export interface TagProps {
  children: ReactNode;
  tone?: TagTone;
  /** The shape that says the same as the colour; left out only for plain words without a state. */
  mark?: MarkName;
}

/** A state in a mark and words. Never pressable; see Chip for that. */
export function Tag({ children, tone = 'neutral', mark }: TagProps) {
  return (
    <Shell tone={tone}>
      {mark && (
        <Mark name={mark} size={14} {...(tone === 'outline' || tone === 'neutral' ? { tone: 'soft' } : {})} />
      )}
      <span>{children}</span>
    </Shell>
  );
}
