import { useMediaQuery } from '@mui/material';
import { useSyncExternalStore } from 'react';
import type { Mode } from './tokens';

export type ThemeChoice = Mode | 'system';

const KEY = 'encircle-colours';
const listeners = new Set<() => void>();

/** Kept on the device: it says nothing about anybody. */
function chosen(): ThemeChoice {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(KEY, choice);
  listeners.forEach((tell) => tell());
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(subscribe, chosen);

/** The theme to show: the chosen one, else the device's. */
export function useMode(): Mode {
  const choice = useThemeChoice();
  const dark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  if (choice !== 'system') return choice;
  return dark ? 'dark' : 'light';
}
