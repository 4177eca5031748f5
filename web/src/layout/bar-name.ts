import { useEffect, useSyncExternalStore } from 'react';

let name: string | null = null;
const listeners = new Set<() => void>();

function set(next: string | null): void {
  name = next;
  listeners.forEach((tell) => tell());
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

export const useShownBarName = (): string | null => useSyncExternalStore(subscribe, () => name);

/** On a phone the bar names the record or form one is in, instead of the product. */
export function useBarName(shown: string | null): void {
  useEffect(() => {
    set(shown);
    return () => set(null);
  }, [shown]);
}
