import { DEFAULT_SETTINGS, validUntil, type EpisodeFacts } from '@encircle/shared/policy';
import { knownLines } from './agreement.js';
import type { Asker } from '#api/access/asker.js';

/**
 * The next moment at which something this reader knows of changes what they see: a page asks anew then. Moments of facts
 * that are hidden from them are left out, because a time alone would tell that there is something.
 */
export function lapseOf(asker: Asker, facts: EpisodeFacts): string | null {
  const { actor, now } = asker;
  const mine = (each: { userId?: string }): boolean => each.userId === actor.userId;
  const edges = facts.edges.filter(
    (edge) => mine(edge) || (actor.role === 'AMGR' && edge.agencyId === actor.agencyId),
  );
  const known: EpisodeFacts = {
    ...facts,
    edges,
    consents: knownLines(asker, facts),
    seals: facts.seals.filter(({ namedUserIds }) => namedUserIds.includes(actor.userId)),
    shields: facts.shields.filter(({ listUserIds }) => listUserIds.includes(actor.userId)),
    blocks: [],
    sensitiveLines: [],
    competence: [],
    disclosures: facts.disclosures.filter(
      ({ recipientId }) => recipientId === actor.userId || recipientId === actor.agencyId,
    ),
    breakGlass: facts.breakGlass.filter(mine),
    courtOrders: facts.courtOrders.filter(({ recipientId }) => recipientId === actor.userId),
    mergedInto: null,
    mergedFrom: [],
  };
  return validUntil({ actor, episode: known, settings: DEFAULT_SETTINGS }, now);
}
