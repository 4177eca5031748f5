import { styled } from '@mui/material/styles';
import { Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useWords } from '@web/i18n/useWords';
import { useMe } from '@web/providers/me';
import { SkeletonPage } from '@web/ui/Skeleton';
import { BottomBar } from './BottomBar';
import { hideNow } from './hide';
import { KeyHelp } from './KeyHelp';
import type { KeyAction } from './keys';
import { navFor, type PlaceKey } from './places';
import { TopBar } from './TopBar';
import { useShellKeys } from './useShellKeys';

const Skip = styled('a')({
  position: 'absolute',
  left: 16,
  top: -80,
  zIndex: 30,
  padding: '10px 16px',
  background: 'var(--surface)',
  border: '1px solid var(--control)',
  borderRadius: 8,
  '&:focus': { top: 8 },
});
const Main = styled('main')({
  display: 'block',
  maxWidth: 1440,
  boxSizing: 'border-box',
  margin: '0 auto',
  padding: '0 64px 64px',
  '&:focus': { outline: 'none' },
  '@media (max-width: 1279px)': { padding: '0 32px 48px' },
  '@media (max-width: 1023px)': { paddingBottom: 112 },
  '@media (max-width: 599px)': { padding: '0 16px 112px' },
});

export interface ShellProps {
  /** Where each place of the navigation is. */
  addresses: Partial<Record<PlaceKey, string>>;
  /** The place the open page belongs to. */
  current: PlaceKey | undefined;
  bare: boolean;
  children: ReactNode;
}

/** A new page starts at its top. */
function useTopAfterMoves(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    window.scrollTo(0, 0);
  }, [pathname]);
}

/** The frame of every page: skip link, bar, the page, the bar of a phone, and the keys. */
export function Shell({ addresses, current, bare, children }: ShellProps) {
  const w = useWords();
  const me = useMe();
  const go = useNavigate();
  const jump = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState(false);
  const [looking, setLooking] = useState(false);
  const items = useMemo(() => navFor(me, addresses), [me, addresses]);
  const pages = useMemo(
    () =>
      items.map(({ to, label }) => ({
        kind: 'page',
        label: w(label),
        detail: w('shell.jump.pages'),
        href: to,
      })),
    [items, w],
  );
  useTopAfterMoves();
  useShellKeys(me.settings.hideKey, (action: KeyAction) => {
    if (action.do === 'hide') hideNow();
    if (action.do === 'help') setHelp(true);
    if (action.do === 'jump') {
      // On a narrow screen the box in the bar is not shown; the one under it opens with the focus inside.
      if (jump.current?.offsetParent) jump.current.focus();
      else setLooking(true);
    }
    const to = action.do === 'go' && items.find(({ place }) => place === action.place)?.to;
    if (to) void go(to);
  });
  const page = <Suspense fallback={<SkeletonPage />}>{children}</Suspense>;
  return (
    <>
      <Skip href="#page">{w('shell.skip')}</Skip>
      {!bare && (
        <TopBar
          items={items}
          current={current}
          pages={pages}
          jump={jump}
          looking={looking}
          onLook={setLooking}
          onKeys={() => setHelp(true)}
        />
      )}
      {bare ? (
        <main id="page" tabIndex={-1}>
          {page}
        </main>
      ) : (
        <Main id="page" tabIndex={-1}>
          {page}
        </Main>
      )}
      {!bare && <BottomBar items={items} current={current} onKeys={() => setHelp(true)} />}
      <KeyHelp open={help} onClose={() => setHelp(false)} />
    </>
  );
}
