/**
 * How many letters are wrong: put in, left out, changed, or two neighbours swapped (optimal string alignment).
 * Names are short, so the whole table is cheap.
 */
export function editDistance(a: string, b: string): number {
  const [s, t] = [[...a], [...b]];
  const rows: number[][] = [t.map((_, j) => j + 1)];
  rows[0]?.unshift(0);
  for (let i = 1; i <= s.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= t.length; j += 1) row.push(cheapest(rows, row, s, t, i, j));
    rows.push(row);
  }
  return rows[s.length]?.[t.length] ?? 0;
}

function cheapest(
  rows: readonly number[][],
  row: readonly number[],
  s: readonly string[],
  t: readonly string[],
  i: number,
  j: number,
): number {
  const at = (line: number, column: number): number => rows[line]?.[column] ?? 0;
  const change = s[i - 1] === t[j - 1] ? 0 : 1;
  const ways = [at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + change];
  const swapped = i > 1 && j > 1 && s[i - 1] === t[j - 2] && s[i - 2] === t[j - 1];
  if (swapped) ways.push(at(i - 2, j - 2) + 1);
  return Math.min(...ways);
}

/** One wrong letter in a short name, two in a longer one; nothing is a misspelling of a name of two letters. */
export function isMisspelt(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  if (a === b || length < 3) return false;
  return editDistance(a, b) <= (length <= 5 ? 1 : 2);
}
