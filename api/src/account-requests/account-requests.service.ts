import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  AccountRequestsPage,
  AccountRequestView,
  AnswerAccountRequest,
  KeepAccountRequest,
} from '@encircle/shared/account-requests';
import { dayProblem } from '@encircle/shared/episodes';
import { DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import {
  accountRequestById,
  accountRequests,
  answerAccountRequest,
  insertAccountRequest,
  openAccount,
  type AccountRequestRow,
} from './persistence/account-requests.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { cursorOf } from '#api/platform/http/cursor.js';

/**
 * Asking for an account (rule 6.6). An information officer keeps what was asked and answers it. A parent whom an order, a
 * shield or a risk keeps out gets the letter somebody gets about a child nobody knows, and no row ties the asker to a case.
 */
@Injectable()
export class AccountRequestsService {
  async list(ctx: AccessContext, query: PageQuery): Promise<AccountRequestsPage> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await accountRequests(ctx, cursorOf(query.after), limit + 1);
    const page = rows.slice(0, limit);
    await ctx.audit({ channel: 'list', basis: [`role:${ctx.who.role}`], count: page.length });
    const last = page.at(-1);
    return {
      items: page.map(viewOf),
      next: rows.length > limit && last ? encodeCursor([last.createdKey, last.id]) : null,
    };
  }

  async keep(ctx: AccessContext, body: KeepAccountRequest): Promise<AccountRequestView> {
    const wrong = dayProblem(body.receivedOn, ctx.today);
    if (wrong) throw invalid({ receivedOn: [wrong] });
    const reference = `AR-${randomBytes(4).toString('hex').toUpperCase()}`;
    const id = await insertAccountRequest(ctx, reference, body);
    await ctx.audit({ basis: [reference], fields: ['requester', 'about'] });
    return this.demand(ctx, id);
  }

  /** @throws 400 naming the reference, with one answer for every reason nothing may be opened */
  async answer(ctx: AccessContext, id: string, body: AnswerAccountRequest): Promise<AccountRequestView> {
    const stored = await this.demand(ctx, id);
    let episodeId: string | null = null;
    if (body.answer === 'OPENED') {
      const fields: Record<string, string[]> = {};
      if (body.ref === undefined) fields['ref'] = ['Enter the reference of the case'];
      if (body.identity === undefined) fields['identity'] = ['Say how identity was proven'];
      if (Object.keys(fields).length > 0) throw invalid(fields);
      if (stored.status === 'WAITING' && stored.version === body.version) {
        episodeId = await openAccount(ctx, (body.ref ?? '').toUpperCase(), stored.requester);
        if (episodeId === null)
          throw invalid({ ref: ['Nothing can be opened to this person by this reference: send the letter'] });
      }
    }
    if (!(await answerAccountRequest(ctx, id, body))) throw stale({ stored, sent: body });
    await ctx.audit({ episodeId, basis: [stored.reference, body.answer], fields: ['status'] });
    return this.demand(ctx, id);
  }

  private async demand(ctx: AccessContext, id: string): Promise<AccountRequestView> {
    const found = await accountRequestById(ctx, id);
    if (!found) throw notFound();
    return viewOf(found);
  }
}

function viewOf({ createdKey: _, ...row }: AccountRequestRow): AccountRequestView {
  return row;
}
