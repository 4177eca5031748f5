import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** After a press on a figure that is explained further down: goes there, and so does the keyboard. */
export function useHashTarget(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const target = hash ? document.getElementById(hash.slice(1)) : null;
    if (!target) return;
    target.setAttribute('tabindex', '-1');
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  }, [hash, key]);
}
