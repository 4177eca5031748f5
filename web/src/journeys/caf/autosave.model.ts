/**
 * One second after the last key, and at least every second and a half while typing goes on: what a dying tab may lose is
 * two seconds, and a save needs time on its way.
 */
export const AFTER_LAST_KEY = 1000;
export const AT_LEAST_EVERY = 1500;

/** What has been typed since the last save began; times in milliseconds of one clock. */
export interface Unsaved {
  firstKeyAt: number;
  lastKeyAt: number;
}

/** Another key was pressed. */
export function typed(unsaved: Unsaved | null, now: number): Unsaved {
  return { firstKeyAt: unsaved?.firstKeyAt ?? now, lastKeyAt: now };
}

/** When the next save begins: never later than a second and a half after the first key that is not saved yet. */
export function saveDueAt(unsaved: Unsaved): number {
  return Math.min(unsaved.lastKeyAt + AFTER_LAST_KEY, unsaved.firstKeyAt + AT_LEAST_EVERY);
}

/** Milliseconds to wait before the next save; nought when it is due. */
export function waitFor(unsaved: Unsaved, now: number): number {
  return Math.max(0, saveDueAt(unsaved) - now);
}

/** How long to wait before trying again when Encircle cannot be reached: longer each time, half a minute at most. */
export function retryAfter(failures: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.max(0, failures - 1));
}
