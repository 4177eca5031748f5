import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

const Shell = styled('div')({
  border: '1px dashed var(--control)',
  borderRadius: 8,
  padding: '24px 16px',
  textAlign: 'center',
  display: 'grid',
  gap: 4,
  justifyItems: 'center',
  '& .action': { marginTop: 12 },
});

export interface EmptyStateProps {
  /** What is missing. */
  title: string;
  /** Why it matters, with its date. */
  children: ReactNode;
  /** The one button that helps. */
  action?: ReactNode;
}

/** Says what is not there yet and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <Shell>
      <h3>{title}</h3>
      <p className="measure">{children}</p>
      {action && <div className="action">{action}</div>}
    </Shell>
  );
}
