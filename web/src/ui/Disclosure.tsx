import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

const Shell = styled('details')({
  fontSize: '0.9375rem',
  lineHeight: '1.375rem',
  '& > summary': {
    display: 'inline-block',
    cursor: 'pointer',
    color: 'var(--teal)',
    fontWeight: 600,
    fontSize: '0.875rem',
    textDecoration: 'underline',
    textUnderlineOffset: '0.2em',
    listStyle: 'none',
    padding: '4px 0',
  },
  '& > summary::-webkit-details-marker': { display: 'none' },
  '& > summary:hover': { color: 'var(--teal-deep)' },
  '& > .inside': { paddingTop: 8 },
  '& p + p': { marginTop: 8 },
  // Paper cannot be pressed: what is folded prints.
  '@media print': { '&::details-content': { contentVisibility: 'visible', display: 'block' } },
});

/** More words or a table on demand, in the page. */
export function Disclosure({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <Shell>
      <summary>{summary}</summary>
      <div className="inside">{children}</div>
    </Shell>
  );
}
