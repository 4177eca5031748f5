import { Injectable } from '@nestjs/common';
import { addWorkingDays } from '@encircle/shared/dates';
import { BREACH_OUTCOMES } from '@encircle/shared/codes';
import {
  BREACH_WITHIN,
  reviewState,
  type AccessReviewRow,
  type AccessReviewsPage,
  type AccessReviewView,
  type DecideAccessReview,
  type ReviewsQuery,
} from '@encircle/shared/emergency-access';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor } from '@encircle/shared/paging';
import { step } from './persistence/emergency.repository.js';
import {
  looksUnder,
  openAndLate,
  reviewById,
  reviewPage,
  type StoredAccessReview,
} from './persistence/reviews.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import { forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';

/** The queue of access without agreement: the information-governance officers decide, the CAF team looks on. */
@Injectable()
export class AccessReviewsService {
  async list(ctx: AccessContext, query: ReviewsQuery): Promise<AccessReviewsPage> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const done = query.show === 'DONE';
    const rows = await reviewPage(ctx, done, placeOf(query.after, done), limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    await ctx.audit({
      channel: 'list',
      categories: ['LOG'],
      basis: [`role:${ctx.who.role}`],
      count: page.length,
    });
    return {
      items: page.map((row) => rowOf(row, ctx.today)),
      next: last ? encodeCursor([(done ? last.decidedAt : last.dueOn) ?? '', last.id]) : null,
      ...(await openAndLate(ctx)),
    };
  }

  async view(ctx: AccessContext, id: string): Promise<AccessReviewView> {
    const stored = await this.demand(ctx, id);
    await this.noted(ctx, 'access-review.viewed');
    return this.viewOf(ctx, stored);
  }

  async start(ctx: AccessContext, id: string, version: number): Promise<AccessReviewView> {
    const stored = await this.reviewable(ctx, id);
    if (!(await step(ctx, 'sec.start_access_review($1, $2)', [id, version])))
      throw stale({ stored: rowOf(stored, ctx.today) });
    await this.noted(ctx, 'access-review.begun');
    return this.viewOf(ctx, await this.demand(ctx, id));
  }

  async decide(ctx: AccessContext, id: string, body: DecideAccessReview): Promise<AccessReviewView> {
    const stored = await this.reviewable(ctx, id);
    const forBreach = (BREACH_OUTCOMES.codes as readonly string[]).includes(body.outcome);
    if (forBreach !== (stored.kind === 'BREACH')) throw invalid({ outcome: ['Choose the outcome'] });
    if (body.words.trim().length < 10) throw invalid({ words: ['Say why, in at least 10 characters'] });
    const values = [id, body.version, body.outcome, body.words, addWorkingDays(ctx.today, BREACH_WITHIN)];
    if (!(await step(ctx, 'sec.decide_access_review($1, $2, $3, $4, $5)', values)))
      throw stale({ stored: rowOf(stored, ctx.today), sent: { outcome: body.outcome, words: body.words } });
    await this.noted(ctx, 'access-review.decided');
    return this.viewOf(ctx, await this.demand(ctx, id));
  }

  private async demand(ctx: AccessContext, id: string): Promise<StoredAccessReview> {
    const stored = await reviewById(ctx, id);
    if (!stored) throw notFound();
    return stored;
  }

  /** @throws 403 for the user's own line: they may see that there is a review and may not hold it */
  private async reviewable(ctx: AccessContext, id: string): Promise<StoredAccessReview> {
    const stored = await this.demand(ctx, id);
    if (!stored.mayReview) throw forbidden('OWN_LINE');
    return stored;
  }

  private async viewOf(ctx: AccessContext, stored: StoredAccessReview): Promise<AccessReviewView> {
    const { breakGlassId } = stored;
    return {
      row: rowOf(stored, ctx.today),
      caseReference: stored.caseReference ?? '',
      categories: stored.categories ?? [],
      // The words of the record are for who decides, not for who looks on.
      reason: ctx.who.role === 'IGO' || stored.breakGlassId !== null ? stored.reason : null,
      recipient: stored.recipient,
      shielded: stored.shielded ?? false,
      endedAt: stored.endedAt,
      looks: breakGlassId === null ? [] : await looksUnder(ctx, breakGlassId),
      words: stored.words,
      mayReview: stored.mayReview,
    };
  }

  private noted(ctx: AccessContext, action: string): Promise<void> {
    return ctx.audit({ action, categories: ['LOG'], basis: [`role:${ctx.who.role}`] });
  }
}

function placeOf(after: string | undefined, done: boolean): readonly [string, string] | null {
  if (after === undefined) return null;
  const [at, id] = decodeCursor(after, 2) ?? [];
  const shaped = done ? /^\d{4}-\d\d-\d\dT[\d:.]+Z$/ : /^\d{4}-\d\d-\d\d$/;
  if (typeof at !== 'string' || typeof id !== 'string' || !shaped.test(at) || !/^[0-9a-f-]{36}$/.test(id))
    throw invalid({ after: ['Begin again from the first page'] });
  return [at, id];
}

function rowOf(stored: StoredAccessReview, today: string): AccessReviewRow {
  const { id, version, kind, reference, user, agency, ground, happenedAt, dueOn, uses } = stored;
  const { reviewer, startedAt, outcome, decidedAt } = stored;
  return {
    id,
    version,
    kind,
    reference,
    user,
    agency,
    ground,
    happenedAt,
    dueOn,
    uses,
    reviewer,
    startedAt,
    outcome,
    decidedAt,
    ...reviewState(stored, today),
  };
}
