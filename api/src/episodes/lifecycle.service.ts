import { Injectable } from '@nestjs/common';
import type { EpisodeStateView } from '@encircle/shared/episodes';
import {
  canMove,
  mayBring,
  nextReturnTo,
  offeredMoves,
  stateDueDate,
  transition as rowOf,
  type EpisodeState,
  type LifecycleFacts,
  type LifecycleRole,
  type OfferedMove,
  type Timescales,
  type TransitionId,
} from '@encircle/shared/lifecycle';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { forbidden, notFound, stale } from '#api/platform/errors/domain-error.js';
import { keepingRow } from '#api/episodes/persistence/keeping.repository.js';
import {
  lifecycleRow,
  nameInterimLead,
  writeMove,
  writeMoveRecord,
  writeSignature,
  type LifecycleRow,
} from '#api/episodes/persistence/lifecycle.repository.js';
import { knownFacts, moveRefused, rolesOf, signaturesOf, type MoveFacts } from './move-facts.service.js';

/** Dates of the episode that a move sets; the day of the move where the caller gives none. */
export interface MoveDates {
  agreedOn?: string;
  completedOn?: string;
  planAgreedOn?: string;
  nextReviewOn?: string;
  closedOn?: string;
  closureReason?: string;
}

/** What the caller writes down with a move and what it knows beyond the stored facts. */
export interface Recorded {
  /** Version of the episode the caller saw; left out when the caller has just read the facts itself. */
  version?: number;
  /** Civil date; today when left out. */
  happenedOn?: string;
  /** Read by everyone who may know that the case exists: never a word of content. */
  reason?: string;
  recorded?: Record<string, unknown>;
  /** What the caller has just established, e.g. `{ assessmentProblems: 0 }`. */
  known?: Partial<LifecycleFacts>;
  /** Capacities the facts cannot show, e.g. CHAIR of the meeting being recorded. */
  roles?: readonly LifecycleRole[];
  dates?: MoveDates;
  /** The program itself proposes it (T34); whoever signs is the first person. */
  bySystem?: boolean;
  /** A missing second signature is not a refusal: this one is kept and the answer says who else must sign. */
  mayWait?: boolean;
}

export interface Moved {
  moved: boolean;
  from: EpisodeState;
  to: EpisodeState;
  version: number;
  waitingFor: LifecycleRole[];
}

/**
 * The one way an episode changes state. `facts` first, then `move`: the guards of rule 5.2 are asked, the state, its
 * dates and its row of history are written together, and an audit row names the move.
 */
@Injectable()
export class LifecycleService {
  constructor(
    private readonly access: AccessService,
    private readonly timescales: TimescalesService,
  ) {}

  /** @throws 404 for an episode this actor stands in no relation to */
  async facts(ctx: AccessContext, episodeId: string): Promise<MoveFacts> {
    const access = await this.access.facts(ctx, episodeId);
    const episode = await lifecycleRow(ctx.uow, episodeId);
    if (!episode) throw notFound();
    const keeps = ctx.actor.role === 'IGO' || ctx.actor.role === 'CAFC';
    const keeping = keeps ? await keepingRow(ctx.uow, episodeId) : null;
    return { episode, access, keeping, known: knownFacts(ctx, episode, access, keeping) };
  }

  /** Whether this actor could bring the move about now, for what follows from something else by itself. */
  possible(ctx: AccessContext, facts: MoveFacts, id: TransitionId): boolean {
    return mayBring(id, rolesOf(ctx, facts.access)) && canMove(id, facts.known).ok;
  }

  /**
   * @throws 403 NOT_YOURS_TO_MOVE, 422 with the code and words of the first obstacle and all of them in `data`,
   *         409 STALE when the episode moved in between
   */
  async move(
    ctx: AccessContext,
    facts: MoveFacts,
    id: TransitionId,
    recorded: Recorded = {},
  ): Promise<Moved> {
    const { episode } = facts;
    const roles = [...rolesOf(ctx, facts.access), ...(recorded.roles ?? [])];
    const approvals = this.approvals(ctx, episode, id, roles, recorded.bySystem ?? false);
    const signers = new Set(signaturesOf(episode, id).map((each) => each.by)).add(ctx.userId).size;
    const known = {
      ...facts.known,
      ...recorded.known,
      approvals,
      mergeApprovals: signers,
      disposalApprovals: signers,
    };
    const answer = canMove(id, known);
    const from = episode.state as EpisodeState;
    if (!answer.ok) {
      const waiting = answer.obstacles.every((each) => each.code.startsWith('APPROVAL_'));
      if (!waiting || !recorded.mayWait || !mayBring(id, roles))
        throw moveRefused(answer.code, answer.words, answer.obstacles);
      return this.sign(ctx, facts, id, roles, recorded);
    }
    const happenedOn = recorded.happenedOn ?? ctx.today;
    const returnTo = nextReturnTo(known.returnTo, id, from, answer.to);
    const version = await writeMove(ctx.uow, {
      episodeId: episode.id,
      from,
      version: recorded.version ?? null,
      transition: id,
      to: answer.to,
      stateBefore: returnTo.at(-1) ?? null,
      happenedOn,
      reason: recorded.reason ?? null,
      recorded: recorded.recorded ?? {},
      dates: { ...datesOf(id, answer.to, happenedOn), ...recorded.dates },
    });
    if (id === 'T05') await nameInterimLead(ctx.uow, episode.id);
    await this.audited(ctx, episode, `${id}:${from}:${answer.to}`);
    return { moved: true, from, to: answer.to, version, waitingFor: [] };
  }

