import { shuffled } from './permutation.js';

/** 'CAF-2026-481907': the year, and six digits that carry no meaning. */
export const EPISODE_REFERENCE = /^CAF-\d{4}-\d{6}$/;

/** The six digits of the nth reference of a year (n from 0 to 999 999), different for each n. */
export function referenceDigits(key: string, year: number, n: number): string {
  return String(shuffled(`${key}|${year}`, n)).padStart(6, '0');
}

export function episodeReference(key: string, year: number, n: number): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError(`Not a year: ${year}`);
  return `CAF-${year}-${referenceDigits(key, year, n)}`;
}

/** As typed into a search box: spaces, small letters and missing dashes are forgiven; null when it is none. */
export function parseEpisodeReference(text: string): string | null {
  const found = /^CAF[\s-]*(\d{4})[\s-]*(\d{6})$/i.exec(text.trim());
  return found ? `CAF-${found[1]}-${found[2]}` : null;
}
