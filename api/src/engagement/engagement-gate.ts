import { Injectable } from '@nestjs/common';
import type { Edge, EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DomainError, forbidden, notFound } from '#api/platform/errors/domain-error.js';

const TEAM: readonly Edge['kind'][] = ['AUTHOR', 'LP', 'TACM'];
const WITHOUT_AGREEMENT = ['CONSENT_SEEKING', 'TAP'];

/** Work without agreement is each service's own: only its workers with a place on the case, and their manager. */
@Injectable()
export class EngagementGate {
  constructor(private readonly access: AccessService) {}

  /** @throws 404 without a place on the case, 403 when the place has ended */
  async read(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.access.facts(ctx, episodeId);
    const own = { categories: ['NOTES'] as const, authorId: ctx.userId, sourceAgencyId: ctx.agencyId };
    this.access.demand(ctx, facts, 'read', own);
    const places = facts.edges.filter((edge) => this.isPlace(ctx, edge));
    if (places.length === 0) throw notFound();
    if (!places.some((edge) => isLive(ctx, edge))) throw forbidden('R20_FORMER');
    return facts;
  }

  /** @throws 422 once the family has agreed, or the work has ended */
  async write(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.read(ctx, episodeId);
    if (
      !facts.edges.some((edge) => edge.userId === ctx.userId && this.isPlace(ctx, edge) && isLive(ctx, edge))
    )
      throw forbidden('R05_RELATION');
    if (!this.isOpen(facts)) throw new DomainError('NOT_WITHOUT_AGREEMENT', 422);
    return facts;
  }

  mayWrite(ctx: AccessContext, facts: EpisodeFacts): boolean {
    return this.isOpen(facts) && facts.edges.some((edge) => edge.userId === ctx.userId && isLive(ctx, edge));
  }

  private isOpen({ state }: EpisodeFacts): boolean {
    return WITHOUT_AGREEMENT.includes(state);
  }

  private isPlace({ actor }: AccessContext, edge: Edge): boolean {
    return (
      TEAM.includes(edge.kind) &&
      edge.agencyId === actor.agencyId &&
      (edge.userId === actor.userId || actor.role === 'AMGR')
    );
  }
}

const isLive = ({ now }: AccessContext, edge: Edge): boolean =>
  edge.from <= now && (edge.to === null || now < edge.to);
