import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import type { en } from './en';
import { useTerms } from './terms';

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** Every key of the English words, checked when the program is built. */
export type WordKey = Leaves<typeof en>;

/** `smart_count` chooses between the forms on either side of `||||`. */
export type WordValues = Record<string, string | number> & { smart_count?: number };

export type Words = (key: WordKey, values?: WordValues) => string;

/** The words of the screens: `const w = useWords(); w('shell.signOut')`. */
export function useWords(): Words {
  const translate = useTranslate();
  const terms = useTerms();
  return useCallback((key, values) => translate(key, { ...terms, ...values }), [translate, terms]);
}
