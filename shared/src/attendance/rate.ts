/** Per cent with one decimal, halves up; null without a denominator. Whole-number arithmetic: 12.25 is 12.3. */
export function percent(numerator: number, denominator: number): number | null {
  if (denominator <= 0) return null;
  return Math.floor((numerator * 2000 + denominator) / (2 * denominator)) / 10;
}

/** '78.1%'; a dash where there is nothing to divide by. */
export function formatPercent(numerator: number, denominator: number): string {
  const value = percent(numerator, denominator);
  return value === null ? '–' : `${value.toFixed(1)}%`;
}

/** A figure never stands without what it was made of (rule 7.1). */
export interface Rate {
  numerator: number;
  denominator: number;
  percent: number | null;
}

export function rate(numerator: number, denominator: number): Rate {
  return { numerator, denominator, percent: percent(numerator, denominator) };
}

/** Below this many invitations a share says nothing and no shade is given. */
export const RATE_MINIMUM = 10;

/** The shades of the attendance table: 0 under 60 %, 1 to 74, 2 to 84, 3 to 94, 4 from 95. */
export type HeatStep = 0 | 1 | 2 | 3 | 4;

const STEPS = [60, 75, 85, 95] as const;

/** NONE: nobody was invited. FEW: fewer than 10 were, so the numbers stand without a shade. */
export function heatStep(numerator: number, denominator: number): HeatStep | 'FEW' | 'NONE' {
  if (denominator === 0) return 'NONE';
  if (denominator < RATE_MINIMUM) return 'FEW';
  return STEPS.filter((from) => numerator * 100 >= from * denominator).length as HeatStep;
}

/** M11: a role or agency worth a talk: 10 or more invitations and a quarter of them unanswered (a local setting). */
export function missesTooMany(dna: number, denominator: number, percentLimit = 25): boolean {
  return denominator >= RATE_MINIMUM && dna * 100 >= percentLimit * denominator;
}
