import type { Decision } from './decision.js';
import type { Facts, Instant, Request } from './facts.js';
import { judge } from './judge.js';

/** What a page needs to know of a decision to show a row or leave it out. */
export type Verdict = Pick<Decision, 'effect' | 'what' | 'readOnly'>;

/**
 * The effect of `decide` without its explanation: which facts carry it and until when are worked out only where somebody
 * writes them down. A page of fifty rows asks for the effect of each.
 */
export function verdict(facts: Facts, request: Request, now: Instant): Verdict {
  if (request.item.categories.length === 0) throw new RangeError('An item carries at least one category');
  const { effect, what, readOnly } = judge(facts, request, now);
  return { effect, ...(what === undefined ? {} : { what }), readOnly };
}
