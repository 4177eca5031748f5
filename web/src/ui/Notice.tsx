import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Mark, type MarkName } from './Mark';

export type NoticeKind = 'good' | 'amber' | 'red' | 'info';

const MARKS: Record<NoticeKind, MarkName> = {
  good: 'tick',
  amber: 'clock',
  red: 'triangle',
  info: 'open-diamond',
};

const Shell = styled('div')({
  display: 'flex',
  gap: 12,
  alignItems: 'flex-start',
  padding: '12px 16px',
  borderRadius: 8,
  background: 'var(--slate-pale)',
  color: 'var(--ink)',
  '& > svg': { marginTop: 4 },
  '&[data-kind="good"]': { background: 'var(--good-pale)' },
  '&[data-kind="amber"]': { background: 'var(--amber-pale)' },
  '&[data-kind="red"]': { background: 'var(--red-pale)' },
});

/** Says what happened or what to know, in the page; `red` is spoken at once, the others politely. */
export function Notice({ kind = 'info', children }: { kind?: NoticeKind; children: ReactNode }) {
  return (
    <Shell data-kind={kind} role={kind === 'red' ? 'alert' : 'status'}>
      <Mark name={MARKS[kind]} />
      <div>{children}</div>
    </Shell>
  );
}
