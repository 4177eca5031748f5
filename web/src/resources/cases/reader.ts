import { isFamilyRole, type Role } from '@encircle/shared/policy';
import { useMe } from '@web/providers/me';

/** Whose page it is decides its words: families read their own, the CAF team and managers look after others' work. */
export type Reader = 'family' | 'agency' | 'index' | 'worker';

export function readerOf(role: string): Reader {
  if (isFamilyRole(role as Role)) return 'family';
  if (role === 'CAFC') return 'index';
  return role === 'AMGR' ? 'agency' : 'worker';
}

export const useReader = (): Reader => readerOf(useMe().membership.role);
