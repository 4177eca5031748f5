import { refused, withoutSpacing, type Checked } from './checked.js';

/** A unique property reference number: up to 12 digits, no check digit, leading noughts mean nothing (rule 8.5). */
export function checkUprn(text: string): Checked {
  const value = withoutSpacing(text).replace(/^0+(?=\d)/, '');
  if (!/^[1-9]\d{0,11}$/.test(value)) return refused('UPRN_FORMAT', 'A UPRN is a number of up to 12 digits');
  return { ok: true, value, display: value };
}
