import { api } from '@web/providers/http';
import { Problem } from '@web/providers/problem';
import { coverEvent, coverNow } from '@web/providers/cover';
import { send } from '@web/providers/signals';

/** How often a lock that did not reach the API is tried again, ms. */
const AGAIN = 2000;

/** Locks the session; without a connection it tries again for as long as the page is covered. */
export async function lockSession(): Promise<void> {
  try {
    await api('/session/lock', { method: 'POST' });
  } catch (error) {
    const reached = error instanceof Problem && error.status === 401;
    if (!reached && coverNow() !== null) setTimeout(() => void lockSession(), AGAIN);
  }
}

/** Quick hide: first what can be seen, then the lock, then the other tabs. */
export function hideNow(): void {
  coverEvent('hide');
  void lockSession();
  send({ kind: 'hidden' }, true);
}
