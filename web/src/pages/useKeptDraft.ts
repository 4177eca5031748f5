import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/**
 * Words half written stay while one looks at other parts of the record. They are kept in memory only, under the answers that
 * go at sign-out; the browser warns before the tab is closed on them.
 */
export function useKeptDraft<Draft extends object>(
  key: QueryKey,
  empty: Draft,
  isStarted: (draft: Draft) => boolean,
) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => client.getQueryData<Draft>(key) ?? empty);
  const started = isStarted(draft);
  useEffect(() => {
    if (!started) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [started]);
  const change = (part: Partial<Draft>) =>
    setDraft((old) => {
      const next = { ...old, ...part };
      client.setQueryData(key, next);
      return next;
    });
  const forget = () => client.removeQueries({ queryKey: key });
  return { draft, change, forget };
}
