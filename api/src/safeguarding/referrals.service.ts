import { Injectable } from '@nestjs/common';
import { DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import {
  toFinish,
  type FinishReferral,
  type ReferralSentView,
  type ReferralsView,
  type ReferralView,
  type SendReferral,
} from '@encircle/shared/safeguarding';
import { dueDate, referralFrom, type EpisodeState } from '@encircle/shared/lifecycle';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DraftsService } from '#api/assessments/drafts.service.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';
import { isOneOfSeveral, moveChild } from '#api/episodes/children-apart.service.js';
import { RecordingService } from '#api/recording/recording.service.js';
import { tell } from '#api/platform/outbox/tell.js';
import type { MoveFacts } from '#api/episodes/move-facts.service.js';
import { DomainError, forbidden, notFound, stale } from '#api/platform/errors/domain-error.js';
import { cursorOf } from '#api/platform/http/cursor.js';
import {
  addReferral,
  changeReferral,
  managersOf,
  referralById,
  referralPage,
  type StoredReferral,
} from './persistence/referrals.repository.js';

/** A concern reaches the front door from any state, from any worker, with any field empty (rule ALWAYS). */
@Injectable()
export class ReferralsService {
  constructor(
    private readonly access: AccessService,
    private readonly lifecycle: LifecycleService,
    private readonly drafts: DraftsService,
    private readonly recording: RecordingService,
  ) {}

  async send(ctx: AccessContext, body: SendReferral): Promise<ReferralSentView> {
    const sent = await this.raise(ctx, body);
    await this.drafts.submitted(ctx, 'referral', ctx.userId, 'referral', null);
    return sent;
  }

  /** The referral itself, whatever half-written one the sender may have of their own. */
  async raise(ctx: AccessContext, body: SendReferral): Promise<ReferralSentView> {
    const facts = await this.record(ctx, body);
    const linked = facts && { episodeId: facts.episode.id, subjectId: subjectOf(facts, body) };
    const id = await addReferral(ctx, body, linked);
    if (facts) await this.moveTo(ctx, facts, id, body.agreement === 'AGREED', linked?.subjectId ?? null);
    if (body.noteId !== undefined && linked)
      await this.recording.ledTo(ctx, body.noteId, { id, episodeId: linked.episodeId });
    // At once, whoever may have to stand by them; of no case, and nobody by name.
    await tell(ctx.uow, {
      topic: 'referral.sent',
      episodeId: null,
      payload: { referralId: id },
      to: await managersOf(ctx.uow, ctx.userId, ctx.agencyId),
    });
    await ctx.audit({
      action: 'referral.sent',
      episodeId: linked?.episodeId ?? null,
      childIds: linked?.subjectId ? [linked.subjectId] : [],
      categories: ['SAFE'],
      basis: ['ALWAYS'],
    });
    return {
      id,
      status: 'SENT',
      sentAt: ctx.now,
      answerDueOn: dueDate('mash.decision.wd', ctx.today),
      // By what was written, not by what was found: the answer is the same whether or not there is a record.
      toFinish: toFinish(body),
    };
  }

  /** The author adds to it later; what was sent keeps its time. */
  async finish(ctx: AccessContext, id: string, body: FinishReferral): Promise<ReferralView> {
    const stored = await this.demand(ctx, id);
    if (stored.authorId !== ctx.userId) throw forbidden('NOT_YOUR_REFERRAL');
    const { childNamed, facts, ground, agreement, familyTold, notToldReason } = body;
    const set = { childNamed, facts, ground, agreement, familyTold, notToldReason };
    const done = toFinish({ ...stored, ...set }).length === 0;
    const saved = await changeReferral(ctx.uow, id, body.version, {
      ...set,
      ...(done ? { completedAt: ctx.now } : {}),
    });
    if (!saved) throw stale({ stored: viewOf(ctx, stored), sent: set });
    await this.audited(ctx, 'referral.finished', stored);
    return viewOf(ctx, await this.demand(ctx, id));
  }

  async view(ctx: AccessContext, id: string): Promise<ReferralView> {
    const stored = await this.demand(ctx, id);
    await this.audited(ctx, 'referral.viewed', stored);
    return viewOf(ctx, stored);
  }

  async list(ctx: AccessContext, query: PageQuery): Promise<ReferralsView> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await referralPage(ctx.uow, cursorOf(query.after), limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    await ctx.audit({ categories: ['SAFE'], count: page.length });
    return {
      items: page.map((row) => viewOf(ctx, row)),
      next: last ? encodeCursor([last.sentAt, last.id]) : null,
    };
  }

  /** @throws 404 for a referral this actor may not see */
  async demand(ctx: AccessContext, id: string): Promise<StoredReferral> {
    const stored = await referralById(ctx.uow, id);
    if (!stored) throw notFound();
    return stored;
  }

  /** The state follows the concern where it may; where work is over or social care has it, the record stands alone. */
  async moveTo(
    ctx: AccessContext,
    facts: MoveFacts,
    referralId: string,
    agreed: boolean,
    childId: string | null,
  ): Promise<void> {
    const { transition } = referralFrom(facts.episode.state as EpisodeState);
    if (transition === null) return;
    // In a family record one child's part waits; the others' go on (rule F5).
    if (childId !== null && isOneOfSeveral(facts)) {
      await moveChild(ctx, facts.episode.id, childId, {
        from: null,
        to: 'STEP_UP_PENDING',
        transition: 'T22',
        recorded: { referralId, agreed },
      });
      return;
    }
    await this.lifecycle.move(ctx, facts, transition, { recorded: { referralId, agreed } });
  }

  /** The record that was named, when this worker may know that it exists; otherwise none, without a word. */
  private async record(ctx: AccessContext, body: SendReferral): Promise<MoveFacts | null> {
    if (body.episodeId === undefined) return null;
    try {
      const facts = await this.lifecycle.facts(ctx, body.episodeId);
      const decision = this.access.decide(ctx, facts.access, 'read', {
        categories: ['INVOLVE'],
        sourceAgencyId: ctx.agencyId || null,
      });
      return decision.effect === 'DENY_HIDE' ? null : facts;
    } catch (error) {
      if (error instanceof DomainError && error.status === 404) return null;
      throw error;
    }
  }

  private audited(ctx: AccessContext, action: string, stored: StoredReferral): Promise<void> {
    return ctx.audit({ action, episodeId: stored.episodeId, categories: ['SAFE'] });
  }
}

function subjectOf(facts: MoveFacts, body: SendReferral): string | null {
  const { childIds } = facts.episode;
  if (body.subjectId !== undefined && childIds.includes(body.subjectId)) return body.subjectId;
  return childIds.length === 1 ? (childIds[0] ?? null) : null;
}

export function viewOf(ctx: AccessContext, stored: StoredReferral): ReferralView {
  const { authorId, sentOn, subjectId, ...rest } = stored;
  const mine = authorId === ctx.userId;
  return { ...rest, subjectId, answerDueOn: dueDate('mash.decision.wd', sentOn), mine };
}
