import { refused, type Checked } from './checked.js';

/** Outward A9, A99, AA9, AA99, A9A, AA9A; inward 9AA without C I K M O V (rule 8.5). BFPO fits as BF1. */
const SHAPE = /^([A-Z]{1,2}\d{1,2}|[A-Z]{1,2}\d[A-Z])(\d[ABD-HJLNP-UW-Z]{2})$/;
const GIROBANK = 'GIR0AA';

/** Health-service convention for people without an address. Never looked up on a map. */
export const PSEUDO_POSTCODES = { NO_FIXED_ABODE: 'ZZ99 3VZ', UNKNOWN: 'ZZ99 3WZ' } as const;

/** A postcode in capitals with one space before the last three characters. */
export function checkPostcode(text: string): Checked<{ outward: string; pseudo: boolean }> {
  const packed = text.replace(/[\s\u00a0]+/gu, '').toUpperCase();
  const spaced = `${packed.slice(0, -3)} ${packed.slice(-3)}`;
  const pseudo = Object.values<string>(PSEUDO_POSTCODES).includes(spaced);
  if (!pseudo && packed !== GIROBANK && !SHAPE.test(packed))
    return refused('POSTCODE_FORMAT', 'Enter a full postcode, for example PL1 2AB');
  return { ok: true, value: spaced, display: spaced, outward: packed.slice(0, -3), pseudo };
}
