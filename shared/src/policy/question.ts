import type { ActorFacts, EpisodeFacts, Facts, Instant, Item, PolicySettings, Request } from './facts.js';
import type { Purpose } from './purposes.js';

/** One request about one existing record, its purpose already checked. */
export interface Question {
  actor: ActorFacts;
  episode: EpisodeFacts;
  settings: PolicySettings;
  request: Request;
  item: Item;
  purpose: Purpose;
  now: Instant;
}

export function questionOf(
  facts: Facts,
  episode: EpisodeFacts,
  request: Request,
  purpose: Purpose,
  now: Instant,
): Question {
  const { actor, settings } = facts;
  return { actor, episode, settings, request, item: request.item, purpose, now };
}

/** Whom the item is about: the subject of the record unless the block names someone else. */
export function aboutWhom(item: Item): string {
  return item.aboutPersonId ?? item.subjectId;
}

export function concerns(item: Item, personId: string): boolean {
  return item.subjectId === personId || item.aboutPersonId === personId;
}

/** An ancillary fact (LOG, AGG) has no categories beside itself. */
export function isOnly(item: Item, category: 'LOG' | 'AGG'): boolean {
  return item.categories.length > 0 && item.categories.every((each) => each === category);
}
