import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useWords } from '@web/i18n/useWords';
import { Mark } from './Mark';

const List = styled('ol')({ listStyle: 'none', padding: 0 });
const Item = styled('li')({
  display: 'grid',
  gridTemplateColumns: '5.5rem 16px minmax(0, 1fr)',
  columnGap: 14,
  paddingBottom: 18,
  position: 'relative',
  '& time': { fontSize: '0.875rem', lineHeight: '1.5rem', color: 'var(--ink-soft)', whiteSpace: 'nowrap' },
  '& svg': { marginTop: 4, background: 'var(--surface)', position: 'relative' },
  '&:not(:last-child)::before': {
    content: '""',
    position: 'absolute',
    left: 'calc(5.5rem + 14px + 7px)',
    top: 14,
    bottom: -12,
    width: 2,
    background: 'var(--line)',
  },
  '& .second': { fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
  '@media (max-width: 599px)': {
    gridTemplateColumns: '5.25rem 16px minmax(0, 1fr)',
    columnGap: 8,
    '&:not(:last-child)::before': { left: 'calc(5.25rem + 8px + 7px)' },
  },
});

export interface TimelineItemProps {
  /** 'YYYY-MM-DD' or an instant, for machines. */
  date: string;
  /** As it is read, e.g. "Fri 13 Mar". */
  dateWords: string;
  /** What happened; said first and bold. */
  what: ReactNode;
  /** Who, and the rest of the sentence. */
  rest?: ReactNode;
  /** Source, or words. */
  second?: ReactNode;
  significant?: boolean;
}

/** One thing that happened. Significant ones have a filled diamond, others an open dot. */
export function TimelineItem({ date, dateWords, what, rest, second, significant }: TimelineItemProps) {
  const w = useWords();
  return (
    <Item>
      <time dateTime={date}>{dateWords}</time>
      {significant ? (
        <Mark name="diamond" tone="teal" label={w('ui.significant')} />
      ) : (
        <Mark name="ring" size={14} />
      )}
      <div>
        <p>
          <strong>{what}</strong>
          {rest && <> {rest}</>}
        </p>
        {second && <p className="second">{second}</p>}
      </div>
    </Item>
  );
}

/** The rail; children are TimelineItems, newest first or oldest first as the page says. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return <List aria-label={label}>{children}</List>;
}
