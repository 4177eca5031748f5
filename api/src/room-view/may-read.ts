import {
  decide,
  DEFAULT_SETTINGS,
  type ActorFacts,
  type Decision,
  type EpisodeFacts,
  type Purpose,
} from '@encircle/shared/policy';
import type { Asked } from '#api/access/access.service.js';
import { itemOf } from '#api/access/item-of.js';

/** Whether somebody in the room may read something of the case in full. */
export type MayRead = (asked: Asked) => boolean;

const NOBODY: MayRead = () => false;

/** A part that is all of the words: what is read out in the room stays the same for the youngest. */
const inFull = ({ effect, what }: Decision): boolean =>
  effect === 'ALLOW' || (effect === 'LIMITED' && what === 'CHILD_FRIENDLY');

/** Asked of the policy in somebody's place, for what their role works with families for. */
export function asThem(actor: ActorFacts, purpose: Purpose, facts: EpisodeFacts, now: string): MayRead {
  return (asked) =>
    inFull(
      decide(
        { actor, episode: facts, settings: DEFAULT_SETTINGS },
        { purpose, action: 'read', channel: 'screen', reasonId: null, item: itemOf(facts, asked) },
        now,
      ),
    );
}

/** A colleague may read what any hat of theirs would be answered. Without a hat, or kept out of the case: nothing. */
export function asColleague(
  hats: readonly ActorFacts[],
  isKeptOut: boolean,
  facts: EpisodeFacts,
  now: string,
): MayRead {
  if (isKeptOut || hats.length === 0) return NOBODY;
  const each = hats.map((hat) => asThem(hat, 'COORDINATE', facts, now));
  return (asked) => each.some((may) => may(asked));
}

/** What everybody may read; the same question is put to each of them once. */
export function together(present: readonly MayRead[]): MayRead {
  const known = new Map<string, boolean>();
  return (asked) => {
    const key = JSON.stringify(asked);
    const before = known.get(key);
    if (before !== undefined) return before;
    const may = present.every((one) => one(asked));
    known.set(key, may);
    return may;
  };
}
