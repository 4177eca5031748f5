/** The address that stands in the bar while the neutral page is shown. */
export const NEUTRAL_PATH = '/dates';

interface Place {
  url: string;
  state: unknown;
}

let left: Place | null = null;
let returning = false;

const stepAhead = () => window.history.pushState(null, '', NEUTRAL_PATH);

/**
 * While the page is covered its own entry of the history, and one more after it, hold the neutral address. So
 * "back" stays in this document, and the router, which never hears of it, keeps the page as it is.
 * Called once, before the router starts, so that this hears `popstate` first.
 */
export function guardHistory(): void {
  window.addEventListener('popstate', (event) => {
    if (!left) return;
    event.stopImmediatePropagation();
    if (!returning) return stepAhead();
    window.history.replaceState(left.state, '', left.url);
    left = null;
    returning = false;
  });
}

export function coverAddress(): void {
  if (left) return;
  const { pathname, search, hash } = window.location;
  left = { url: `${pathname}${search}${hash}`, state: window.history.state as unknown };
  window.history.replaceState(null, '', NEUTRAL_PATH);
  stepAhead();
}

/** Goes back to the page's own entry and gives it its address again. */
export function uncoverAddress(): void {
  if (!left || returning) return;
  returning = true;
  window.history.back();
}
