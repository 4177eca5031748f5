import { useEffect, useState } from 'react';
import type { DraftView } from '@encircle/shared/assessments';
import { api } from '@web/providers/http';
import { keptText, type KeptPlace } from './kept-text';

export interface HalfWritten {
  text: string;
  at: string;
}

/**
 * What was typed last time and never saved: what this browser still holds unsent comes before what Encircle has, because
 * it is later. Asked anew each time, never from memory.
 * @returns null when there is none, undefined while it is looked for
 */
export function useHalfWritten(place: KeptPlace): HalfWritten | null | undefined {
  const [found, setFound] = useState<HalfWritten | null | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    void look(place).then((text) => {
      if (!gone) setFound(text);
    });
    return () => {
      gone = true;
    };
  }, [place]);
  return found;
}

async function look({ form, recordId, section, ...rest }: KeptPlace): Promise<HalfWritten | null> {
  const here = await keptText({ form, recordId, section, ...rest }).catch(() => null);
  if (here) return here;
  // Without a connection there is nothing to resume from Encircle; the page itself says that it is offline.
  const draft = await api<DraftView>(`/drafts/${form}/${recordId}/${section}`).catch(() => null);
  return draft?.content && draft.savedAt ? { text: draft.content, at: draft.savedAt } : null;
}
