import { isInForce, isRefusedService, names, type EpisodeFacts } from '../policy/index.js';

export type Invitable = 'AGREED' | 'REFUSED' | 'NOT_AGREED';

/**
 * Whether the family lets this worker of this service be asked in (guard of T15, rule 5.5 number 2). A refusal stands
 * before any agreement; colleagues of a service already at work for its own case need none. `at` is a UTC instant.
 */
export function invitable(
  episode: EpisodeFacts,
  recipient: { userId: string; agencyId: string },
  ownAgencyId: string,
  at: string,
): Invitable {
  if (isRefusedService(episode, recipient.agencyId, at)) return 'REFUSED';
  if (recipient.agencyId === ownAgencyId) return 'AGREED';
  const agreed = episode.consents.some((row) => names(row, recipient) && isInForce(row, episode, at));
  return agreed ? 'AGREED' : 'NOT_AGREED';
}

/** Services and persons other than the author's own service that an agreement in force names (guard of T15). */
export function othersAgreed(episode: EpisodeFacts, ownAgencyId: string, at: string): number {
  const others = episode.consents
    .filter((row) => row.recipientId !== ownAgencyId && isInForce(row, episode, at))
    .map((row) => row.recipientId);
  return new Set(others).size;
}
