import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import { decide, DEFAULT_SETTINGS, type EpisodeFacts } from '@encircle/shared/policy';
import { reviewDates } from '@encircle/shared/emergency-access';
import {
  missingToShare,
  toFinishSharing,
  type CompleteSharing,
  type RecordSharing,
  type SharingRecordsPage,
  type SharingRecordView,
} from '@encircle/shared/sharing-out';
import {
  acknowledge,
  completeSharing,
  recordSharing,
  sharingById,
  sharingPage,
  type StoredSharing,
} from './persistence/disclosures.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DraftsService } from '#api/assessments/drafts.service.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';

/** What is offered beside a missing ground: nobody is left without a next step (scenario S36). */
const WAYS_OUT = ['SAFEGUARDING_REFERRAL', 'ASK_FOR_AGREEMENT', 'DO_NOT_SHARE'] as const;

/** Sharing without agreement, and decisions not to share (rule 6.7). */
@Injectable()
export class SharingOutService {
  constructor(
    private readonly access: AccessService,
    private readonly drafts: DraftsService,
  ) {}

  /**
   * @throws 404 for whoever may not know the record; 400 naming the ground with the ways out, or what else is missing
   */
  async record(ctx: AccessContext, episodeId: string, body: RecordSharing): Promise<SharingRecordView> {
    const facts = await this.known(ctx, episodeId);
    if (!facts.subjects.some(({ personId }) => personId === body.subjectId))
      throw invalid({ subjectId: ['Choose the child'] });
    const id = randomUUID();
    const fields = missingToShare(body);
    if (body.decision === 'SHARED') this.demandGround(ctx, facts, id, body, fields);
    if (Object.keys(fields).length > 0) throw invalid(fields);
    const done = body.decision === 'NOT_SHARED' || toFinishSharing(body).length === 0;
    await recordSharing(ctx, id, { episodeId, subjectId: body.subjectId }, body, reviewDates(ctx.today));
    if (done) await completeSharing(ctx, id, 1, body, true);
    await this.drafts.submitted(ctx, 'sharing', episodeId, 'sharing', episodeId);
    await ctx.audit({
      action: body.decision === 'SHARED' ? 'disclosure.override-recorded' : 'disclosure.not-shared',
      episodeId,
      childIds: [body.subjectId],
      categories: ['SAFE', ...(body.categories ?? [])],
      basis: [id],
    });
    return this.view(ctx, id);
  }

  async list(ctx: AccessContext, episodeId: string, query: PageQuery): Promise<SharingRecordsPage> {
    const facts = await this.known(ctx, episodeId);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await sharingPage(ctx, episodeId, placeOf(query.after), limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: ['SAFE'],
      basis: [`role:${ctx.who.role}`],
      count: page.length,
    });
    return {
      items: page.map((row) => viewOf(ctx, row)),
      next: last ? encodeCursor([last.sharedAt, last.id]) : null,
    };
  }

  async open(ctx: AccessContext, id: string): Promise<SharingRecordView> {
    const stored = await this.demand(ctx, id);
    await this.noted(ctx, 'disclosure.viewed', stored);
    return viewOf(ctx, stored);
  }

  /** What was left out in the emergency; the author's own, and the record is done when nothing is missing. */
  async complete(ctx: AccessContext, id: string, body: CompleteSharing): Promise<SharingRecordView> {
    const stored = await this.demand(ctx, id);
    if (!stored.mine) throw forbidden('NOT_YOUR_SHARING');
    const { version, ...details } = body;
    const done = toFinishSharing(details).length === 0;
    if (!(await completeSharing(ctx, id, version, details, done)))
      throw stale({ stored: viewOf(ctx, stored), sent: details });
    await this.noted(ctx, 'disclosure.completed', stored);
    return this.view(ctx, id);
  }

  async seen(ctx: AccessContext, id: string): Promise<SharingRecordView> {
    const stored = await this.demand(ctx, id);
    if (!(await acknowledge(ctx, id))) throw forbidden('NOT_THEIR_MANAGER');
    await this.noted(ctx, 'disclosure.seen', stored);
    return this.view(ctx, id);
  }

  /** The record, for those who may know of it at all: sharing out is judged by the policy, not by what one may read. */
  private async known(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.access.facts(ctx, episodeId);
    const involve = this.access.decide(ctx, facts, 'read', { categories: ['INVOLVE'] });
    const blocked = involve.reasons.some((reason) => reason === 'R21_BLOCK' || reason.startsWith('R03_'));
    const own = facts.edges.some(({ userId }) => userId === ctx.userId);
    if (blocked || (involve.effect === 'DENY_HIDE' && !own)) throw notFound();
    if (!own && involve.effect === 'DENY')
      this.access.demand(ctx, facts, 'read', { categories: ['INVOLVE'] });
    return facts;
  }

  private demandGround(
    ctx: AccessContext,
    facts: EpisodeFacts,
    id: string,
    body: RecordSharing,
    fields: Record<string, string[]>,
  ): void {
    const decision = decide(
      { actor: ctx.actor, episode: facts, settings: DEFAULT_SETTINGS },
      {
        purpose: 'SAFEGUARD',
        action: 'send',
        channel: 'screen',
        reasonId: ctx.who.reason,
        item: {
          subjectId: body.subjectId,
          aboutPersonId: null,
          categories: body.categories?.length ? body.categories : ['SAFE'],
          sourceAgencyId: ctx.agencyId,
          authorId: ctx.userId,
          namedWorkerIds: [],
          recordedAt: null,
        },
        recipient: { agencyId: body.recipientAgencyId ?? '', userId: null },
        override: { id, ground: body.ground ?? null },
      },
      ctx.now,
    );
    if (decision.effect === 'ALLOW') return;
    if (decision.reasons[0] === 'R13_NO_GROUND')
      throw new DomainError('R13_NO_GROUND', 400, {
        fields: { ground: ['Choose the ground: without one nothing may be shared'], ...fields },
        data: { waysOut: [...WAYS_OUT] },
      });
    throw decision.effect === 'DENY' ? forbidden(decision.reasons[0] ?? 'NOT_ALLOWED') : notFound();
  }

  private async demand(ctx: AccessContext, id: string): Promise<StoredSharing> {
    const stored = await sharingById(ctx, id);
    if (!stored) throw notFound();
    return stored;
  }

  private async view(ctx: AccessContext, id: string): Promise<SharingRecordView> {
    return viewOf(ctx, await this.demand(ctx, id));
  }

  private noted(ctx: AccessContext, action: string, stored: StoredSharing): Promise<void> {
    const { episodeId, subjectId, id } = stored;
    return ctx.audit({ action, episodeId, childIds: [subjectId], categories: ['SAFE'], basis: [id] });
  }
}

/** The exact words stay with their author and with information governance; a manager and the CAF team see that and why. */
function viewOf(ctx: AccessContext, stored: StoredSharing): SharingRecordView {
  const whole = stored.mine || ctx.who.role === 'IGO';
  return {
    ...stored,
    exactText: whole ? stored.exactText : null,
    toFinish: stored.decision === 'NOT_SHARED' ? [] : toFinishSharing(stored),
  };
}

function placeOf(after: string | undefined): readonly [string, string] | null {
  if (after === undefined) return null;
  const [at, id] = decodeCursor(after, 2) ?? [];
  if (typeof at !== 'string' || typeof id !== 'string')
    throw invalid({ after: ['Begin again from the first page'] });
  return [at, id];
}
