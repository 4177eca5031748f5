import {
  decide,
  DEFAULT_SETTINGS,
  type ActorFacts,
  type Category,
  type Decision,
  type EpisodeFacts,
  type Purpose,
} from '@encircle/shared/policy';

/** The policy's answer to sending one kind of information about a child to a recipient, now. */
export function maySend(
  sender: { actor: ActorFacts; who: { purpose: string }; now: string },
  episode: EpisodeFacts,
  about: { subjectId: string; category: Category },
  recipient: { userId: string | null; agencyId: string },
): Decision {
  return decide(
    { actor: sender.actor, episode, settings: DEFAULT_SETTINGS },
    {
      purpose: sender.who.purpose as Purpose,
      action: 'send',
      channel: 'screen',
      reasonId: null,
      item: {
        subjectId: about.subjectId,
        aboutPersonId: null,
        categories: [about.category],
        sourceAgencyId: null,
        authorId: null,
        namedWorkerIds: [],
        recordedAt: null,
      },
      recipient,
    },
    sender.now,
  );
}
