import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';

const Shell = styled('section')({
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  boxShadow: 'var(--edge)',
  minWidth: 0,
});
const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  alignItems: 'baseline',
  gap: '4px 16px',
  padding: '20px 24px 0',
  '& h2': { fontSize: '1.25rem', lineHeight: '1.75rem', fontWeight: 700 },
  '& h2 em': { fontStyle: 'normal', fontWeight: 400, color: 'var(--ink-soft)' },
  '& a': { fontSize: '0.875rem', fontWeight: 600 },
  '& p': { flexBasis: '100%', fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
  '@media (max-width: 599px)': { padding: '16px 16px 0' },
});
const Body = styled('div')({
  padding: '12px 24px 20px',
  '@media (max-width: 599px)': { padding: '12px 16px 16px' },
  '&[data-flush]': { padding: '12px 0 0' },
  '&[data-bare]': { paddingTop: 20 },
});
const Foot = styled('div')({
  padding: '12px 24px',
  borderTop: '1px solid var(--line)',
  fontSize: '0.875rem',
  lineHeight: '1.25rem',
  color: 'var(--ink-soft)',
  '@media (max-width: 599px)': { padding: '12px 16px' },
});

export interface CardProps {
  title?: ReactNode;
  /** A number shown softly after the title. */
  count?: number | string;
  /** One line under the title. */
  note?: ReactNode;
  /** One link on the right of the title line. */
  link?: ReactNode;
  foot?: ReactNode;
  /** Content goes to the card's edges (rows, tables). */
  flush?: boolean;
  id?: string;
  children?: ReactNode;
}

/** Title line, content, foot. Cards are never put into cards; use a hairline or a Well. */
export function Card({ title, count, note, link, foot, flush, id, children }: CardProps) {
  const heading = useId();
  return (
    <Shell id={id} {...(title ? { 'aria-labelledby': heading } : {})}>
      {title && (
        <Head>
          <h2 id={heading}>
            {title}
            {count !== undefined && <em> {count}</em>}
          </h2>
          {link}
          {note && <p>{note}</p>}
        </Head>
      )}
      <Body {...(flush ? { 'data-flush': '' } : {})} {...(title ? {} : { 'data-bare': '' })}>
        {children}
      </Body>
      {foot && <Foot>{foot}</Foot>}
    </Shell>
  );
}

/** A sunken part of a card. */
export const Well = styled('div')({ background: 'var(--sunken)', borderRadius: 8, padding: 16 });

/** Lines of a card with a hairline between them; use inside a flush card. */
export const CardLines = styled('ul')({
  listStyle: 'none',
  padding: 0,
  '& > li': { padding: '14px 24px', borderTop: '1px solid var(--line)' },
  '@media (max-width: 599px)': { '& > li': { padding: '14px 16px' } },
});
