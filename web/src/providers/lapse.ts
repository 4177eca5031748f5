/** Browsers wait no longer than this, in milliseconds; a later moment is waited for in stages. */
const LONGEST = 2_000_000_000;

/**
 * Calls once when a moment comes.
 * @param now the API's present moment, asked again at each stage, so that a sleeping laptop does not miss it
 * @returns stops waiting
 */
export function atMoment(moment: string, now: () => number, call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (): void => {
    const left = Date.parse(moment) - now();
    if (left <= 0) call();
    else timer = setTimeout(wait, Math.min(left, LONGEST));
  };
  timer = setTimeout(wait, 0);
  return () => clearTimeout(timer);
}
