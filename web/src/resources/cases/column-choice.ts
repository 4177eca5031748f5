import { useState } from 'react';

const KEY = 'encircle-case-columns';

/** Which columns are left out. Kept on the device: it says nothing about anybody. */
export function readHidden(kept: string | null, known: readonly string[]): string[] {
  return (kept ?? '').split(',').filter((key) => known.includes(key));
}

/** The columns a reader wants, remembered from visit to visit. */
export function useColumnChoice(known: readonly string[]): {
  shown: string[];
  choose: (shown: readonly string[]) => void;
} {
  const [hidden, setHidden] = useState(() => readHidden(localStorage.getItem(KEY), known));
  return {
    shown: known.filter((key) => !hidden.includes(key)),
    choose: (shown) => {
      const next = known.filter((key) => !shown.includes(key));
      localStorage.setItem(KEY, next.join(','));
      setHidden(next);
    },
  };
}
