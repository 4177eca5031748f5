import { useEffect, useState } from 'react';
import type { ReportLinkView } from '@encircle/shared/meetings';
import { api } from '@web/providers/http';
import { Problem } from '@web/providers/problem';
import { KEPT } from './report.model';

export type LinkState =
  | { kind: 'OPENING' }
  | { kind: 'OPEN'; link: ReportLinkView }
  | { kind: 'OVER' }
  | { kind: 'SENT' }
  | { kind: 'FAILED'; error: unknown };

/** What the link opens. Where it opens nothing any more, nothing typed for it stays on this device. */
export function useReportLink(token: string | null) {
  const [state, setState] = useState<LinkState>(token === null ? { kind: 'OVER' } : { kind: 'OPENING' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (token === null) return;
    const ended = new AbortController();
    api<ReportLinkView>('/report-links/open', { method: 'POST', body: { token }, signal: ended.signal })
      .then((link) => setState({ kind: 'OPEN', link }))
      .catch((error: unknown) => {
        if (ended.signal.aborted) return;
        if (error instanceof Problem && error.notFound) {
          localStorage.removeItem(KEPT);
          setState({ kind: 'OVER' });
        } else setState({ kind: 'FAILED', error });
      });
    return () => ended.abort();
  }, [token, attempt]);
  return { state, setState, again: () => setAttempt(attempt + 1) };
}
