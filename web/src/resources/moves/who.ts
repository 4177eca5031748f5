import { useCallback } from 'react';
import { useWords, type WordKey } from '@web/i18n/useWords';

/** Roles of the table of moves, in words: "the CAF team or the manager". */
export function useWho(): (roles: readonly string[]) => string {
  const w = useWords();
  return useCallback(
    (roles) => {
      const words = roles.map((role) => w(`moves.role.${role}` as WordKey));
      return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);
    },
    [w],
  );
}
