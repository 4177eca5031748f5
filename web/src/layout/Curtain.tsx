import { useEffect, useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import { partsOf } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { DatesPage, datesToday } from '@web/pages/DatesPage';
import { LockPage } from '@web/pages/LockPage';
import { signOut } from '@web/providers/auth-provider';
import { coverEvent, useCover } from '@web/providers/cover';
import { listen } from '@web/providers/signals';
import type { Me } from '@web/providers/types';
import { coverPage } from './cover-page';
import { lockSession } from './hide';
import { reopen } from './reopen';

const place = () => document.getElementById('curtain') as HTMLElement;

/**
 * Covers the page while the session is hidden, locked or over, and keeps it alive underneath. It hangs beside
 * the page in the document, and the page itself is not displayed, dialogs and menus included.
 */
export function Curtain({ me }: { me: Me }) {
  const w = useWords();
  const cover = useCover();
  const neutral = w('session.dates.title', { year: partsOf(datesToday()).year });
  useLayoutEffect(() => coverPage(cover, neutral), [cover, neutral]);
  useEffect(
    () =>
      listen(({ kind }) => {
        if (kind === 'refused') coverEvent('expired');
        if (kind === 'hidden') coverEvent('hide');
        if (kind === 'signed-out') window.location.assign('/sign-in');
      }),
    [],
  );
  useEffect(() => {
    if (cover === 'idle') void lockSession();
  }, [cover]);
  if (!cover) return null;
  const page =
    cover === 'dates' ? (
      <DatesPage onContinue={() => coverEvent('continue')} />
    ) : (
      <LockPage
        why={cover}
        name={me.user.fullName}
        email={me.user.email}
        onOpen={(password) => reopen(me, password)}
        onLeave={signOut}
      />
    );
  return createPortal(page, place());
}
