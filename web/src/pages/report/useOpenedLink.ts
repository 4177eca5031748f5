import { useEffect, useState } from 'react';
import { api } from '@web/providers/http';
import { Problem } from '@web/providers/problem';

export type LinkState<View> =
  | { kind: 'OPENING' }
  | { kind: 'OPEN'; link: View }
  | { kind: 'OVER' }
  | { kind: 'SENT' }
  | { kind: 'FAILED'; error: unknown };

/**
 * What a link opens, asked by the secret behind the `#`; a page without one opens nothing.
 * @param forget takes away what was typed for it, once it opens nothing any more
 */
export function useOpenedLink<View>(path: string, token: string | null, forget?: () => void) {
  const [state, setState] = useState<LinkState<View>>(
    token === null ? { kind: 'OVER' } : { kind: 'OPENING' },
  );
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (token === null) return;
    const ended = new AbortController();
    api<View>(path, { method: 'POST', body: { token }, signal: ended.signal })
      .then((link) => setState({ kind: 'OPEN', link }))
      .catch((error: unknown) => {
        if (ended.signal.aborted) return;
        if (error instanceof Problem && error.notFound) {
          forget?.();
          setState({ kind: 'OVER' });
        } else setState({ kind: 'FAILED', error });
      });
    return () => ended.abort();
  }, [path, token, attempt, forget]);
  return { state, setState, again: () => setAttempt(attempt + 1) };
}