  /** What is written down with a move, or between two of them. */
  async write(
    ctx: AccessContext,
    episodeId: string,
    move: string,
    record: Record<string, unknown>,
    childId: string | null = null,
  ): Promise<void> {
    await writeMoveRecord(ctx.uow, episodeId, move, record, childId);
  }

  /** Everything that can happen next, and what stands in the way of it for this actor. */
  offers(ctx: AccessContext, facts: MoveFacts): OfferedMove[] {
    const roles = rolesOf(ctx, facts.access);
    return offeredMoves(facts.known, roles).map((offer) => {
      const others = signaturesOf(facts.episode, offer.id).filter((each) => each.by !== ctx.userId);
      const approvals = others.flatMap((each) => each.roles as LifecycleRole[]);
      return approvals.length === 0
        ? offer
        : (offeredMoves({ ...facts.known, approvals }, roles).find((each) => each.id === offer.id) ?? offer);
    });
  }

  /** Where the episode stands now, with the day its clock runs out. */
  async state(ctx: AccessContext, episodeId: string): Promise<EpisodeStateView> {
    const row = await lifecycleRow(ctx.uow, episodeId);
    if (!row) throw notFound();
    return stateView(row, await this.timescales.ofStage(ctx, episodeId));
  }

  private approvals(
    ctx: AccessContext,
    episode: LifecycleRow,
    id: TransitionId,
    roles: readonly LifecycleRole[],
    bySystem: boolean,
  ): LifecycleRole[] {
    const others = signaturesOf(episode, id).filter((each) => each.by !== ctx.userId);
    const rolesOfOthers = others.flatMap((each) => each.roles as LifecycleRole[]);
    if (mayBring(id, roles)) return rolesOfOthers;
    // This actor only approves: then somebody else must have brought the move about and signed for it.
    const proposed = bySystem && rowOf(id).who.includes('SYSTEM');
    const brought = proposed || others.some((each) => mayBring(id, each.roles as LifecycleRole[]));
    const approves = (rowOf(id).approvedBy ?? []).some((role) => roles.includes(role));
    if (brought && approves) return [...roles, ...rolesOfOthers];
    throw forbidden('NOT_YOURS_TO_MOVE');
  }

  private async sign(
    ctx: AccessContext,
    { episode, known }: MoveFacts,
    id: TransitionId,
    roles: readonly LifecycleRole[],
    recorded: Recorded,
  ): Promise<Moved> {
    if (recorded.version !== undefined && recorded.version !== episode.version) throw stale();
    await writeSignature(ctx.uow, episode.id, id, roles, recorded.recorded ?? {});
    await this.audited(ctx, episode, `${id}:SIGNED`);
    const from = episode.state as EpisodeState;
    const others =
      rowOf(id).approvedBy ?? (rowOf(id).guards.includes('TWO_APPROVE_DISPOSAL') ? rowOf(id).who : []);
    const waitingFor = others.filter((role) => !known.approvals.includes(role));
    return { moved: false, from, to: from, version: episode.version, waitingFor: [...waitingFor] };
  }

  private audited(ctx: AccessContext, episode: LifecycleRow, basis: string): Promise<void> {
    return ctx.audit({
      action: 'episode.moved',
      episodeId: episode.id,
      childIds: episode.childIds,
      categories: ['INVOLVE'],
      basis: [basis],
    });
  }
}

export function stateView(row: LifecycleRow, timescales: Timescales): EpisodeStateView {
  const { id, ref, type, state, version, childIds, openedOn } = row;
  const since = state === 'TAC_PLANNED' ? (row.completedOn ?? row.stateSince) : row.stateSince;
  const dueOn =
    state === 'PLAN_ACTIVE' ? row.nextReviewOn : stateDueDate(state as EpisodeState, since, timescales);
  return { id, ref, type, state, version, childIds, openedOn, dueOn };
}

function datesOf(id: TransitionId, to: EpisodeState, on: string): MoveDates {
  if (to === 'CLOSED' && rowOf(id).to === 'CLOSED') return { closedOn: on };
  if (id === 'T05') return { agreedOn: on };
  if (id === 'T12') return { completedOn: on };
  return id === 'T16' ? { planAgreedOn: on } : {};
}
