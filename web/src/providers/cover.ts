import { useSyncExternalStore } from 'react';

/**
 * What lies over the page. The page stays alive under it, so no unsaved text is lost:
 * `dates` is the neutral page of quick hide, the others ask for the password and say why.
 */
export type Cover = 'dates' | 'hidden' | 'idle' | 'expired';

/** What a cover becomes when something happens. */
export type CoverEvent = 'hide' | 'idle' | 'expired' | 'continue' | 'open';

export function nextCover(now: Cover | null, event: CoverEvent): Cover | null {
  if (event === 'open') return null;
  if (event === 'hide') return 'dates';
  if (event === 'continue') return now === 'dates' ? 'hidden' : now;
  // A page that is covered already stays as it is: the neutral page must not turn into a sign-in.
  return now ?? event;
}

let cover: Cover | null = null;
const listeners = new Set<() => void>();

export const coverNow = (): Cover | null => cover;

export function coverEvent(event: CoverEvent): void {
  const next = nextCover(cover, event);
  if (next === cover) return;
  cover = next;
  listeners.forEach((tell) => tell());
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

export const useCover = (): Cover | null => useSyncExternalStore(subscribe, coverNow);
