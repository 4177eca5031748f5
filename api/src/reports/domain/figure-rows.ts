export interface Figured {
  figure: string;
  one: string | null;
  two: string | null;
  day: string | null;
  otherDay: string | null;
  n: number;
}

/** The rows of one figure. */
export const rowsOf = <R extends Figured>(rows: readonly R[], figure: R['figure']): R[] =>
  rows.filter((row) => row.figure === figure);

export const sumOf = (rows: readonly Figured[]): number => rows.reduce((sum, { n }) => sum + n, 0);

/** How many of each value of a column. */
export function countsBy(rows: readonly Figured[], keyOf: (row: Figured) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + row.n);
  return counts;
}
