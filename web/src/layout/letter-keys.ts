import { useSyncExternalStore } from 'react';

const KEY = 'encircle-letter-keys';
const listeners = new Set<() => void>();

/** Whether single letters act. Kept on the device; it says nothing about anybody. */
export const letterKeys = (): boolean => localStorage.getItem(KEY) !== 'off';

export function setLetterKeys(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off');
  listeners.forEach((tell) => tell());
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

export const useLetterKeys = (): boolean => useSyncExternalStore(subscribe, letterKeys);
