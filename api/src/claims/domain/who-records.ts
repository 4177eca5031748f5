import type { ActorFacts, EpisodeFacts } from '@encircle/shared/policy';

/** Whoever leads or led to the end, the author while nobody leads, and the manager of either. Asked beside the policy. */
export function recordsEvidence(actor: ActorFacts, facts: EpisodeFacts, now: string): boolean {
  if (actor.role !== 'PRACT' && actor.role !== 'AMGR') return false;
  const live = facts.edges.filter((edge) => edge.from <= now && (edge.to === null || now < edge.to));
  const kind = live.some((edge) => edge.kind === 'LP') ? 'LP' : 'AUTHOR';
  return live.some(
    (edge) =>
      edge.kind === kind &&
      edge.agencyId === actor.agencyId &&
      (edge.userId === actor.userId || actor.role === 'AMGR'),
  );
}
