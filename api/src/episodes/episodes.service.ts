import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  dayProblem,
  type EpisodeStateView,
  type MoveAnswerView,
  type MoveEpisode,
  type MoveRow,
  type MovesView,
  type StartEpisode,
} from '@encircle/shared/episodes';
import { canMove, factsWith, transition, TRANSITIONS, type TransitionId } from '@encircle/shared/lifecycle';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DomainError, invalid, notFound } from '#api/platform/errors/domain-error.js';
import { LifecycleService } from './lifecycle.service.js';
import { moveRefused, rolesOf } from './move-facts.service.js';
import { ReferenceNumbers } from './reference-numbers.service.js';
import {
  addCaseFact,
  hasFamily,
  hasSearched,
  mayStartFor,
  nextSerial,
  startEpisode,
} from './persistence/episodes.repository.js';
import { moveHistory, type MoveHistoryRow } from './persistence/lifecycle.repository.js';

/** Starting an episode and moving it by hand. */
@Injectable()
export class EpisodesService {
  constructor(
    private readonly access: AccessService,
    private readonly lifecycle: LifecycleService,
    private readonly references: ReferenceNumbers,
  ) {}

  /** Rule T01. @throws 404 for a child the actor does not know, 409 EPISODE_OPEN when one is open already */
  async start(ctx: AccessContext, body: StartEpisode): Promise<EpisodeStateView> {
    refuseContradictions(body);
    if (!(await mayStartFor(ctx.uow, body.childIds))) throw notFound();
    await this.guard(ctx);
    await this.needFamily(ctx, body);
    const id = randomUUID();
    const ref = this.references.of(ctx.today, await nextSerial(ctx.uow));
    await openOnce(() =>
      startEpisode(ctx, { id, ref, type: body.type, childIds: body.childIds, source: body.source }),
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

  async move(ctx: AccessContext, episodeId: string, body: MoveEpisode): Promise<MoveAnswerView> {
    const wrongDay = dayProblem(body.happenedOn, ctx.today);
    if (wrongDay) throw invalid({ happenedOn: [wrongDay] });
    const access = await this.access.facts(ctx, episodeId);
    this.access.demand(ctx, access, 'read', { categories: ['INVOLVE'], authorId: ctx.userId });
    const isNo = body.transition === 'T06' || body.transition === 'T08';
    // A manager who signs adds nothing to what the author wrote down.
    if (isNo && body.refusal && rolesOf(ctx, access).includes('AUTHOR'))
      await this.writeRefusal(ctx, episodeId, body.refusal);
    const facts = await this.lifecycle.facts(ctx, episodeId);
    const { moved, waitingFor } = await this.lifecycle.move(ctx, facts, body.transition, {
      version: body.version,
      happenedOn: body.happenedOn,
      reason: isNo ? undefined : body.reason,
      mayWait: true,
    });
    return { moved, waitingFor, episode: await this.lifecycle.state(ctx, episodeId) };
  }

  async moves(ctx: AccessContext, episodeId: string): Promise<MovesView> {
    const facts = await this.access.facts(ctx, episodeId);
    const rows = (await moveHistory(ctx.uow, episodeId)).filter(
      ({ authorId, sourceAgencyId, subjectId, at }) =>
        this.access.decide(ctx, facts, 'read', {
          categories: ['INVOLVE'],
          authorId,
          sourceAgencyId,
          subjectId,
          recordedAt: at,
        }).effect === 'ALLOW',
    );
    // Every case has its first move: who may see none may not see the case.
    if (rows.length === 0) throw notFound();
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map((each) => each.personId),
      categories: ['INVOLVE'],
      count: rows.length,
    });
    return { items: rows.map(moveView) };
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
  private async needFamily(ctx: AccessContext, body: StartEpisode): Promise<void> {
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

  private async writeRefusal(
    ctx: AccessContext,
    episodeId: string,
    refusal: NonNullable<MoveEpisode['refusal']>,
  ): Promise<void> {
    await addCaseFact(ctx, { episodeId, subjectId: null, category: 'NOTES', kind: 'REFUSAL', body: refusal });
  }
}

function refuseContradictions(body: StartEpisode): void {
  if (!body.issues.includes(body.mainIssue))
    throw invalid({ mainIssue: ['Choose the main worry among those you ticked'] });
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

function moveView(row: MoveHistoryRow): MoveRow {
  const { id, from, to, happenedOn, reason, at } = row;
  return {
    id,
    transition: row.transition,
    trigger: triggerOf(row.transition),
    from,
    to,
    happenedOn,
    reason,
    by: row.by ?? '',
    at,
  };
}

function triggerOf(id: string): string {
  return TRANSITIONS.some((row) => row.id === id) ? transition(id as TransitionId).trigger : id;
}
