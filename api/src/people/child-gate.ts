import { Injectable } from '@nestjs/common';
import type { Category, Decision, EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { forbidden, notFound } from '#api/platform/errors/domain-error.js';
import {
  episodesOf,
  isUnstarted,
  personById,
  type PersonRow,
} from '#api/people/persistence/children.repository.js';

/** On what a person's record was opened: an episode with its decision, or having just added the person oneself. */
export interface Opened {
  person: PersonRow;
  facts: EpisodeFacts | null;
  decision: Decision | null;
}

/** A child stands in several episodes, each with its own agreement: the first that lets the actor see opens the record. */
@Injectable()
export class ChildGate {
  constructor(private readonly access: AccessService) {}

  /** @throws 404 for a child the actor must not learn of, 403 with the reason for one they know */
  async open(
    ctx: AccessContext,
    childId: string,
    category: Category,
    action: 'read' | 'write' = 'read',
  ): Promise<Opened> {
    const person = await personById(ctx.uow, childId);
    if (!person) throw notFound();
    if (await isUnstarted(ctx.uow, childId)) return { person, facts: null, decision: null };
    const episodes = await episodesOf(ctx.uow, childId);
    const asked = { subjectId: childId, categories: [category], authorId: person.createdBy };
    let first: EpisodeFacts | null = null;
    for (const id of episodes) {
      const facts = await this.access.facts(ctx, id);
      first ??= facts;
      const decision = this.access.decide(ctx, facts, action, asked);
      if (decision.effect === 'ALLOW' && !(action === 'write' && decision.readOnly))
        return { person, facts, decision };
    }
    if (!first) throw notFound();
    const decision = this.access.demand(ctx, first, action, asked);
    if (decision.what === 'STUB' || decision.what === 'CHILD_FRIENDLY')
      return { person, facts: first, decision };
    throw forbidden(decision.what ?? 'NOT_ALLOWED');
  }

  /** Whether where the child lives may be shown with it. */
  mayLocate(ctx: AccessContext, { person, facts, decision }: Opened): boolean {
    if (facts === null) return true;
    if (decision?.effect !== 'ALLOW') return false;
    const asked = {
      subjectId: person.id,
      categories: ['IDENT'] as const,
      authorId: person.createdBy,
      locating: true,
    };
    return this.access.decide(ctx, facts, 'read', asked).effect === 'ALLOW';
  }
}
