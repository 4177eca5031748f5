import { refused, weightedSum, withoutSpacing, type Checked } from './checked.js';

const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2] as const;
const EXAMPLE = 'for example 999 000 0018';

/**
 * An NHS number: ten digits, the last a modulus 11 check (rule 8.1). Stored without spaces, shown 3-3-4.
 * Passing the check says it is well formed, not whose it is.
 */
export function checkNhsNumber(text: string): Checked {
  const value = withoutSpacing(text);
  if (!/^\d+$/.test(value)) return refused('NHS_NUMBER_FORMAT', `Enter the NHS number as digits, ${EXAMPLE}`);
  if (value.length !== 10) return refused('NHS_NUMBER_LENGTH', `An NHS number has 10 digits, ${EXAMPLE}`);
  if (/^(\d)\1{9}$/.test(value))
    return refused(
      'NHS_NUMBER_REPEATED',
      'This is one digit ten times. Enter the number on the letter or card',
    );
  if (String(nhsCheckDigit(value.slice(0, 9))) !== value[9])
    return refused('NHS_NUMBER_CHECK', 'This is not an NHS number: a digit is wrong or two are swapped');
  return { ok: true, value, display: `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}` };
}

/** The tenth digit for nine others; null when no number begins with them (the check would be 10). */
export function nhsCheckDigit(firstNine: string): number | null {
  const check = 11 - (weightedSum(firstNine, WEIGHTS) % 11);
  if (check === 10) return null;
  return check === 11 ? 0 : check;
}

/** Numbers from 999 are never issued to a person; invented people carry only these. */
export function isTestNhsNumber(value: string): boolean {
  return value.startsWith('999');
}
