import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EpisodeStateView, StartEpisode } from '@encircle/shared/episodes';
import { canMove, factsWith } from '@encircle/shared/lifecycle';
import type { AccessContext } from '#api/access/access-context.js';
import { DomainError, invalid, notFound } from '#api/platform/errors/domain-error.js';
import { LifecycleService } from './lifecycle.service.js';
import { moveRefused } from './move-facts.service.js';
import { ReferenceNumbers } from './reference-numbers.service.js';
import { recordLeft } from './persistence/family.repository.js';
import {
  addCaseFact,
  hasFamily,
  hasSearched,
  markStepIn,
  mayStartFor,
  nextSerial,
  startEpisode,
} from './persistence/episodes.repository.js';

/** Starting an episode. */
@Injectable()
export class EpisodesService {
  constructor(
    private readonly lifecycle: LifecycleService,
    private readonly references: ReferenceNumbers,
  ) {}

  /** Rule T01. @throws 404 for a child the actor does not know, 409 EPISODE_OPEN when one is open already */
  async start(ctx: AccessContext, body: StartEpisode): Promise<EpisodeStateView> {
    refuseContradictions(body);
    if (!(await mayStartFor(ctx.uow, body.childIds))) throw notFound();
    await this.guard(ctx);
    await this.needFamily(ctx, body);
    const [only] = body.childIds;
    const left = body.childIds.length === 1 && only ? await recordLeft(ctx.uow, only) : null;
    return this.begin(ctx, body, left === null ? {} : { previousId: left, reReferral: false });
  }

  /** The new record itself. @param recorded what its first row of history keeps, e.g. the record before it */
  async begin(
    ctx: AccessContext,
    body: StartEpisode,
    recorded: Record<string, unknown>,
  ): Promise<EpisodeStateView> {
    const id = randomUUID();
    const ref = this.references.of(ctx.today, await nextSerial(ctx.uow));
    await openOnce(() =>
      startEpisode(ctx, {
        id,
        ref,
        type: body.type,
        childIds: body.childIds,
        source: body.source,
        move: 'T01',
        state: 'CONCERN',
        recorded,
      }),
    );
    await this.writeWorry(ctx, id, body);
    await ctx.audit({
      episodeId: id,
      childIds: body.childIds,
      categories: ['INVOLVE', 'NOTES', 'CHILD'],
      basis: ['T01'],
    });
    return this.lifecycle.state(ctx, id);
  }

  /**
   * The record of a step down from social care (T40), in its stage from the beginning.
   * @param known what social care wrote; null only to try it, which takes no reference number
   * @returns its id
   */
  async beginStepIn(
    ctx: AccessContext,
    { type, childIds }: Pick<StartEpisode, 'type' | 'childIds'>,
    known: { nextReviewOn: string; writtenOn: string; record: Record<string, string> } | null,
  ): Promise<string> {
    refuseTypes({ type, childIds });
    if (!(await mayStartFor(ctx.uow, childIds))) throw notFound();
    await this.needFamily(ctx, { type, childIds });
    const id = randomUUID();
    const ref = known === null ? id : this.references.of(ctx.today, await nextSerial(ctx.uow));
    await openOnce(() =>
      startEpisode(ctx, {
        id,
        ref,
        type,
        childIds,
        source: 'STEP_DOWN',
        move: 'T40',
        state: 'PLAN_ACTIVE',
        recorded: {},
      }),
    );
    if (known === null) return id;
    await markStepIn(ctx.uow, id, known.nextReviewOn);
    await addCaseFact(ctx, {
      episodeId: id,
      subjectId: null,
      category: 'PLAN',
      kind: 'MOVE',
      body: { transition: 'T40', ...known.record },
      saidOn: known.writtenOn,
    });
    return id;
  }

  private async guard(ctx: AccessContext): Promise<void> {
    const answer = canMove(
      'T01',
      factsWith({
        state: null,
        today: ctx.today,
        childMatched: true,
        duplicateSearchDone: await hasSearched(ctx.uow),
      }),
    );
    if (!answer.ok) throw moveRefused(answer.code, answer.words, answer.obstacles);
  }

  /** A family record has one child at least and somebody else of the family (rule 3.1). */
  private async needFamily(ctx: AccessContext, body: Pick<StartEpisode, 'type' | 'childIds'>): Promise<void> {
    const [first] = body.childIds;
    if (body.type === 'CHILD' || body.childIds.length > 1 || first === undefined) return;
    if (!(await hasFamily(ctx.uow, first)))
      throw invalid({ type: ['A family record needs another member of the family: add one first'] });
  }

  private async writeWorry(ctx: AccessContext, episodeId: string, body: StartEpisode): Promise<void> {
    const subjectId = body.childIds.length === 1 ? (body.childIds[0] ?? null) : null;
    await addCaseFact(ctx, {
      episodeId,
      subjectId,
      category: 'NOTES',
      kind: 'CONCERN',
      body: { text: body.worry, source: body.source, familyAware: body.familyAware },
    });
    await addCaseFact(ctx, {
      episodeId,
      subjectId,
      category: 'CHILD',
      kind: 'ISSUES',
      body: { codes: body.issues, primary: body.mainIssue },
    });
  }
}

function refuseContradictions(body: StartEpisode): void {
  if (!body.issues.includes(body.mainIssue))
    throw invalid({ mainIssue: ['Choose the main worry among those you ticked'] });
  refuseTypes(body);
}

function refuseTypes(body: Pick<StartEpisode, 'type' | 'childIds'>): void {
  if (body.type === 'CHILD' && body.childIds.length !== 1)
    throw invalid({ childIds: ['Choose one child, or open a record for the family'] });
}

/** Two workers may log a worry about the same child in the same second: the database lets one through. */
async function openOnce(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = (error as { driverError?: { code?: unknown } }).driverError?.code;
    if (code !== 'EC001') throw error;
    throw new DomainError('EPISODE_OPEN', 409, {
      detail: 'A CAF is already open for this child: ask to join it',
    });
  }
}
