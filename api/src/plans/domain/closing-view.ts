import { londonDate } from '@encircle/shared/dates';
import type { LifecycleRole } from '@encircle/shared/lifecycle';
import type { ClosingView } from '@encircle/shared/plans';
import { isLive, type ActorFacts, type EpisodeFacts } from '@encircle/shared/policy';

interface StoredClosing {
  id: string;
  version: number;
  body: {
    status: 'WAITING' | 'CLOSED' | 'SENT_BACK';
    waitingFor: string[];
    form: Record<string, unknown> & { reason: string };
    retentionUntil?: string;
    sentBackReason?: string;
  };
}

export function closingView(
  facts: EpisodeFacts,
  row: StoredClosing | null,
  mayClose: boolean,
  sentBackReason: string | null = null,
): ClosingView {
  const body = row?.body;
  const summary = body?.form['summary'];
  const status = sentBackReason === null ? (body?.status ?? null) : 'SENT_BACK';
  return {
    episodeId: facts.id,
    state: facts.state,
    id: row?.id ?? null,
    reason: body?.form.reason ?? null,
    status,
    waitingFor: status === 'WAITING' ? (body?.waitingFor ?? []) : [],
    closedOn: facts.closedAt === null ? null : londonDate(facts.closedAt),
    retentionUntil: body?.retentionUntil ?? null,
    summary: typeof summary === 'string' ? summary : null,
    sentBackReason: sentBackReason ?? body?.sentBackReason ?? null,
    obstacles: [],
    mayClose,
    version: row?.version ?? 0,
  };
}

/** What this actor is on the case now, as far as closing asks. */
export function rolesHere(actor: ActorFacts, facts: EpisodeFacts, now: string): LifecycleRole[] {
  const kinds = facts.edges
    .filter((edge) => edge.userId === actor.userId && edge.agencyId === actor.agencyId)
    .filter((edge) => isLive(edge, now))
    .map((edge) => edge.kind);
  const roles: LifecycleRole[] = [];
  if (kinds.includes('LP')) roles.push('LP');
  if (kinds.includes('AUTHOR')) roles.push('AUTHOR');
  if (actor.role === 'CAFC') roles.push('CAFC');
  // A manager ends an engagement plan of the own service (T11).
  if (
    actor.role === 'AMGR' &&
    facts.edges.some((edge) => edge.agencyId === actor.agencyId && isLive(edge, now))
  )
    roles.push('AMGR');
  return roles;
}
