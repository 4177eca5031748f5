/** How long before the end the warning comes, in ms. */
export const WARN_MS = 2 * 60_000;

export interface IdleState {
  stage: 'fine' | 'warn' | 'over';
  /** Until the end, never below 0. */
  secondsLeft: number;
}

/**
 * Where a session stands at `now`. With a very short idle time the warning takes its last third.
 * @param lastTouch when the API last answered as signed in, ms
 * @param idleMinutes the area's setting
 */
export function idleState(now: number, lastTouch: number, idleMinutes: number): IdleState {
  const length = idleMinutes * 60_000;
  const left = lastTouch + length - now;
  const warning = Math.min(WARN_MS, length / 3);
  const stage = left <= 0 ? 'over' : left <= warning ? 'warn' : 'fine';
  return { stage, secondsLeft: Math.max(0, Math.ceil(left / 1000)) };
}

/** Somebody who types without saving is not away: after a quarter of the time the API is told. */
export function shouldTouch(now: number, lastTouch: number, lastInput: number, idleMinutes: number): boolean {
  return lastInput > lastTouch && now - lastTouch > (idleMinutes * 60_000) / 4;
}

/** "2 minutes", "1 minute", "45 seconds": minutes until the last one. */
export function timeLeftWords(seconds: number): string {
  const one = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  return seconds > 60 ? one(Math.ceil(seconds / 60), 'minute') : one(seconds, 'second');
}
