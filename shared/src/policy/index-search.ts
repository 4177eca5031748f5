import type { CivilDate } from '../dates/index.js';

/** What a search of the index gives. Keys are compared as they are stored: folded names, spaceless postcode. */
export interface IndexSearch {
  nhsNumber?: string;
  surname?: string;
  forename?: string;
  dob?: CivilDate;
  sex?: string;
  postcode?: string;
}

export const INDEX_KEYS = ['NHS_NUMBER', 'SURNAME_DOB_SEX', 'SURNAME_FORENAME_POSTCODE'] as const;
export type IndexKey = (typeof INDEX_KEYS)[number];

const FIELDS: Readonly<Record<IndexKey, readonly (keyof IndexSearch)[]>> = {
  NHS_NUMBER: ['nhsNumber'],
  SURNAME_DOB_SEX: ['surname', 'dob', 'sex'],
  SURNAME_FORENAME_POSTCODE: ['surname', 'forename', 'postcode'],
};

/** Searches an ordinary user may make in an hour (rule R17, a local setting). */
export const SEARCHES_AN_HOUR = 20;

/** The complete keys a search gives; none means it is refused: no wildcard and no browsing (rule R17). */
export function keysOf(search: IndexSearch): IndexKey[] {
  return INDEX_KEYS.filter((key) => FIELDS[key].every((field) => isExact(search[field])));
}

/** Exact equality on every field of one of the complete keys. */
export function matchesIndex(search: IndexSearch, candidate: IndexSearch): boolean {
  return keysOf(search).some((key) => FIELDS[key].every((field) => search[field] === candidate[field]));
}

function isExact(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '' && !/[*%_?]/.test(value);
}
