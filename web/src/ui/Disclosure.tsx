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
  // What stands inside inherits its box from the browser’s own wrapper otherwise.
  '& > .inside': { paddingTop: 8, boxSizing: 'border-box' },
  '& p + p': { marginTop: 8 },
  // Paper cannot be pressed: what is folded prints.
  '@media print': { '&::details-content': { contentVisibility: 'visible', display: 'block' } },
});

/** More words or a table on demand, in the page. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: string;
  /** Open to begin with. */
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <Shell open={open}>
      <summary>{summary}</summary>
      <div className="inside">{children}</div>
    </Shell>
  );
}
