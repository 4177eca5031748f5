import { Injectable } from '@nestjs/common';
import { DEFAULT_LIMIT, decodeCursor, encodeCursor } from '@encircle/shared/paging';
import type {
  ChangeService,
  KeepService,
  ServiceList,
  ServiceQuery,
  ServiceView,
} from '@encircle/shared/services';
import type { AccessContext } from '#api/access/access-context.js';
import { DomainError, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import {
  agencyIsThere,
  changeService,
  insertService,
  serviceById,
  servicePage,
  worksThere,
} from './persistence/services.repository.js';

/** What services there are (J5): everybody at work looks them up, the CAF team keeps them. No child is in it. */
@Injectable()
export class ServicesService {
  async list(ctx: AccessContext, query: ServiceQuery): Promise<ServiceList> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await servicePage(ctx.uow, query, cursorOf(query.after), limit + 1);
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? encodeCursor([last.name.toLowerCase(), last.id]) : null };
  }

  /** @throws 409 IN_DIRECTORY for a second one of that name */
  async add(ctx: AccessContext, body: KeepService): Promise<ServiceView> {
    await refuse(ctx, body);
    const id = await insertService(ctx, body);
    if (id === null)
      throw new DomainError('IN_DIRECTORY', 409, {
        detail: 'A service of this name is in the directory already',
      });
    await ctx.audit({ basis: [`service:${id}`], fields: Object.keys(body) });
    return this.one(ctx, id);
  }

  /** Keeping it says that it was checked today. @throws 409 STALE with what is stored */
  async change(ctx: AccessContext, id: string, body: ChangeService): Promise<ServiceView> {
    const stored = await this.one(ctx, id);
    await refuse(ctx, body);
    if (body.agencyId !== stored.agencyId)
      throw invalid({ agencyId: ['Whose service it is stays: end this one and add another'] });
    if (!(await changeService(ctx, id, body))) throw stale({ stored, sent: body });
    await ctx.audit({ basis: [`service:${id}`], fields: Object.keys(body) });
    return body.ended ? stored : this.one(ctx, id);
  }

  /** @throws 404 for one there is not, or that has ended */
  async one(ctx: AccessContext, id: string): Promise<ServiceView> {
    const found = await serviceById(ctx.uow, id);
    if (!found) throw notFound();
    return found;
  }
}

async function refuse(ctx: AccessContext, body: KeepService): Promise<void> {
  const problems: Record<string, string[]> = {};
  if (body.ageTo < body.ageFrom) problems['ageTo'] = ['Enter an age that is not below the first'];
  if (!(await agencyIsThere(ctx.uow, body.agencyId)))
    problems['agencyId'] = ['Choose the service from the list'];
  if (body.contactId && !(await worksThere(ctx.uow, body.contactId, body.agencyId)))
    problems['contactId'] = ['Choose somebody who works for that service'];
  if (Object.keys(problems).length > 0) throw invalid(problems);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function cursorOf(after: string | undefined): readonly [string, string] | null {
  if (after === undefined) return null;
  const [name, id] = decodeCursor(after, 2) ?? [];
  if (typeof name !== 'string' || typeof id !== 'string' || !UUID.test(id))
    throw invalid({ after: ['Start the list again from its first page'] });
  return [name, id];
}
