import type { ActorFacts, EpisodeFacts } from '@encircle/shared/policy';

/**
 * Who may plan, change and record meetings of a case (rule 2.3): the lead professional; the author while nobody
 * leads; the chair and the minute taker of this one meeting; the CAF team with a task. Asked beside the policy.
 */
export function runsMeetings(
  actor: ActorFacts,
  facts: EpisodeFacts,
  meeting: { chairId: string | null; minuteTakerId: string | null } | null,
  now: string,
): boolean {
  const live = facts.edges.filter((edge) => edge.from <= now && (edge.to === null || now < edge.to));
  const own = live.filter((edge) => edge.userId === actor.userId && edge.agencyId === actor.agencyId);
  const kinds = own.map((edge) => edge.kind);
  if (kinds.includes('LP') || (actor.role === 'CAFC' && kinds.includes('CAFC_TASK'))) return true;
  if (kinds.includes('AUTHOR') && !live.some((edge) => edge.kind === 'LP')) return true;
  const named = meeting !== null && [meeting.chairId, meeting.minuteTakerId].includes(actor.userId);
  return named && kinds.some((kind) => kind === 'TACM' || kind === 'AUTHOR');
}

/** Who leads the case now. */
export const leadsOf = (facts: EpisodeFacts, now: string): string[] =>
  facts.edges
    .filter((edge) => edge.kind === 'LP' && edge.from <= now && (edge.to === null || now < edge.to))
    .map((edge) => edge.userId);

/** Live members of the team with the agency they are there for. */
export function agencyOnCase(facts: EpisodeFacts, userId: string, now: string): string | null {
  const edge = facts.edges.find(
    (each) =>
      each.userId === userId &&
      (each.kind === 'LP' || each.kind === 'TACM' || each.kind === 'AUTHOR') &&
      each.from <= now &&
      (each.to === null || now < each.to),
  );
  return edge?.agencyId ?? null;
}
