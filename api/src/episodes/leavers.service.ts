import { Injectable } from '@nestjs/common';
import type { HandedOver, HandOverCases, LeaverCases } from '@encircle/shared/episodes';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid, notFound } from '#api/platform/errors/domain-error.js';
import { handOver, manages, placesOf } from './persistence/leavers.repository.js';

/** A worker leaves: the manager of the service puts a colleague in each of their places, many at once (rule 5.6). */
@Injectable()
export class LeaversService {
  /** References and stages only: a manager reads a record where the family agreed to the service, not here. */
  async cases(ctx: AccessContext, userId: string, query: PageQuery): Promise<LeaverCases> {
    await this.demandOwn(ctx, userId);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await placesOf(ctx.uow, userId, refOf(query.after), limit + 1);
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    await ctx.audit({
      categories: ['INVOLVE'],
      channel: 'list',
      count: items.length,
      basis: [`user:${userId}`],
    });
    return { items, next: last ? encodeCursor([last.ref]) : null };
  }

  /** Each case by itself: one that cannot go keeps its worker and says so, the others go. */
  async handOver(ctx: AccessContext, userId: string, body: HandOverCases): Promise<HandedOver> {
    await this.demandOwn(ctx, userId);
    if (!(await manages(ctx.uow, body.toUserId)))
      throw invalid({ toUserId: ['Choose a colleague of your own service'] });
    const items: HandedOver['items'] = [];
    // In one order, so that two managers at once cannot wait for each other.
    for (const episodeId of [...body.episodeIds].sort()) {
      const answer = await handOver(ctx.uow, episodeId, userId, body.toUserId, body.checkOnly);
      items.push({ episodeId, answer });
      if (answer === 'MOVED')
        await ctx.audit({
          action: 'lead.handed-over',
          episodeId,
          categories: ['INVOLVE'],
          basis: [`from:${userId}`, `to:${body.toUserId}`],
        });
    }
    const moved = items.filter((each) => each.answer === 'MOVED').length;
    await ctx.audit({
      action: body.checkOnly ? 'leaver.checked' : 'leaver.handed-over',
      categories: ['INVOLVE'],
      basis: [`user:${userId}`],
      count: moved,
    });
    return { items };
  }

  /** @throws 404 as for a random id, for whoever works elsewhere */
  private async demandOwn(ctx: AccessContext, userId: string): Promise<void> {
    if (!(await manages(ctx.uow, userId))) throw notFound();
  }
}

function refOf(after: string | undefined): string | null {
  if (after === undefined) return null;
  const [ref] = decodeCursor(after, 1) ?? [];
  if (typeof ref !== 'string') throw invalid({ after: ['Begin again from the first page'] });
  return ref;
}
