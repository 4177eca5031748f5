import { refused, withoutSpacing, type Checked } from './checked.js';

const SHAPE = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/;

/** A National Insurance number (rule 8.4). It has no check digit; it is stored encrypted and rarely shown. */
export function checkNino(text: string): Checked {
  const value = withoutSpacing(text).toUpperCase();
  if (!SHAPE.test(value))
    return refused(
      'NINO_FORMAT',
      'A National Insurance number is two letters, six digits and a letter A to D',
    );
  return { ok: true, value, display: value.replace(/^(..)(..)(..)(..)(.)$/, '$1 $2 $3 $4 $5') };
}
