import { Injectable } from '@nestjs/common';
import {
  windowsAtWithdrawal,
  type AgreementFiguresView,
  type DecideDispute,
  type WaitingAgreementsQuery,
  type WaitingAgreementsView,
} from '@encircle/shared/consents';
import { financialQuarterOf } from '@encircle/shared/dates';
import { DEFAULT_LIMIT, decodeCursor, encodeCursor } from '@encircle/shared/paging';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import {
  agreementFigures,
  disputeCase,
  disputesWaiting,
  settleDispute,
  waitingAgreements,
} from './persistence/waiting.repository.js';

/** Agreements that managers, the CAF team and governance look after: about to lapse, disputed, to be asked anew. */
@Injectable()
export class WaitingService {
  async list(ctx: AccessContext, query: WaitingAgreementsQuery): Promise<WaitingAgreementsView> {
    const after = query.after === undefined ? null : decodeCursor(query.after, 3);
    if (query.after !== undefined && after === null)
      throw invalid({ after: ['Start the list again from its first page'] });
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await waitingAgreements(
      ctx.uow,
      after as [string, string, string] | null,
      limit + 1,
      query.kind ?? null,
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    await ctx.audit({ count: items.length, channel: 'list' });
    return {
      items,
      next: rows.length > limit && last ? encodeCursor([last.due, last.kind, last.recordId]) : null,
      disputed: await disputesWaiting(ctx.uow),
      mayDecide: ctx.actor.role === 'CAFC',
    };
  }

  /** Indicators M28 and M29 of the present quarter. */
  async figures(ctx: AccessContext): Promise<AgreementFiguresView> {
    const { label, from, to } = financialQuarterOf(ctx.today);
    const items = await agreementFigures(ctx.uow, from, to);
    await ctx.audit({ channel: 'count', count: items.length });
    return { scope: ctx.actor.role === 'AMGR' ? 'AGENCY' : 'ALL', label, from, to, items };
  }

  /** In force at once (rule 6.10). @throws 409 STALE when it was decided or has ended meanwhile */
  async decide(ctx: AccessContext, id: string, command: DecideDispute): Promise<WaitingAgreementsView> {
    const about = await disputeCase(ctx.uow, id);
    if (!about) throw notFound();
    const outcome = await settleDispute(ctx.uow, id, command, windowsAtWithdrawal('ALL', ctx.now));
    if (outcome === 'STALE') throw stale({ yours: command });
    await ctx.audit({
      episodeId: about.episodeId,
      childIds: [about.subjectId],
      basis: [`dispute:${id}`, outcome],
      fields: ['reasons'],
    });
    return this.list(ctx, {});
  }
}
