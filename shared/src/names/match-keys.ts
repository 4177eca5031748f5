/** Letters that do not come apart into a plain letter and a mark. */
const FOLDS: Readonly<Record<string, string>> = {
  ø: 'o',
  ß: 'ss',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};
const FOLDABLE = new RegExp(`[${Object.keys(FOLDS).join('')}]`, 'gu');

/**
 * A name as it is searched: lower case, marks taken off, apostrophes and full stops dropped, hyphens as
 * spaces (rule 8.7). "Zoë O’Brien-Łuk" becomes "zoe obrien luk".
 */
export function searchKey(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(FOLDABLE, (letter) => FOLDS[letter] ?? letter)
    .replace(/['\u2018\u2019\u02bb\u02bc`\u00b4.]/gu, '')
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** The search key without spaces: "de la Cruz" and "Delacruz" are the same. */
export function matchKey(name: string): string {
  return searchKey(name).replaceAll(' ', '');
}

export function sameName(a: string, b: string): boolean {
  return matchKey(a) === matchKey(b);
}

/** Each word of a name as searched, for "any word begins with". */
export function searchWords(...names: readonly (string | null | undefined)[]): string[] {
  const words = names.flatMap((name) => (name ? searchKey(name).split(' ') : []));
  return [...new Set(words.filter((word) => word !== ''))];
}
