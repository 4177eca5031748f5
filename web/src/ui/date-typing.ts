import { civilDate, formatDate, isCivilDate, type CivilDate } from '@encircle/shared/dates';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_FIRST =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s./-]+([a-z]{3,9}|\d{1,2})[\s./-]+(\d{4})$/i;

function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const found = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return found + 1;
}

/**
 * Reads a date as people here write it: "5 March 2026", "Thu 5 Mar 2026", "5/3/2026", "5.3.2026" or
 * "2026-03-05". The day always comes before the month.
 * @returns the civil date, or null when there is no such day
 */
export function readTypedDate(text: string): CivilDate | null {
  const plain = text.trim();
  if (isCivilDate(plain)) return plain;
  const found = DAY_FIRST.exec(plain);
  if (!found) return null;
  try {
    return civilDate(Number(found[3]), monthNumber(found[2] ?? ''), Number(found[1]));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What a date box shows for a stored value: "5 March 2026", or the text as it was typed. */
export function showTypedDate(value: string): string {
  return isCivilDate(value) ? formatDate(value) : value;
}
