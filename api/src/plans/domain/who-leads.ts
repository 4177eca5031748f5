import type { ActorFacts, EpisodeFacts } from '@encircle/shared/policy';

/** Who keeps the plan (rule 2.3): the lead professional, or the author while nobody leads. Asked beside the policy. */
export function leadsPlan(actor: ActorFacts, facts: EpisodeFacts, now: string): boolean {
  const live = facts.edges.filter((edge) => edge.from <= now && (edge.to === null || now < edge.to));
  const own = live
    .filter((edge) => edge.userId === actor.userId && edge.agencyId === actor.agencyId)
    .map((edge) => edge.kind);
  if (own.includes('LP')) return true;
  return own.includes('AUTHOR') && !live.some((edge) => edge.kind === 'LP');
}

export function isOfFamily(facts: EpisodeFacts, personId: string): boolean {
  return [...facts.subjects, ...facts.relatives].some((each) => each.personId === personId);
}
