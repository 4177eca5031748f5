import {
  decide,
  DEFAULT_SETTINGS,
  type ActorFacts,
  type EpisodeFacts,
  type Purpose,
} from '@encircle/shared/policy';
import { itemOf, type Asked } from './item-of.js';

export interface Sender {
  actor: ActorFacts;
  who: { purpose: string; agencyId: string | null };
  now: string;
}

/** May this be sent to that person: the recipient stands in the sender's place in steps 10 to 14 of rule 6.4. */
export function maySend(
  sender: Sender,
  episode: EpisodeFacts,
  item: Asked,
  recipient: { userId: string | null; agencyId: string },
): boolean {
  const decision = decide(
    { actor: sender.actor, episode, settings: DEFAULT_SETTINGS },
    {
      purpose: sender.who.purpose as Purpose,
      action: 'send',
      channel: 'screen',
      reasonId: null,
      item: itemOf(episode, item),
      recipient,
    },
    sender.now,
  );
  if (decision.effect === 'ALLOW') return true;
  if (decision.reasons.some((reason) => reason === 'R21_BLOCK' || reason === 'R04_SHIELD')) return false;
  // A colleague of the service that wrote it has it already (rule R19), except what was kept to one person.
  return item.sourceAgencyId === recipient.agencyId && !item.categories.includes('PRIVATE');
}
