/** Waiting with a timer ends on a whole millisecond; the rest is waited out in turns of the event loop. */
const TIMER_SLACK_MS = 2;

/** @returns the next multiple of `beat` from `elapsed` on; both in milliseconds */
export function nextBeat(elapsed: number, beat: number): number {
  return Math.ceil(elapsed / beat) * beat;
}

/**
 * Ends on a beat since the request came, so that how long an answer took does not tell how much there was to look at.
 * @param elapsed milliseconds since the request came, read anew at each call
 * @param beat milliseconds; 0: at once
 */
export async function onTheBeat(elapsed: () => number, beat: number): Promise<void> {
  if (beat === 0) return;
  const due = nextBeat(elapsed(), beat);
  const wait = due - elapsed() - TIMER_SLACK_MS;
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  while (elapsed() < due) await new Promise((resolve) => setImmediate(resolve));
}
