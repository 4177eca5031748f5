import { createContext, use } from 'react';
import { useQuery } from '@tanstack/react-query';
import { londonDate, type CivilDate } from '@encircle/shared/dates';
import { setTerms } from '@web/i18n/terms';
import { may } from './ability';
import { api } from './http';
import type { Problem } from './problem';
import type { Me } from './types';

/** Milliseconds the API's clock is ahead of this device's. */
let offset = 0;

/** Asks who is signed in; the answer also sets the terms of the area and the clock. */
export async function askMe(): Promise<Me> {
  const me = await api<Me>('/me');
  offset = Date.parse(me.now) - Date.now();
  setTerms(me.settings.terms);
  return me;
}

export const ME_KEY = ['me'] as const;

export const useMeQuery = () =>
  useQuery<Me, Problem>({ queryKey: ME_KEY, queryFn: askMe, staleTime: Infinity, gcTime: Infinity });

const MeContext = createContext<Me | null>(null);
export const MeProvider = MeContext.Provider;

/** Who is signed in. Only inside the shell. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('useMe is for pages inside the shell');
  return me;
}

/** `const can = useCan(); can('record', 'attendance')`: shows or leaves out; the API decides. */
export function useCan(): (action: string, subject: string) => boolean {
  const { abilities } = useMe();
  return (action, subject) => may(abilities, action, subject);
}

/** The API's present moment, UTC ISO: a device with a wrong clock shows right days. */
export const serverNow = (): string => new Date(Date.now() + offset).toISOString();

/** Today in London by the API's clock. */
export const useToday = (): CivilDate => londonDate(serverNow());
