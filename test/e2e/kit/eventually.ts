import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is as wanted or the time is up, then gives the last answer to be judged. */
export async function eventually<T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  within = 5000,
): Promise<T> {
  const end = performance.now() + within;
  for (;;) {
    const answer = await ask();
    if (wanted(answer) || performance.now() > end) return answer;
    await pause(100);
  }
}
