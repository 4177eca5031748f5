import { CELL_MINIMUM, hiddenCells, RATE_MINIMUM, rate, shownCount } from '../attendance/index.js';

/** A count as a reader may see it. */
export interface ShownCount {
  count: number | null;
  words: string;
}

export const openCount = (count: number): ShownCount => ({ count, words: String(count) });

/** One count that stands alone. */
export function guardedCount(count: number): ShownCount {
  const shown = shownCount(count);
  return shown.shown ? openCount(count) : { count: null, words: shown.words };
}

/**
 * Counts whose sum is printed beside them: small ones are '<5', and a neighbour hidden for their sake is a range
 * that the sum leaves open anyway.
 */
export function guardedList(counts: readonly number[]): ShownCount[] {
  const [hidden = []] = hiddenCells([counts]);
  const hiddenSum = counts.reduce((sum, count, index) => sum + (hidden[index] ? count : 0), 0);
  return counts.map((count, index) => {
    if (!hidden[index]) return openCount(count);
    if (count < CELL_MINIMUM) return { count: null, words: `<${CELL_MINIMUM}` };
    const from = Math.max(CELL_MINIMUM, hiddenSum - (CELL_MINIMUM - 1));
    return { count: null, words: `${from} to ${hiddenSum}` };
  });
}

/** A table of counts whose row and column sums are printed: hidden neighbours are not told from each other. */
export function guardedTable(table: readonly (readonly number[])[]): ShownCount[][] {
  const hidden = hiddenCells(table);
  return table.map((row, r) =>
    row.map((count, c) => {
      if (!hidden[r]?.[c]) return openCount(count);
      return { count: null, words: count < CELL_MINIMUM ? `<${CELL_MINIMUM}` : 'not shown' };
    }),
  );
}

export interface ShownRate {
  numerator: number | null;
  denominator: number | null;
  percent: number | null;
  hidden: boolean;
}

export const openRate = (numerator: number, denominator: number): ShownRate => ({
  ...rate(numerator, denominator),
  hidden: false,
});

/** A share with its parts: hidden when one part, or what is left of the whole, is small; no percentage under 10. */
export function guardedRate(numerator: number, denominator: number): ShownRate {
  const small = [numerator, denominator - numerator, denominator].some((part) => part < CELL_MINIMUM);
  if (small) return { numerator: null, denominator: null, percent: null, hidden: true };
  const open = openRate(numerator, denominator);
  return denominator < RATE_MINIMUM ? { ...open, percent: null } : open;
}
