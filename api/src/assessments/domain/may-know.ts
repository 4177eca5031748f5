import {
  decide,
  DEFAULT_SETTINGS,
  type ActorFacts,
  type Category,
  type EpisodeFacts,
} from '@encircle/shared/policy';

/**
 * Did the family agree that this colleague may know these kinds of information about the child, for the assessment? They
 * stand in the asker's place in steps 10 to 14 of rule 6.4, and the asker has to see it too.
 */
export function mayKnow(
  asker: { actor: ActorFacts; userId: string; agencyId: string; now: string },
  episode: EpisodeFacts,
  subjectId: string,
  categories: readonly Category[],
  recipient: { userId: string; agencyId: string },
): boolean {
  const decision = decide(
    { actor: asker.actor, episode, settings: DEFAULT_SETTINGS },
    {
      purpose: 'ASSESS',
      action: 'send',
      channel: 'screen',
      reasonId: null,
      item: {
        subjectId,
        aboutPersonId: null,
        categories: [...categories],
        sourceAgencyId: asker.agencyId,
        authorId: asker.userId,
        namedWorkerIds: [],
        recordedAt: null,
      },
      recipient,
    },
    asker.now,
  );
  return decision.effect === 'ALLOW';
}
