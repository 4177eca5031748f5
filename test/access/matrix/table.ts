import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../docs/access');

/** One line of a table a person reviews. */
export type Line = readonly string[];

const csv = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
export const textOf = (lines: readonly Line[]): string =>
  `${lines.map((line) => line.map(csv).join(',')).join('\n')}\n`;

/**
 * What is kept differs from what is so: the first lines that do, or none. With ENCIRCLE_ACCESS_MATRIX=write the kept
 * table becomes what is so instead.
 */
export function differences(name: string, lines: readonly Line[]): string[] {
  const file = resolve(folder, name);
  const now = textOf(lines);
  if (process.env['ENCIRCLE_ACCESS_MATRIX'] === 'write') {
    writeFileSync(file, now);
    return [];
  }
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (kept === now) return [];
  const before = new Set(kept.split('\n'));
  const after = new Set(now.split('\n'));
  const gone = kept.split('\n').filter((line) => line !== '' && !after.has(line));
  const come = now.split('\n').filter((line) => line !== '' && !before.has(line));
  return [
    `docs/access/${name}: who may do what has changed. If it is meant, npm run access:matrix -- --write, and have the change of the file reviewed`,
    ...gone.slice(0, 40).map((line) => `- ${line}`),
    ...come.slice(0, 40).map((line) => `+ ${line}`),
    ...(gone.length + come.length === 0 ? ['(the same lines in another order)'] : []),
  ];
}
