import { refused, type Checked, type Refused } from './checked.js';

const EXAMPLE = 'for example 01632 960001 or 07700 900123';
/** National numbers without the leading 0: nine or ten digits by range. */
const UK_SHAPE = /^(1\d{8,9}|2\d{9}|3\d{9}|5[56]\d{8}|7\d{9}|8\d{8,9})$/;

/**
 * A phone number in E.164 form, '+441632960001', shown as people here write it (rule 8.5). UK numbers may be
 * typed with 0, 44, +44 or 0044; others need + and the country. `mobile` says whether a text can be sent.
 */
export function checkPhone(text: string): Checked<{ mobile: boolean }> {
  const typed = text.replace(/[\s\u00a0().\u2010-\u2015-]+/gu, '').replace(/^00/, '+');
  if (!/^\+?\d+$/.test(typed)) return refused('PHONE_FORMAT', `Enter digits only, ${EXAMPLE}`);
  const national = nationalPart(typed);
  if (national === null) return checkAbroad(typed);
  if (/^9\d{8,9}$/.test(national))
    return refused('PHONE_PREMIUM', 'Numbers that begin 09 cost the caller extra. Enter another number');
  if (!UK_SHAPE.test(national)) return refused('PHONE_LENGTH', `Enter a full UK number, ${EXAMPLE}`);
  return {
    ok: true,
    value: `+44${national}`,
    display: displayUk(`0${national}`),
    mobile: isMobile(national),
  };
}

function nationalPart(typed: string): string | null {
  if (typed.startsWith('+44')) return typed.slice(3).replace(/^0/, '');
  if (typed.startsWith('+')) return null;
  if (typed.startsWith('0')) return typed.slice(1);
  return typed.startsWith('44') && typed.length >= 11 ? typed.slice(2).replace(/^0/, '') : typed;
}

function checkAbroad(typed: string): Checked<{ mobile: boolean }> | Refused {
  if (!/^\+[1-9]\d{7,14}$/.test(typed))
    return refused(
      'PHONE_LENGTH',
      'Enter + and the country code, then the number, for example +33 1 99 00 12 34',
    );
  return { ok: true, value: typed, display: typed, mobile: false };
}

function isMobile(national: string): boolean {
  // 070 is a forwarding service and 076 a pager, except 07624 on the Isle of Man.
  return /^7([1-57-9]|624)/.test(national);
}

function displayUk(number: string): string {
  if (/^02/.test(number)) return group(number, 3, 7);
  if (/^(011|01\d1|03|08)/.test(number)) return group(number, 4, 7);
  return group(number, 5);
}

function group(number: string, ...cuts: number[]): string {
  const ends = [0, ...cuts, number.length];
  return ends
    .slice(1)
    .map((end, index) => number.slice(ends[index], end))
    .join(' ');
}
