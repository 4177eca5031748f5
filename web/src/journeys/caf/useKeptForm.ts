import { useCallback, useRef, useState } from 'react';
import { useWords } from '@web/i18n/useWords';
import type { SavedState } from '@web/ui/SavedLine';
import type { KeptPlace } from './kept-text';
import { useAutosave } from './useAutosave';
import type { HalfWritten } from './useHalfWritten';

export interface KeptForm<T> {
  value: T;
  set: (change: (value: T) => T) => void;
  state: SavedState | null;
  /** The form was stored; nothing of it is kept as a draft any more. */
  settled: (at: string) => void;
  /** Waits for a save that is under way, so that it cannot come after the form itself. */
  flush: () => Promise<void>;
}

/**
 * A form of one page whose answers are never lost: kept while typing, taken up again when it was left half written.
 * @param half what was left last time, already looked up; @param stored what the form starts with otherwise
 */
export function useKeptForm<T extends object>(
  place: KeptPlace,
  half: HalfWritten | null,
  stored: T,
): KeptForm<T> {
  const w = useWords();
  const begun = useRef<T | null>(null);
  begun.current ??= read<T>(half) ?? stored;
  const [value, setValue] = useState<T>(begun.current);
  const latest = useRef(value);
  const { state, changed, settled, flush } = useAutosave(place, 0, half?.at ?? null, w('caf.failed'));
  const set = useCallback(
    (change: (value: T) => T) => {
      latest.current = change(latest.current);
      setValue(latest.current);
      changed(JSON.stringify(latest.current));
    },
    [changed],
  );
  return { value, set, state, settled, flush };
}

function read<T extends object>(half: HalfWritten | null): T | null {
  try {
    const value: unknown = half === null ? null : JSON.parse(half.text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as T) : null;
  } catch {
    return null;
  }
}
