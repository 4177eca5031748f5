/**
 * The tiers in the order they run: the quickest to fail first.
 * `needs`: what must be there before. `workers`: files at once. `chapters`: a file may have a folder of chapters, which
 * counts when the longest goes first.
 * @type {{ name: string, does: string, needs: ('template' | 'program')[], workers: number, chapters?: boolean }[]}
 */
export const TIERS = [
  { name: 'unit', does: 'pure rules', needs: [], workers: 2 },
  { name: 'api', does: 'the real program on a real database', needs: ['template'], workers: 2 },
  { name: 'access', does: 'who may see what', needs: ['template'], workers: 2 },
  {
    name: 'e2e',
    does: 'stories in a real browser',
    needs: ['template', 'program'],
    workers: 2,
    chapters: true,
  },
];

/**
 * Splits `unit api some/path.spec.ts` into tiers and what is handed to Jest. No tier named: all of them.
 * @param {string[]} words
 */
export function chooseTiers(words) {
  const known = new Set(TIERS.map(({ name }) => name));
  const named = words.filter((word) => known.has(word));
  const rest = words.filter((word) => !known.has(word));
  return { tiers: named.length === 0 ? TIERS : TIERS.filter(({ name }) => named.includes(name)), rest };
}
