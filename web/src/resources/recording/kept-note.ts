import { useKeptDraft } from '@web/pages/useKeptDraft';
import { useToday } from '@web/providers/me';
import { emptyDraft, isStarted, type NoteDraft } from './note.model';

/** A note half written, for its record. */
export function useKeptNote(episodeId: string) {
  const today = useToday();
  const kept = useKeptDraft<NoteDraft>(['note', 'kept', episodeId], emptyDraft(today), isStarted);
  return { ...kept, today };
}
