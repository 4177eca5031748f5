import { useCallback, useEffect, useRef } from 'react';

const SOON = 800;

/**
 * Answers that are stored by themselves: what changes within a moment goes together, what could not be stored goes with
 * the next change, and what is still waiting goes when the page is left.
 */
export function useStoreSoon<T extends object>(
  send: (body: Partial<T>) => Promise<unknown>,
): (over: Partial<T>) => void {
  const waiting = useRef<Partial<T>>({});
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  }, [send]);
  const go = useCallback(() => {
    clearTimeout(timer.current);
    const body = waiting.current;
    if (Object.keys(body).length === 0) return;
    waiting.current = {};
    latest.current(body).catch(() => {
      waiting.current = { ...body, ...waiting.current };
    });
  }, []);
  useEffect(() => go, [go]);
  return useCallback(
    (over) => {
      waiting.current = { ...waiting.current, ...over };
      clearTimeout(timer.current);
      timer.current = setTimeout(go, SOON);
    },
    [go],
  );
}
