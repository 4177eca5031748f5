import { Injectable } from '@nestjs/common';
import { DEFAULT_TERMS, fillTerms } from '@encircle/shared/codes';
import {
  dayProblem,
  moveRecordOf,
  REASON_IS_CONTENT,
  type MoveAnswerView,
  type MoveEpisode,
  type MoveRecordView,
  type MoveRow,
  type MovesView,
  type NextMovesView,
  type PauseView,
} from '@encircle/shared/episodes';
import type { Decision, EpisodeFacts } from '@encircle/shared/policy';
import {
  dueDate,
  pausesOf,
  pauseStanding,
  transition,
  TRANSITIONS,
  type TransitionId,
} from '@encircle/shared/lifecycle';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { readable } from '#api/access/labelled.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { DomainError, invalid, notFound } from '#api/platform/errors/domain-error.js';
import { KeepingService } from './keeping/keeping.service.js';
import { LifecycleService, type Recorded } from './lifecycle.service.js';
import { rolesOf, type MoveFacts } from './move-facts.service.js';
import { addCaseFact, firstNameOf } from './persistence/episodes.repository.js';
import {
  isOnAgenda,
  moveHistory,
  moveRecords,
  undoClosing,
  writeMoveRecord,
  type MoveHistoryRow,
  type MoveRecordRow,
} from './persistence/lifecycle.repository.js';

/** Moves people bring about by themselves, what can happen next, and what has happened (rule 5.2). */
@Injectable()
export class MovesService {
  constructor(
    private readonly access: AccessService,
    private readonly lifecycle: LifecycleService,
    private readonly timescales: TimescalesService,
    private readonly keeping: KeepingService,
  ) {}

  async move(ctx: AccessContext, episodeId: string, body: MoveEpisode): Promise<MoveAnswerView> {
    const wrongDay = dayProblem(body.happenedOn, ctx.today);
    if (wrongDay) throw invalid({ happenedOn: [wrongDay] });
    const access = await this.access.facts(ctx, episodeId);
    await this.demandPlace(ctx, access);
    refuseWrongDays(ctx, body);
    if (body.transition === 'T20' && (await isOnAgenda(ctx.uow, episodeId)))
      throw new DomainError('DECIDE_AT_THE_PANEL', 409, {
        detail: 'The chair writes the decision down with the papers of the panel day',
      });
    // A manager who signs adds nothing to what the author wrote down.
    const isNo = body.transition === 'T06' || body.transition === 'T08';
    if (isNo && body.refusal && rolesOf(ctx, access).includes('AUTHOR'))
      await addCaseFact(ctx, {
        episodeId,
        subjectId: null,
        category: 'NOTES',
        kind: 'REFUSAL',
        body: body.refusal,
      });
    const facts = await this.recorded(ctx, await this.lifecycle.facts(ctx, episodeId), body);
    const { moved, waitingFor } = await this.lifecycle.move(ctx, facts, body.transition, {
      version: body.version,
      happenedOn: body.happenedOn,
      reason: REASON_IS_CONTENT.includes(body.transition) ? undefined : body.reason,
      mayWait: true,
      recorded: keptWith(facts, body),
      known: body.transition === 'T37' ? { holdReason: Boolean(body.hold?.why.trim()) } : {},
      dates: await this.datesOf(ctx, body),
    });
    if (moved && body.transition === 'T35_CLERICAL') await undoClosing(ctx.uow, episodeId);
    if (moved) await this.keeping.after(ctx, facts, body);
    return { moved, waitingFor, episode: await this.lifecycle.state(ctx, episodeId) };
  }

  async next(ctx: AccessContext, episodeId: string): Promise<NextMovesView> {
    const facts = await this.lifecycle.facts(ctx, episodeId);
    const decision = await this.demandPlace(ctx, facts.access);
    const records = readable(this.access, ctx, facts.access, await moveRecords(ctx.uow, episodeId));
    const childName = await this.nameOf(ctx, facts.access);
    await ctx.audit({
      episodeId,
      childIds: facts.episode.childIds,
      categories: [
        ...(childName === null ? [] : ['IDENT']),
        'INVOLVE',
        ...(records.length > 0 ? ['PLAN'] : []),
      ],
      basis: decision.bases,
      count: records.length,
    });
    const moves = this.lifecycle.offers(ctx, facts).map((offer) => ({
      ...offer,
      who: [...offer.who],
      signers: [...offer.signers],
      obstacles: offer.obstacles.map(({ code, words }) => ({ code, words: fillTerms(words, DEFAULT_TERMS) })),
    }));
    const { subjects } = facts.access;
    const episode = await this.lifecycle.state(ctx, episodeId);
    // A brother or sister this reader may not know of is not counted either.
    const childIds =
      subjects.length === 1
        ? episode.childIds
        : episode.childIds.filter((id) => this.access.knowsChild(ctx, facts.access, id));
    const paused = rolesOf(ctx, facts.access).includes('CAFC')
      ? subjects.filter(({ state }) => state === 'PAUSED_STATUTORY').map(({ personId }) => personId)
      : [];
    const view = { episode: { ...episode, childIds }, moves, records: records.map(recordView), paused };
    return { ...view, childName };
  }

