import { percent, RATE_MINIMUM } from './rate.js';

/**
 * Suppression for reports that leave the team that owns the rows (rule 7.1). A manager reading figures of
 * their own staff, and the CAF team reading all agencies, see them whole.
 */
export const CELL_MINIMUM = 5;

/** A figure as shown, or the reason why it is not. */
export type ShownFigure = { shown: true; value: number } | { shown: false; words: string };

export function shownCount(count: number): ShownFigure {
  return count < CELL_MINIMUM ? { shown: false, words: `<${CELL_MINIMUM}` } : { shown: true, value: count };
}

export function shownPercent(numerator: number, denominator: number): ShownFigure {
  const value = percent(numerator, denominator);
  if (value === null || denominator < RATE_MINIMUM) return { shown: false, words: 'too few to show' };
  return { shown: true, value };
}

/**
 * Which cells of a table stay hidden when its row and column totals are printed: the small ones, and next to
 * a small one that stands alone in its row or column the next smallest, so that no subtraction gives it away.
 */
export function hiddenCells(table: readonly (readonly number[])[]): boolean[][] {
  const hidden = table.map((row) => row.map((count) => count < CELL_MINIMUM));
  const lines = linesOf(table);
  for (let changed = true; changed;) {
    changed = false;
    for (const line of lines) changed = hideSecond(line, table, hidden) || changed;
  }
  return hidden;
}

type Cell = readonly [row: number, column: number];

function linesOf(table: readonly (readonly number[])[]): Cell[][] {
  const rows = table.map((row, r) => row.map((_count, c): Cell => [r, c]));
  const width = table[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_none, c) => table.map((_row, r): Cell => [r, c]));
  return [...rows, ...columns].filter((line) => line.length > 1);
}

function hideSecond(line: Cell[], table: readonly (readonly number[])[], hidden: boolean[][]): boolean {
  const isHidden = ([r, c]: Cell): boolean => hidden[r]?.[c] ?? false;
  if (line.filter(isHidden).length !== 1) return false;
  const countOf = ([r, c]: Cell): number => table[r]?.[c] ?? 0;
  const [next] = line.filter((cell) => !isHidden(cell)).sort((a, b) => countOf(a) - countOf(b));
  const row = next && hidden[next[0]];
  if (!next || !row) return false;
  row[next[1]] = true;
  return true;
}
