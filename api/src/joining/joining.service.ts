import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  AnswerJoin,
  AskToJoin,
  JoinAskedView,
  JoinRequestsView,
  OwnJoinRequestsView,
  OwnJoinRequestView,
} from '@encircle/shared/joining';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { childrenOf, TeamService } from '#api/episodes/team.service.js';
import { FindService, type Matched } from '#api/people/find.service.js';
import { DomainError, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { tell } from '#api/platform/outbox/tell.js';
import {
  answerRequest,
  askToJoin,
  ownAsks,
  requestById,
  requestsOf,
  worksForSpecialists,
  type JoinRequestRow,
  type OwnAskRow,
} from './persistence/joining.repository.js';

/**
 * A worker who met an index answer asks to join (rules R17, R07). Whoever leads sees who asks and why, and says yes only
 * when the family agreed to that service. The asker hears the outcome and nothing more.
 */
@Injectable()
export class JoiningService {
  constructor(
    private readonly access: AccessService,
    private readonly finding: FindService,
    private readonly team: TeamService,
  ) {}

  /**
   * Nobody there and nothing to be told are one answer, and both count as a search.
   * @throws 409 ON_TEAM for somebody of the team, 422 ASK_THROUGH_THE_TEAM for a specialist service's worker
   */
  async ask(ctx: AccessContext, body: AskToJoin, purpose: string | undefined): Promise<JoinAskedView> {
    if (await worksForSpecialists(ctx.uow))
      throw new DomainError('ASK_THROUGH_THE_TEAM', 422, {
        detail: 'Asking would tell that your service is involved. Ring the CAF team instead',
      });
    const matched = await this.finding.matched(ctx, body, purpose);
    const asked = await this.askEach(ctx, body, matched);
    await ctx.audit({ queryHash: matched.hash, count: asked });
    return { asked: asked > 0, items: await this.itemsOf(ctx) };
  }

  async own(ctx: AccessContext): Promise<OwnJoinRequestsView> {
    const items = await this.itemsOf(ctx);
    await ctx.audit({ count: items.length, basis: ['R19_OWN'] });
    return { items };
  }

  async list(ctx: AccessContext, episodeId: string): Promise<JoinRequestsView> {
    const facts = await this.team.demandLead(ctx, episodeId);
    const view = await this.viewOf(ctx, facts);
    await this.audited(ctx, facts, 'join-requests.viewed', []);
    return view;
  }

  /** @throws 422 FAMILY_SAID_NO or FAMILY_NOT_ASKED when the family has not agreed to the asker's service */
  async answer(ctx: AccessContext, id: string, body: AnswerJoin): Promise<JoinRequestsView> {
    const request = await requestById(ctx.uow, id);
    if (!request) throw notFound();
    const facts = await this.team.demandLead(ctx, request.episodeId);
    const reason = body.reason?.trim() || null;
    if (body.answer === 'DECLINE' && reason === null)
      throw invalid({ reason: ['Say why not: it is kept with the case, the asker is not told'] });
    if (body.answer === 'ACCEPT' && reason !== null)
      throw invalid({ reason: ['Leave this out: a yes needs no reason'] });
    if (request.state !== 'WAITING' || request.version !== body.version) throw stale({ stored: request });
    const status = body.answer === 'ACCEPT' ? 'ACCEPTED' : 'DECLINED';
    if (!(await answerRequest(ctx.uow, { id, version: body.version, status, reason }))) throw stale();
    if (status === 'ACCEPTED')
      await this.team.add(ctx, request.episodeId, { userId: request.userId, agencyId: request.agencyId });
    await tell(ctx.uow, { topic: 'join.answered', episodeId: null, payload: {}, to: [request.userId] });
    await this.audited(ctx, facts, status === 'ACCEPTED' ? 'join.accepted' : 'join.declined', [
      `user:${request.userId}`,
    ]);
    return this.viewOf(ctx, await this.access.facts(ctx, request.episodeId));
  }

  private async askEach(ctx: AccessContext, body: AskToJoin, { told }: Matched): Promise<number> {
    const askId = randomUUID();
    let asked = 0;
    for (const { match, decision } of told) {
      const episodeId = match.facts.id;
      const done = await askToJoin(ctx.uow, {
        askId,
        episodeId,
        subjectId: match.subjectId,
        askedFor: body.name.trim(),
        why: body.why.trim(),
      });
      if (done.state === 'ON_TEAM')
        throw new DomainError('ON_TEAM', 409, { detail: 'You work with this family already' });
      if (done.state === 'HIDDEN') continue;
      asked += 1;
      await tell(ctx.uow, { topic: 'join.asked', episodeId, payload: { episodeId }, to: done.to });
      await ctx.audit({
        episodeId,
        childIds: [match.subjectId],
        categories: ['INVOLVE'],
        basis: decision.reasons,
        outcome: 'LIMITED',
      });
    }
    return asked;
  }

  private async itemsOf(ctx: AccessContext): Promise<OwnJoinRequestView[]> {
    const items: OwnJoinRequestView[] = [];
    for (const row of await ownAsks(ctx.uow))
      items.push({ ...row, episodeId: (await this.opens(ctx, row)) ? row.episodeId : null });
    return items;
  }

  /** A yes leads somewhere while the case may be read. */
  private async opens(ctx: AccessContext, row: OwnAskRow): Promise<boolean> {
    if (row.state !== 'ACCEPTED') return false;
    try {
      const facts = await this.access.facts(ctx, row.episodeId);
      return this.access.decide(ctx, facts, 'read', { categories: ['INVOLVE'] }).effect === 'ALLOW';
    } catch (error) {
      if (error instanceof DomainError && error.status === 404) return false;
      throw error;
    }
  }

  private async viewOf(ctx: AccessContext, facts: EpisodeFacts): Promise<JoinRequestsView> {
    const rows = await requestsOf(ctx.uow, facts.id);
    const letsIn = await this.team.letsIn(ctx, facts);
    const lineOf = ({ episodeId: _, ...row }: JoinRequestRow) => ({ ...row, agreed: letsIn(row) });
    return { items: rows.map(lineOf) };
  }

  private audited(
    ctx: AccessContext,
    facts: EpisodeFacts,
    action: string,
    basis: readonly string[],
  ): Promise<void> {
    return ctx.audit({
      action,
      episodeId: facts.id,
      childIds: childrenOf(facts),
      categories: ['INVOLVE'],
      basis: [...basis],
    });
  }
}