  /** By whom the case goes on the pages of this reader. */
  private async nameOf(ctx: AccessContext, facts: EpisodeFacts): Promise<string | null> {
    const named = facts.subjects.find(
      ({ personId }) => this.access.categories(ctx, facts, personId, ['IDENT']).length > 0,
    );
    return named === undefined ? null : firstNameOf(ctx.uow, facts.id, named.personId);
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
    return { items: rows.map(moveView), pauses: await this.pauses(ctx, facts, rows) };
  }

  /** The times social care led, as far as this actor may read of the moves; who leads there is content of the plan. */
  private async pauses(
    ctx: AccessContext,
    facts: EpisodeFacts,
    rows: readonly MoveHistoryRow[],
  ): Promise<PauseView[]> {
    const pauses = pausesOf(rows.map((row) => ({ ...row, by: row.by ?? '' })));
    if (pauses.length === 0) return [];
    const records = readable(this.access, ctx, facts, await moveRecords(ctx.uow, facts.id));
    const views: PauseView[] = [];
    for (const { startedAt, ...pause } of pauses) {
      const limits = await this.timescales.at(ctx, startedAt);
      const reviewBy = dueDate('pause.review.weeks', pause.since, limits);
      const written = records.find(
        ({ body, subjectId, recordedAt }) =>
          body['transition'] === 'T23' && subjectId === pause.childId && recordedAt === startedAt,
      );
      const worker = written?.body['socialWorker'];
      views.push({
        ...pause,
        ...pauseStanding(pause, reviewBy, ctx.today),
        reviewBy,
        socialWorker: typeof worker === 'string' ? worker : null,
        meetWithin: limits['stepdown.tac.wd'],
      });
    }
    return views;
  }

  /**
   * Whoever knows that the case exists may know what can happen next. A panel reads its pack and no more (rule 2.3), yet
   * what is on its agenda it decides on.
   * @throws 404 for everybody else
   */
  private async demandPlace(ctx: AccessContext, access: EpisodeFacts): Promise<Decision> {
    const asked = { categories: ['INVOLVE'], sourceAgencyId: ctx.agencyId || null } as const;
    const decision = this.access.decide(ctx, access, 'read', asked);
    if (decision.effect === 'DENY' && rolesOf(ctx, access).includes('PANEL')) return decision;
    if (decision.effect.startsWith('DENY')) {
      const { role } = ctx.actor;
      if (role === 'IGO' || role === 'CAFC') return this.keeping.demandKeeper(ctx, access);
    }
    return this.access.demand(ctx, access, 'read', asked);
  }

  /** Coming back from social care a meeting of the team is due within days (rule 5.2, T26). */
  private async datesOf(ctx: AccessContext, body: MoveEpisode): Promise<Recorded['dates']> {
    if (body.transition !== 'T26') return undefined;
    return {
      nextReviewOn: dueDate('stepdown.tac.wd', body.happenedOn ?? ctx.today, await this.timescales.now(ctx)),
    };
  }

  /** What the move asks to be written down, where this actor is the one who brings it; then the facts with it. */
  private async recorded(ctx: AccessContext, facts: MoveFacts, body: MoveEpisode): Promise<MoveFacts> {
    const record = moveRecordOf(body);
    const row = transition(body.transition);
    const brings = row.who.some((role) => rolesOf(ctx, facts.access).includes(role));
    if (record === null || !brings || !row.from?.includes(facts.known.state ?? 'DISPOSED')) return facts;
    await writeMoveRecord(ctx.uow, facts.episode.id, body.transition, record);
    return this.lifecycle.facts(ctx, facts.episode.id);
  }
}

/** In the row of history itself, without a word of content: where a record went, and when its time ended. */
function keptWith({ keeping }: MoveFacts, { transition }: MoveEpisode): Record<string, unknown> {
  if (transition === 'T36') return { mergedIntoId: keeping?.target?.id ?? null };
  return transition === 'T39' ? { retentionEndsOn: keeping?.retentionEndsOn ?? null } : {};
}

function refuseWrongDays(ctx: AccessContext, { stepDown, transfer }: MoveEpisode): void {
  const handover = dayProblem(stepDown?.handoverOn, ctx.today);
  if (handover) throw invalid({ 'stepDown.handoverOn': [handover] });
  // The move of the family lies ahead as often as not: only a day that exists is asked for.
  if (transfer?.movingOn !== undefined && dayProblem(transfer.movingOn, '9999-12-31') !== null)
    throw invalid({ 'transfer.movingOn': ['Enter a real day'] });
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

function recordView({ id, body, by, recordedAt }: MoveRecordRow): MoveRecordView {
  const { transition: move, ...rest } = body;
  const lines = Object.entries(rest).flatMap(([field, value]) => {
    const words = wordsOf(value);
    return words === '' ? [] : [{ field, words }];
  });
  return {
    id,
    transition: String(move),
    trigger: triggerOf(String(move)),
    by: by ?? '',
    at: recordedAt,
    lines,
  };
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : '';
}

function triggerOf(id: string): string {
  if (id === 'T27_PACKAGE') return 'Package for the new area';
  // One child of a family moved alone (rule F5): the same words, about that child.
  const row = id.replace(/_CHILD$/, '');
  return TRANSITIONS.some((each) => each.id === row) ? transition(row as TransitionId).trigger : id;
}
