import { isHidden, type Category } from './categories.js';
import { EFFECTS, LIMITS, type Effect, type Limit, type Obligation } from './decision.js';
import type { ReasonCode } from './reasons.js';

/** What one step says: a decision not yet dressed with channel, audit and time. */
export interface Outcome {
  effect: Effect;
  what?: Limit;
  readOnly: boolean;
  reasons: readonly ReasonCode[];
  bases: readonly string[];
  obligations: readonly Obligation[];
}

export function allow(
  reasons: readonly ReasonCode[],
  bases: readonly string[],
  more: { readOnly?: boolean; obligations?: readonly Obligation[] } = {},
): Outcome {
  return {
    effect: 'ALLOW',
    readOnly: more.readOnly ?? false,
    reasons,
    bases,
    obligations: more.obligations ?? [],
  };
}

export function limited(
  what: Limit,
  reasons: readonly ReasonCode[],
  bases: readonly string[] = [],
  obligations: readonly Obligation[] = [],
): Outcome {
  return { effect: 'LIMITED', what, readOnly: true, reasons, bases, obligations };
}

export function deny(reasons: readonly ReasonCode[], obligations: readonly Obligation[] = []): Outcome {
  return { effect: 'DENY', readOnly: true, reasons, bases: [], obligations };
}

export function hide(reasons: readonly ReasonCode[]): Outcome {
  return { effect: 'DENY_HIDE', readOnly: true, reasons, bases: [], obligations: [] };
}

/** A refusal within an episode: of a hidden category never admits that there is anything (rule 6.4). */
export function refuse(category: Category, reasons: readonly ReasonCode[]): Outcome {
  return isHidden(category) ? hide(reasons) : deny(reasons);
}

/** 0 shows most. Within LIMITED the narrower answer is the stricter. */
export function strictness(outcome: Pick<Outcome, 'effect' | 'what'>): number {
  const step = EFFECTS.indexOf(outcome.effect) * (LIMITS.length + 1);
  return outcome.what === undefined ? step : step + LIMITS.length - LIMITS.indexOf(outcome.what);
}

/** Judged once for each category, the strictest answer wins; what may be changed is what all let change. */
export function strictest(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.length === 1) return merged(outcomes);
  const worst = Math.max(...outcomes.map(strictness));
  return merged(outcomes.filter((outcome) => strictness(outcome) === worst));
}

/** With several relations the best one wins, never a mix; an answer that may be changed beats one that may not. */
export function best(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.length === 1) return merged(outcomes);
  const rank = (outcome: Outcome): number => strictness(outcome) * 2 + (outcome.readOnly ? 1 : 0);
  const top = Math.min(...outcomes.map(rank));
  return merged(outcomes.filter((outcome) => rank(outcome) === top));
}

function merged(same: readonly Outcome[]): Outcome {
  const [first] = same;
  if (first === undefined)
    throw new RangeError('There is nothing to judge: an item carries at least one category');
  if (same.length === 1)
    return {
      ...first,
      reasons: unique(first.reasons),
      bases: unique(first.bases),
      obligations: unique(first.obligations),
    };
  return {
    ...first,
    readOnly: same.some((outcome) => outcome.readOnly),
    reasons: unique(same.flatMap((outcome) => outcome.reasons)),
    bases: unique(same.flatMap((outcome) => outcome.bases)),
    obligations: unique(same.flatMap((outcome) => outcome.obligations)),
  };
}

/** Sorted, each once: facts in another order, or written twice, give the same answer. */
export function unique<T extends string>(values: readonly T[]): T[] {
  return values.length < 2 ? [...values] : [...new Set(values)].sort();
}
