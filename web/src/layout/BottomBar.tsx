import { styled } from '@mui/material/styles';
import { Ellipsis } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useWords } from '@web/i18n/useWords';
import { MeMenu } from './MeMenu';
import type { NavItem } from './places';

const Bar = styled('nav')({
  display: 'none',
  '@media (max-width: 1023px)': {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    position: 'fixed',
    bottom: 0,
    left: 0,
    right: 0,
    zIndex: 10,
    background: 'var(--surface)',
    borderTop: '1px solid var(--line)',
    paddingBottom: 'env(safe-area-inset-bottom)',
  },
  '& .place': {
    display: 'grid',
    justifyItems: 'center',
    gap: 2,
    minHeight: 56,
    padding: '6px 2px 4px',
    borderTop: '3px solid transparent',
    marginTop: -1,
    fontSize: '0.8125rem',
    lineHeight: '1.125rem',
    textAlign: 'center',
    color: 'var(--ink-soft)',
    textDecoration: 'none',
  },
  '& button.place': {
    border: 0,
    borderTop: '3px solid transparent',
    background: 'none',
    font: 'inherit',
    cursor: 'pointer',
  },
  '& button.place span': { fontSize: '0.8125rem', lineHeight: '1.125rem' },
  '& .place:focus-visible': { outlineOffset: -4 },
  '& .place[aria-current]': { color: 'var(--ink)', fontWeight: 700, borderTopColor: 'var(--teal)' },
  '@media print': { display: 'none' },
});
const More = styled('div')({
  position: 'absolute',
  right: 8,
  bottom: 'calc(100% + 8px)',
  width: 'min(320px, calc(100vw - 16px))',
  boxSizing: 'border-box',
  padding: 8,
  background: 'var(--surface)',
  border: '1px solid var(--control)',
  borderRadius: 8,
  '& a': { display: 'block', padding: '12px', color: 'var(--ink)', textDecoration: 'none' },
  '& .words': { display: 'block !important' },
});

/** Four places and what does not fit; the fifth place is always "More". */
const FIT = 4;

export function BottomBar({
  items,
  current,
  onKeys,
}: {
  items: readonly NavItem[];
  current: string | undefined;
  onKeys: () => void;
}) {
  const w = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  return (
    <Bar aria-label={w('shell.main')}>
      {items.slice(0, FIT).map(({ place, to, icon: Icon, short }) => (
        <Link
          key={place}
          className="place"
          to={to}
          {...(place === current ? { 'aria-current': 'page' } : {})}
        >
          <Icon size={24} strokeWidth={1.75} aria-hidden />
          <span>{w(short)}</span>
        </Link>
      ))}
      <button
        ref={opener}
        type="button"
        className="place"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Ellipsis size={24} strokeWidth={1.75} aria-hidden />
        <span>{w('shell.more')}</span>
      </button>
      {open && (
        <More
          id={id}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            setOpen(false);
            opener.current?.focus();
          }}
        >
          {items.slice(FIT).map(({ place, to, label }) => (
            <Link key={place} to={to}>
              {w(label)}
            </Link>
          ))}
          <MeMenu onKeys={onKeys} />
        </More>
      )}
    </Bar>
  );
}
