import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftSavedView } from '@encircle/shared/assessments';
import { formatShort, londonDate, londonTime } from '@encircle/shared/dates';
import { api } from '@web/providers/http';
import { serverNow } from '@web/providers/me';
import { Problem } from '@web/providers/problem';
import { listen } from '@web/providers/signals';
import type { SavedState } from '@web/ui/SavedLine';
import { retryAfter, typed, waitFor, type Unsaved } from './autosave.model';
import { dropKeptText, keepText, type KeptPlace } from './kept-text';

export interface Autosave {
  state: SavedState | null;
  /** Tells it what the text is now; saving happens by itself. */
  changed: (content: string) => void;
  /** Saves at once what is not saved yet. */
  flush: () => Promise<void>;
  /** The text went where it belongs: nothing is unsaved, and nothing is kept here. */
  settled: (at: string) => void;
}

/** The time, with the day when it was not today. */
function whenWords(at: string): string {
  const day = londonDate(at);
  return day === londonDate(serverNow()) ? londonTime(at) : `${formatShort(day)}, ${londonTime(at)}`;
}

const pathOf = ({ form, recordId, section }: KeptPlace): string => `/drafts/${form}/${recordId}/${section}`;

/** What a lost connection, an ended session or a busy server has in common: the text must wait here. */
const mustWait = (error: unknown): boolean =>
  error instanceof Problem && (error.offline || error.status === 401 || error.status >= 500);

/**
 * Keeps half-written text as a draft on Encircle, one second after the last key and at least every second and a half; while
 * Encircle cannot be reached, encrypted in this browser, and sends it when it can.
 */
export function useAutosave(
  place: KeptPlace,
  baseVersion: number,
  savedBefore: string | null,
  failedWords: string,
): Autosave {
  const [state, setState] = useState<SavedState | null>(
    savedBefore === null ? null : { kind: 'saved', at: whenWords(savedBefore) },
  );
  const latest = useRef<string | null>(null);
  const unsaved = useRef<Unsaved | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const running = useRef<Promise<void> | null>(null);
  const failures = useRef(0);
  const save = useRef<() => Promise<void>>(() => Promise.resolve());

  const later = useCallback((wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save.current(), wait);
  }, []);

  useEffect(() => {
    save.current = async () => {
      if (running.current) return running.current;
      const content = latest.current;
      if (content === null || unsaved.current === null) return;
      const began = unsaved.current;
      unsaved.current = null;
      const work = async () => {
        try {
          const { savedAt } = await api<DraftSavedView>(pathOf(place), {
            method: 'PUT',
            body: { content, baseVersion },
          });
          failures.current = 0;
          await dropKeptText(place);
          setState({ kind: 'saved', at: whenWords(savedAt) });
        } catch (error) {
          unsaved.current ??= began;
          failures.current += 1;
          const now = serverNow();
          const kept = mustWait(error) && (await keepText(place, content, now).catch(() => false));
          setState(kept ? { kind: 'kept', at: londonTime(now) } : { kind: 'failed', why: failedWords });
        }
      };
      running.current = work().finally(() => {
        running.current = null;
      });
      await running.current;
      if (unsaved.current)
        later(
          failures.current > 0 ? retryAfter(failures.current) : waitFor(unsaved.current, performance.now()),
        );
    };
  }, [place, baseVersion, failedWords, later]);

  useEffect(() => {
    const again = () => void save.current();
    const stop = listen((signal) => {
      if (signal.kind === 'reopened') again();
    });
    window.addEventListener('online', again);
    window.addEventListener('pagehide', again);
    return () => {
      stop();
      clearTimeout(timer.current);
      window.removeEventListener('online', again);
      window.removeEventListener('pagehide', again);
      again();
    };
  }, []);

  const changed = useCallback(
    (content: string) => {
      latest.current = content;
      unsaved.current = typed(unsaved.current, performance.now());
      // While Encircle cannot be reached every try first keeps the text here, so tries go on at typing speed.
      if (!running.current) later(waitFor(unsaved.current, performance.now()));
    },
    [later],
  );
  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    await save.current();
  }, []);
  const settled = useCallback(
    (at: string) => {
      clearTimeout(timer.current);
      unsaved.current = null;
      latest.current = null;
      void dropKeptText(place);
      setState({ kind: 'saved', at: whenWords(at) });
    },
    [place],
  );
  return { state, changed, flush, settled };
}
