import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';
import { PersonDot, type PersonTone } from './PersonDot';

const Group = styled('section')({
  '& > h2': { fontSize: '1.25rem', lineHeight: '1.75rem', fontWeight: 700, marginBottom: 8 },
  '& > h2 em': { fontStyle: 'normal', fontWeight: 400, color: 'var(--ink-soft)' },
  '& > ul': {
    listStyle: 'none',
    padding: 0,
    background: 'var(--surface)',
    border: '1px solid var(--line)',
    borderRadius: 8,
    boxShadow: 'var(--edge)',
  },
  '& > ul > li + li': { borderTop: '1px solid var(--line)' },
});

/** Rows under a heading with their count. Children are ListRows. */
export function ListGroup({
  title,
  count,
  children,
}: {
  title: string;
  count?: number;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Group aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {count !== undefined && <em> {count}</em>}
      </h2>
      <ul>{children}</ul>
    </Group>
  );
}

const Row = styled('li')({
  display: 'grid',
  gridTemplateColumns: '40px 8rem minmax(0, 1fr) 11rem 8.5rem',
  columnGap: 14,
  alignItems: 'center',
  padding: '9px 16px',
  minHeight: 68,
  '& small': { display: 'block', fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
  '& .act > *': { width: '100%' },
  '@media (max-width: 1023px)': {
    gridTemplateColumns: '40px 7rem minmax(0, 1fr) auto',
    '& .act': { gridColumn: '3 / -1', marginTop: 6, '& > *': { width: 'auto' } },
  },
  '@media (max-width: 599px)': {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    padding: 16,
    rowGap: 2,
    '& .dot': { display: 'none' },
    '& .who': { display: 'flex', flexWrap: 'wrap', gap: '0 6px', alignItems: 'baseline' },
    '& .who strong, & .who small': { whiteSpace: 'nowrap' },
    '& .who small': { fontSize: '1rem' },
    '& .when': { gridColumn: 2, gridRow: 1, textAlign: 'right' },
    '& .what, & .act': { gridColumn: '1 / -1' },
    '& .act': { marginTop: 8 },
  },
});

export interface ListRowProps {
  /** Chosen name of the person the row is about. */
  person: string;
  /** Under the name, e.g. "7 years". */
  personNote?: string;
  initials?: string;
  tone?: PersonTone;
  what: ReactNode;
  whatNote?: ReactNode;
  /** A Tag when it is due or overdue, else the date in words. */
  when?: ReactNode;
  whenNote?: ReactNode;
  /** One button that says what it does: filled when overdue or due today, outlined otherwise. */
  action?: ReactNode;
}

/** One line of a list: person, what, when, one button. Stacks on a phone. */
export function ListRow(row: ListRowProps) {
  return (
    <Row>
      <span className="dot">
        <PersonDot
          name={row.person}
          tone={row.tone ?? 'child'}
          {...(row.initials ? { initials: row.initials } : {})}
        />
      </span>
      <div className="who">
        <strong>{row.person}</strong>
        {row.personNote && <small>{row.personNote}</small>}
      </div>
      <div className="what">
        {row.what}
        {row.whatNote && <small>{row.whatNote}</small>}
      </div>
      <div className="when">
        {row.when}
        {row.whenNote && <small>{row.whenNote}</small>}
      </div>
      <div className="act">{row.action}</div>
    </Row>
  );
}
