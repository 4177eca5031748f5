import type { Checked } from '../identifiers/index.js';

export const NAME_MAX = 100;
/** Letters of any script, marks, apostrophes, hyphens, spaces, full stops (rule 8.7). */
const ALLOWED = /^[\p{L}\p{M}'\u2018\u2019\u02bb\u02bc`\u00b4.\- \u2010\u2011\u00b7]+$/u;
const STAND_INS = new Set(['unknown', 'not known', 'not given', 'none given', 'tbc', 'xxx', 'surname']);

export interface NameOptions {
  /** The worker has said that the digits really belong to the name. */
  digitsConfirmed?: boolean;
}

/**
 * A name as stored: composed Unicode (NFC), single spaces, capitals as typed ("de la Cruz", "O'Brien").
 * Codes: NAME_EMPTY, NAME_TOO_LONG, NAME_DIGITS (ask to confirm), NAME_CHARACTERS, NAME_STAND_IN.
 */
export function checkName(text: string, options: NameOptions = {}): Checked {
  const value = text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
  const fault = faultOf(value, options);
  return fault ?? { ok: true, value, display: value };
}

function faultOf(value: string, options: NameOptions) {
  if (value === '') return fault('NAME_EMPTY', 'Enter the name');
  if ([...value].length > NAME_MAX)
    return fault('NAME_TOO_LONG', `A name has at most ${NAME_MAX} characters`);
  const letters = value.replace(/\p{Nd}/gu, '');
  if (letters !== value && !options.digitsConfirmed)
    return fault('NAME_DIGITS', 'The name has a digit in it. Take it out, or confirm that it belongs there');
  if (letters !== '' && !ALLOWED.test(letters))
    return fault('NAME_CHARACTERS', 'Use letters, spaces, hyphens, apostrophes and full stops only');
  if (!/[\p{L}\p{Nd}]/u.test(value) || STAND_INS.has(value.toLowerCase()))
    return fault(
      'NAME_STAND_IN',
      'Leave the box empty and say that there is no surname, or ask for the name',
    );
  return null;
}

function fault(code: string, words: string): { ok: false; code: string; words: string } {
  return { ok: false, code, words };
}
