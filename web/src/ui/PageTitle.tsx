import { styled } from '@mui/material/styles';
import { useEffect, type ReactNode } from 'react';
import { nameTab } from './document-title';
import { useHeadingFocus } from './page-focus';

const Head = styled('header')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  alignItems: 'flex-start',
  gap: '12px 24px',
  padding: '32px 0 24px',
  '& .kicker, & .note': { color: 'var(--ink-soft)' },
  '& .kicker': { fontSize: '0.875rem', lineHeight: '1.25rem' },
  '& .actions': { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' },
  '& h1': { fontSize: '2rem', lineHeight: '2.5rem', fontWeight: 700, letterSpacing: '-0.01em' },
  '& h1[data-section]': { fontSize: '1.75rem', lineHeight: '2.25rem' },
  '@media (max-width: 599px)': {
    padding: '20px 0 16px',
    '& h1, & h1[data-section]': { fontSize: '1.625rem', lineHeight: '2rem' },
  },
});

export interface PageTitleProps {
  title: string;
  /** Above the title, e.g. "Ava's development · part 7 of 23". */
  kicker?: ReactNode;
  /** Under the title. */
  note?: ReactNode;
  /** Buttons or filter chips on the right. */
  actions?: ReactNode;
  /** The browser tab's words when they differ: kind of page and at most the child's chosen name. */
  tab?: string;
  /** The slightly smaller title of a section of a form. */
  section?: boolean;
}

/** The one h1 of a page. It names the browser tab and takes the focus after a move. */
export function PageTitle({ title, kicker, note, actions, tab, section }: PageTitleProps) {
  const heading = useHeadingFocus();
  useEffect(() => nameTab(tab ?? title), [tab, title]);
  return (
    <Head>
      <div>
        {kicker && <p className="kicker">{kicker}</p>}
        <h1 ref={heading} tabIndex={-1} {...(section ? { 'data-section': '' } : {})}>
          {title}
        </h1>
        {note && <div className="note measure">{note}</div>}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </Head>
  );
}
