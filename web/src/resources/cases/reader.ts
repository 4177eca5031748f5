import { isFamily } from '@web/providers/family';
import { useMe } from '@web/providers/me';

/** Whose page it is decides its words: families read their own, the CAF team and managers look after others' work. */
export type Reader = 'family' | 'agency' | 'index' | 'worker';

export function readerOf(role: string): Reader {
  if (isFamily(role)) return 'family';
  if (role === 'CAFC') return 'index';
  return role === 'AMGR' ? 'agency' : 'worker';
}

/** The reader as a person of the family: whose words say "you". */
export function useSelf(): { name: string; personId: string | null } {
  const { fullName, personId } = useMe().user;
  return { name: fullName, personId };
}

export const useReader = (): Reader => readerOf(useMe().membership.role);
