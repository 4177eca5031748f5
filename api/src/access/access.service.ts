import { Injectable } from '@nestjs/common';
import {
  admitsRecord,
  decide,
  DEFAULT_SETTINGS,
  type Category,
  type Decision,
  type EpisodeFacts,
  type Purpose,
} from '@encircle/shared/policy';
import type { AccessContext } from './access-context.js';
import type { Asker } from './asker.js';
import { itemOf, type Asked } from './item-of.js';
import { forbidden, notFound } from '#api/platform/errors/domain-error.js';

/** The gate: brings facts to the policy and refuses. `demand` is for one record, `visible` for what may be shown. */
@Injectable()
export class AccessService {
  /** The facts of an episode, or the answer of a record that is not there. */
  async facts(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const row = await ctx.uow.one<{ facts: EpisodeFacts | null }>('select sec.episode_facts($1) as facts', [
      episodeId,
    ]);
    if (!row?.facts) throw notFound();
    return row.facts;
  }

  decide(ctx: Asker, facts: EpisodeFacts, action: 'read' | 'write' | 'dispose', asked: Asked): Decision {
    return decide(
      { actor: ctx.actor, episode: facts, settings: DEFAULT_SETTINGS },
      {
        purpose: ctx.who.purpose as Purpose,
        action,
        channel: 'screen',
        reasonId: ctx.who.reason,
        item: itemOf(facts, asked, action),
      },
      ctx.now,
    );
  }

  /**
   * @returns the decision when it lets the actor read (or write) at all
   * @throws 404 when the actor must not learn that it exists, 403 with the reason code when they may know
   */
  demand(ctx: Asker, facts: EpisodeFacts, action: 'read' | 'write', asked: Asked): Decision {
    const decision = this.decide(ctx, facts, action, asked);
    if (decision.effect === 'DENY_HIDE') throw notFound();
    if (decision.effect === 'DENY')
      throw mayKnow(ctx, decision) ? forbidden(decision.reasons[0] ?? 'NOT_ALLOWED') : notFound();
    if (action === 'write' && (decision.readOnly || decision.effect === 'LIMITED')) {
      throw forbidden(decision.what ?? 'READ_ONLY');
    }
    return decision;
  }

  /** What is kept for a whole family is read for the sake of any of its children. @throws as `demand` */
  demandOfAny(ctx: Asker, facts: EpisodeFacts, asked: Asked): Decision {
    for (const { personId: subjectId } of facts.subjects) {
      const decision = this.decide(ctx, facts, 'read', { ...asked, subjectId });
      if (decision.effect === 'ALLOW') return decision;
    }
    return this.demand(ctx, facts, 'read', asked);
  }

  /** The child is one this actor may know to be there. */
  knowsChild(
    ctx: Asker & { userId: string; agencyId: string },
    facts: EpisodeFacts,
    childId: string,
  ): boolean {
    const wrote = facts.edges.some((edge) => edge.userId === ctx.userId && edge.kind === 'AUTHOR');
    const { effect } = this.decide(ctx, facts, 'read', {
      subjectId: childId,
      categories: ['IDENT'],
      sourceAgencyId: wrote ? ctx.agencyId : null,
    });
    return effect === 'ALLOW' || effect === 'LIMITED';
  }

  /** The kinds of information about one child this actor may read: what decides which tabs are there. */
  categories(ctx: Asker, facts: EpisodeFacts, subjectId: string, asked: readonly Category[]): Category[] {
    return asked.filter(
      (category) => this.decide(ctx, facts, 'read', { subjectId, categories: [category] }).effect === 'ALLOW',
    );
  }
}

/**
 * May a refusal say that there is something? The decision says so; whoever holds the index of all cases (rule 6.5) has
 * matched the record already.
 */
export const mayKnow = (ctx: Asker, decision: Decision): boolean =>
  admitsRecord(decision, ctx.actor.role === 'CAFC');

export type { Asked };
