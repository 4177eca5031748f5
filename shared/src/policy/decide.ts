import { withoutFacts, type Asked } from './bases.js';
import type { Decision } from './decision.js';
import type { Facts, Instant, Request } from './facts.js';
import { judge } from './judge.js';
import { unique, type Outcome } from './outcome.js';
import { inTellingOrder } from './reasons.js';
import { validUntil } from './valid-until.js';

/**
 * Whether this actor may do this to this item at this moment, and why. Pure: the same facts, request and `now`
 * give the same answer everywhere. `now` is a UTC instant, ISO 8601. Throws RangeError when the item carries no
 * category or an instant is not one: nothing is decided about something that cannot be judged.
 */
export function decide(facts: Facts, request: Request, now: Instant): Decision {
  if (request.item.categories.length === 0) throw new RangeError('An item carries at least one category');
  const outcome = judge(facts, request, now);
  return {
    effect: outcome.effect,
    ...(outcome.what === undefined ? {} : { what: outcome.what }),
    readOnly: outcome.readOnly,
    reasons: inTellingOrder(outcome.reasons),
    bases: allBases({ facts, request }, outcome, now),
    obligations: unique(['AUDIT', ...outcome.obligations]),
    validUntil: validUntil(facts, now),
  };
}

/** An ALLOW may rest on several grounds at once: all are named, so that without them nothing would be allowed. */
function allBases(asked: Asked, outcome: Outcome, now: Instant): string[] {
  const found = new Set(outcome.bases);
  if (outcome.effect !== 'ALLOW') return unique([...found]);
  for (;;) {
    const rest = withoutFacts(asked, [...found]);
    const next = judge(rest.facts, rest.request, now);
    const more = next.effect === 'ALLOW' ? next.bases.filter((id) => !found.has(id)) : [];
    if (more.length === 0) return unique([...found]);
    more.forEach((id) => found.add(id));
  }
}
