import { useEffect, useRef, type RefObject } from 'react';

let last: string | null = null;

/**
 * For the h1 of a page. After a move to another address the new page's title takes the focus, so that a
 * screen reader says where one is and Tab starts at the top of the work. On the first load it does not, and
 * a title that stays (tabs of one record) leaves the focus where it is.
 * @returns a ref for the heading, which needs `tabIndex={-1}`
 */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const here = window.location.pathname;
    if (last !== null && last !== here) heading.current?.focus({ preventScroll: true });
    last = here;
  }, []);
  return heading;
}
