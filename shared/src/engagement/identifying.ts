import { formatDate, type CivilDate } from '../dates/index.js';

/** What a reader of a case knows that would tell colleagues who the child is. */
export interface Telling {
  /** First and last names of everybody of the family, one a word. */
  names: readonly string[];
  births: readonly CivilDate[];
}

/** Names that are everyday words too: only with a capital letter do they name somebody. */
const EVERYDAY = new Set([
  ...[
    'will',
    'may',
    'mark',
    'grace',
    'rose',
    'hope',
    'joy',
    'faith',
    'april',
    'june',
    'summer',
    'dawn',
    'jack',
  ],
  ...['ray', 'bill', 'rob', 'pat', 'sue', 'art', 'drew', 'dot', 'ivy', 'sky', 'star', 'young', 'day', 'hill'],
]);

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/gi;
const HEALTH_NUMBER = /\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/g;
const NAME_LETTERS = 2;

/**
 * The words of a text that say who the child is: a name of the family, a birthday, a postcode, a health number. What two
 * services talk about without agreement must hold none of them (rule 5.5, number 1).
 */
export function identifyingWords(text: string, known: Telling): string[] {
  const names = new Set(
    known.names
      .flatMap((name) => folded(name).split(/[\s'’-]+/))
      .filter((name) => name.length >= NAME_LETTERS),
  );
  const said = (text.match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? []).filter((word) =>
    [word, word.replace(/['’]s$/i, ''), ...word.split(/['’-]/)].some((part) => isName(part, names)),
  );
  const days = known.births
    .flatMap(spellings)
    .filter((day) => text.toLowerCase().includes(day.toLowerCase()));
  return [
    ...new Set([...said, ...days, ...(text.match(POSTCODE) ?? []), ...(text.match(HEALTH_NUMBER) ?? [])]),
  ];
}

function isName(word: string, names: ReadonlySet<string>): boolean {
  const name = folded(word);
  if (!names.has(name)) return false;
  return !EVERYDAY.has(name) || word !== word.toLowerCase();
}

const folded = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function spellings(day: CivilDate): string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const [m, d] = [String(Number(month)), String(Number(date))];
  return [
    day,
    formatDate(day),
    ...['/', '.', '-'].flatMap((s) => [`${d}${s}${m}${s}${year}`, `${date}${s}${month}${s}${year}`]),
  ];
}
