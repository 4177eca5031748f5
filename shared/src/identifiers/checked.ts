/**
 * The answer of every check on something typed: the value to store and the way to show it, or a code for
 * programs and words that say how to put it right.
 */
export type Checked<Extra extends object = object> = Accepted<Extra> | Refused;

export type Accepted<Extra extends object = object> = { ok: true; value: string; display: string } & Extra;

export interface Refused {
  ok: false;
  /** CAPS_SNAKE, stable */
  code: string;
  /** A sentence for the person who typed it */
  words: string;
}

export function refused(code: string, words: string): Refused {
  return { ok: false, code, words };
}

/** Spaces and dashes people put into long numbers, the non-breaking ones included. */
export function withoutSpacing(text: string): string {
  return text.replace(/[\s\u00a0\u2010-\u2015-]+/gu, '');
}

/** Sum of digit × weight, weights given left to right. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index] ?? 0), 0);
}
