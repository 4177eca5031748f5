import { isLive, type EpisodeFacts } from '@encircle/shared/policy';

interface Asker {
  userId: string;
  agencyId: string | null;
  role: string;
}

/** Whose work it is: of one version, who wrote it and for which service. */
export interface Work {
  authorId: string | null;
  agencyId: string | null;
}

/**
 * For which service's work this person may look and say so: managers for people of their own who wrote or lead, the CAF team
 * where it has a task (rule 2.3). Nobody signs off their own work.
 */
export function overseenAgency(
  asker: Asker,
  { edges }: Pick<EpisodeFacts, 'edges'>,
  now: string,
  work: Work | null,
): string | null {
  const open = edges.filter((edge) => isLive(edge, now));
  const placed = open.filter(({ kind }) => kind === 'AUTHOR' || kind === 'LP');
  if (work?.authorId === asker.userId || placed.some(({ userId }) => userId === asker.userId)) return null;
  if (asker.role === 'AMGR')
    return placed.some(({ agencyId }) => agencyId === asker.agencyId) ? asker.agencyId : null;
  const hasTask = open.some(({ kind, userId }) => kind === 'CAFC_TASK' && userId === asker.userId);
  if (asker.role !== 'CAFC' || !hasTask) return null;
  const lead = placed.find(({ kind }) => kind === 'LP') ?? placed[0];
  const wrote = placed.find(({ agencyId }) => agencyId === work?.agencyId);
  return (wrote ?? lead)?.agencyId ?? null;
}

/** Who answers what came back: whoever wrote or leads now. */
export function workedBy({ edges }: Pick<EpisodeFacts, 'edges'>, now: string): string[] {
  const placed = edges.filter((edge) => isLive(edge, now) && (edge.kind === 'AUTHOR' || edge.kind === 'LP'));
  return [...new Set(placed.map(({ userId }) => userId))];
}
