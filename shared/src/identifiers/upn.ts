import { refused, withoutSpacing, type Checked } from './checked.js';

/** 23 letters, A = 0 to Z = 22; I, O and S are not used (rule 8.2). */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const SHAPE = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/;

/** A unique pupil number, permanent or temporary. For education purposes only: not shown to other services. */
export function checkUpn(text: string): Checked<{ temporary: boolean }> {
  const value = withoutSpacing(text).toUpperCase();
  if (value.length !== 13) return refused('UPN_LENGTH', 'A UPN has 13 characters, for example B801200005001');
  if (!SHAPE.test(value))
    return refused('UPN_FORMAT', 'A UPN is a letter and 12 digits, for example B801200005001');
  if (upnCheckLetter(value.slice(1)) !== value[0])
    return refused('UPN_CHECK', 'The first letter does not fit the digits. Check the UPN with the school');
  return { ok: true, value, display: value, temporary: !/\d$/.test(value) };
}

/** The check letter for characters 2 to 13; a temporary number's last letter counts by its place in the table. */
export function upnCheckLetter(rest: string): string {
  const sum = [...rest].reduce((total, char, index) => {
    const worth = /\d/.test(char) ? Number(char) : LETTERS.indexOf(char);
    return total + worth * (index + 2);
  }, 0);
  return LETTERS.charAt(sum % LETTERS.length);
}
