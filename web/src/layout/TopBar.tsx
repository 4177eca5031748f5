import { styled } from '@mui/material/styles';
import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Link } from 'react-router';
import { useWords } from '@web/i18n/useWords';
import { ProductMark } from '@web/ui/Ring';
import { useShownBarName } from './bar-name';
import { JumpBox } from './JumpBox';
import { NoticeBell } from './NoticeBell';
import { MeMenu } from './MeMenu';
import type { NavItem } from './places';
import { QuickHideButton } from './QuickHideButton';
import type { JumpHit } from './useJump';

const Bar = styled('header')({
  position: 'sticky',
  top: 0,
  zIndex: 10,
  background: 'var(--surface)',
  borderBottom: '1px solid var(--line)',
  '& > .row': {
    maxWidth: 1440,
    boxSizing: 'border-box',
    margin: '0 auto',
    height: 64,
    padding: '0 32px',
    display: 'flex',
    alignItems: 'center',
    gap: 20,
  },
  '& .mark': {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    fontWeight: 700,
    fontSize: '1.25rem',
    color: 'var(--ink)',
    textDecoration: 'none',
  },
  '& .here': { display: 'none' },
  '& nav': { display: 'flex', alignSelf: 'stretch', marginLeft: 12 },
  '& nav a': {
    display: 'flex',
    alignItems: 'center',
    padding: '3px 12px 0',
    borderBottom: '3px solid transparent',
    color: 'var(--ink-soft)',
    textDecoration: 'none',
    whiteSpace: 'nowrap',
  },
  '& nav a:hover': { color: 'var(--teal-deep)' },
  '& nav a:focus-visible': { outlineOffset: -5 },
  '& nav a[aria-current]': { color: 'var(--ink)', fontWeight: 700, borderBottomColor: 'var(--teal)' },
  // Where four long places stand beside it, the search gives way before the name does; then the name is cut short.
  '& .jump': { marginLeft: 'auto', width: 190, minWidth: 96, flexShrink: 9999 },
  '& > .row > button': { flexShrink: 0, whiteSpace: 'nowrap' },
  '& .me': { minWidth: 0, flexShrink: 1, maxWidth: '21rem' },
  '& .look': { display: 'none' },
  '& .phone-jump': { display: 'none' },
  '@media (max-width: 1279px)': {
    '& > .row': { gap: 10, padding: '0 20px' },
    '& nav a': { padding: '3px 8px 0' },
  },
  '@media (max-width: 1023px)': {
    '& > .row': { height: 56, padding: '0 16px' },
    '& nav, & .jump': { display: 'none' },
    '& .look': {
      display: 'grid',
      placeItems: 'center',
      width: 44,
      height: 44,
      marginLeft: 'auto',
      border: 0,
      background: 'none',
      color: 'var(--ink)',
      cursor: 'pointer',
      borderRadius: 8,
    },
    '& .phone-jump': { display: 'block', padding: '0 16px 12px' },
  },
  '@media (max-width: 599px)': {
    '& .me, & [data-covered]': { display: 'none' },
    '& .here': { display: 'block', fontWeight: 700, overflowWrap: 'anywhere', lineHeight: '1.25rem' },
  },
  '@media print': { display: 'none' },
});

export interface TopBarProps {
  items: readonly NavItem[];
  current: string | undefined;
  pages: readonly JumpHit[];
  jump: Ref<HTMLInputElement>;
  /** The jump box of narrow screens, under the bar. */
  looking: boolean;
  onLook: (looking: boolean) => void;
  onKeys: () => void;
}

/** What fits beside the jump box on a small desk; further places are in the menu under one's name. */
const FIT = 5;

/** Mark, places, jump, hide, who I am. The place of the last three never changes. */
export function TopBar({ items, current, pages, jump, looking, onLook, onKeys }: TopBarProps) {
  const w = useWords();
  const here = useShownBarName();
  const Look = looking ? X : Search;
  return (
    <Bar>
      <div className="row">
        <Link className="mark" to="/" aria-label={w('shell.product')}>
          <ProductMark />
          <span {...(here ? { 'data-covered': '' } : {})}>{w('shell.product')}</span>
        </Link>
        {here && <span className="here">{here}</span>}
        <nav aria-label={w('shell.main')}>
          {items.slice(0, FIT).map(({ place, to, label }) => (
            <Link key={place} to={to} {...(place === current ? { 'aria-current': 'page' } : {})}>
              {w(label)}
            </Link>
          ))}
        </nav>
        <div className="jump">
          <JumpBox pages={pages} ref={jump} />
        </div>
        <button
          type="button"
          className="look"
          aria-label={w(looking ? 'ui.close' : 'shell.jump.open')}
          aria-expanded={looking}
          onClick={() => onLook(!looking)}
        >
          <Look size={24} strokeWidth={1.75} aria-hidden />
        </button>
        <NoticeBell />
        <QuickHideButton />
        <div className="me">
          <MeMenu onKeys={onKeys} more={items.slice(FIT)} />
        </div>
      </div>
      {looking && (
        <div className="phone-jump">
          <JumpBox pages={pages} autoFocus onDone={() => onLook(false)} />
        </div>
      )}
    </Bar>
  );
}
