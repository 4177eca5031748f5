/** The address that stands in the bar while the neutral page is shown. */
export const NEUTRAL_PATH = '/dates';

interface Place {
  url: string;
  state: unknown;
}

let left: Place | null = null;

/**
 * Puts the neutral address in the place of the page's own, and stops "back" from leading anywhere while it
 * stands there: the router never learns of it, so the page under the cover stays as it is.
 * Called once, before the router starts, so that it hears `popstate` first.
 */
export function guardHistory(): void {
  window.addEventListener('popstate', (event) => {
    if (!left) return;
    event.stopImmediatePropagation();
    window.history.pushState(null, '', NEUTRAL_PATH);
  });
}

export function coverAddress(): void {
  if (left) return;
  const { pathname, search, hash } = window.location;
  left = { url: `${pathname}${search}${hash}`, state: window.history.state as unknown };
  window.history.replaceState(null, '', NEUTRAL_PATH);
}

export function uncoverAddress(): void {
  if (!left) return;
  window.history.replaceState(left.state, '', left.url);
  left = null;
}
