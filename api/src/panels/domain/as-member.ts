import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import type { Asker } from '#api/access/asker.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * The same moment, asked by a member of that panel with the case before them: what the light of an agenda is made of, also
 * before the papers have gone out. Nobody in particular, so that it speaks for the panel and not for a person.
 */
export function asMember(
  ctx: AccessContext,
  facts: EpisodeFacts,
  panelId: string,
): { asker: Asker; facts: EpisodeFacts } {
  const asker: Asker = {
    who: { ...ctx.who, userId: NOBODY, agencyId: panelId, role: 'PANEL', purpose: 'PANEL' },
    actor: { ...ctx.actor, userId: NOBODY, agencyId: panelId, role: 'PANEL', personId: null, live: true },
    now: ctx.now,
    today: ctx.today,
  };
  const edge = {
    id: NOBODY,
    userId: NOBODY,
    agencyId: panelId,
    kind: 'PANEL_AGENDA' as const,
    from: ctx.now,
    to: null,
  };
  return { asker, facts: { ...facts, edges: [...facts.edges, edge] } };
}
