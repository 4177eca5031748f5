import { useSyncExternalStore } from 'react';

/**
 * The words an area may choose for itself. In a sentence `%{leadProfessional}` gives
 * "lead professional" and `%{LeadProfessional}` "Lead professional".
 */
export type Terms = Record<string, string>;

const USUAL: Terms = {
  leadProfessional: 'lead professional',
  tac: 'team around the child',
  tacMeeting: 'team around the child meeting',
  caf: 'Common Assessment',
  cafTeam: 'CAF team',
  consent: 'agreement to share',
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Adds the capitalised form of every term under its capitalised name. */
export function bothForms(terms: Terms): Terms {
  const pairs = Object.entries(terms).flatMap(([name, word]) => [
    [name, word],
    [capital(name), capital(word)],
  ]);
  return Object.fromEntries(pairs) as Terms;
}

let current = bothForms(USUAL);
const listeners = new Set<() => void>();

/** Takes the area's own words, from its settings; what it does not name keeps the usual word. */
export function setTerms(terms: Terms): void {
  const next = bothForms({ ...USUAL, ...terms });
  if (JSON.stringify(next) === JSON.stringify(current)) return;
  current = next;
  listeners.forEach((tell) => tell());
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

export function useTerms(): Terms {
  return useSyncExternalStore(subscribe, () => current);
}
