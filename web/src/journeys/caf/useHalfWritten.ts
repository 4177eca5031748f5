import { useEffect, useState } from 'react';
import type { DraftView } from '@encircle/shared/assessments';
import { api } from '@web/providers/http';
import { Problem } from '@web/providers/problem';
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
    void look(place, () => gone).then((text) => {
      if (!gone) setFound(text);
    });
    return () => {
      gone = true;
    };
  }, [place]);
  return found;
}

/** Opening the page without what was typed last time would let new words go over it, so a failed look is made again. */
const TRY_AGAIN_MS = 1500;

async function look(place: KeptPlace, gone: () => boolean): Promise<HalfWritten | null> {
  const here = await keptText(place).catch(() => null);
  if (here) return here;
  const path = `/drafts/${place.form}/${place.recordId}/${place.section}`;
  while (!gone()) {
    try {
      const draft = await api<DraftView>(path);
      return draft.content && draft.savedAt ? { text: draft.content, at: draft.savedAt } : null;
    } catch (error) {
      // Without a connection there is nothing to resume from Encircle; the page itself says that it is offline.
      if (!(error instanceof Problem) || error.offline || error.status < 500) return null;
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
  }
  return null;
}
