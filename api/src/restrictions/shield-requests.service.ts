import { Injectable } from '@nestjs/common';
import { DEFAULT_LIMIT, decodeCursor, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type {
  AskForShield,
  DeclineShield,
  ShieldRequestsView,
  ShieldsAskedPage,
} from '@encircle/shared/restrictions';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DomainError, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import {
  declineShield,
  insertShieldRequest,
  ownShieldRequests,
  shieldAskedOf,
  shieldsAsked,
  type ShieldAskedRow,
} from './persistence/shield-requests.repository.js';

const TEAM: readonly string[] = ['AUTHOR', 'LP', 'TACM'];

/**
 * Whoever works with a child asks the CAF team for a shield (rule 6.8); putting one on answers what was asked. No audit row here
 * carries the case or the child: a parent may read who has looked, and must not learn that somebody asked.
 */
@Injectable()
export class ShieldRequestsService {
  constructor(private readonly access: AccessService) {}

  /** @throws 404 for whoever has no place on the case, 409 ASKED_ALREADY while an own question waits */
  async ask(ctx: AccessContext, episodeId: string, body: AskForShield): Promise<ShieldRequestsView> {
    const facts = await this.placed(ctx, episodeId);
    const children = facts.subjects.map(({ personId }) => personId);
    const childId = body.childId ?? (children.length === 1 ? children[0] : undefined);
    if (childId === undefined || !children.includes(childId))
      throw invalid({ childId: ['Choose a child of this case'] });
    const id = await insertShieldRequest(ctx, episodeId, childId, body);
    if (id === null) throw new DomainError('ASKED_ALREADY', 409);
    await ctx.audit({ basis: [`shield-request:${id}`], fields: ['ground'] });
    return { items: await ownShieldRequests(ctx, episodeId) };
  }

  async own(ctx: AccessContext, episodeId: string): Promise<ShieldRequestsView> {
    await this.placed(ctx, episodeId);
    const items = await ownShieldRequests(ctx, episodeId);
    await ctx.audit({ count: items.length });
    return { items };
  }

  async waiting(ctx: AccessContext, query: PageQuery): Promise<ShieldsAskedPage> {
    const after = query.after === undefined ? null : decodeCursor(query.after, 2);
    if (query.after !== undefined && after === null)
      throw invalid({ after: ['Start the list again from its first page'] });
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await shieldsAsked(ctx, after as [string, string] | null, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    await ctx.audit({
      channel: 'list',
      basis: [`role:${ctx.who.role}`],
      count: page.length,
    });
    return {
      items: page.map(view),
      next: rows.length > limit && last ? encodeCursor([last.askedAt, last.id]) : null,
    };
  }

  async decline(ctx: AccessContext, id: string, body: DeclineShield): Promise<ShieldsAskedPage> {
    const found = await shieldAskedOf(ctx, id);
    if (!found) throw notFound();
    if (!(await declineShield(ctx, id, body.version, body.reason)))
      throw stale({ current: view(found), yours: body });
    await ctx.audit({ basis: [`shield-request:${id}`], fields: ['answer'] });
    return this.waiting(ctx, {});
  }

  /** A place on the case, and nothing that hides it: a block, a seal, or a shield that came meanwhile. */
  private async placed(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.access.facts(ctx, episodeId);
    const placed = facts.edges.some(
      ({ userId, kind, from, to }) =>
        userId === ctx.userId && TEAM.includes(kind) && from <= ctx.now && (to === null || ctx.now < to),
    );
    if (!placed) throw notFound();
    this.access.demand(ctx, facts, 'read', { categories: ['INVOLVE'], authorId: ctx.userId });
    return facts;
  }
}

const view = ({ episodeId: _, ...row }: ShieldAskedRow): ShieldsAskedPage['items'][number] => row;
