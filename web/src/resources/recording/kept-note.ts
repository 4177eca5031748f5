import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useToday } from '@web/providers/me';
import { emptyDraft, isStarted, type NoteDraft } from './note.model';

/**
 * A note half written stays while one looks at other parts of the record. It is kept in memory only, under the answers that
 * go at sign-out; the browser warns before the tab is closed on it.
 */
export function useKeptNote(episodeId: string) {
  const client = useQueryClient();
  const today = useToday();
  const key = ['note', 'kept', episodeId] as const;
  const [draft, setDraft] = useState<NoteDraft>(
    () => client.getQueryData<NoteDraft>(key) ?? emptyDraft(today),
  );
  const started = isStarted(draft);
  useEffect(() => {
    if (!started) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [started]);
  const change = (part: Partial<NoteDraft>) =>
    setDraft((old) => {
      const next = { ...old, ...part };
      client.setQueryData(key, next);
      return next;
    });
  const forget = () => client.removeQueries({ queryKey: key });
  return { draft, change, forget, today };
}
