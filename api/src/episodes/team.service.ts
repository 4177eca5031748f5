import { Injectable } from '@nestjs/common';
import {
  invitable,
  type Invitable,
  type InviteToTeam,
  type TeamMemberView,
  type TeamView,
} from '@encircle/shared/episodes';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DomainError, forbidden, invalid } from '#api/platform/errors/domain-error.js';
import { lifecycleRow } from './persistence/lifecycle.repository.js';
import {
  joinTeam,
  leadHistory,
  leads,
  leaveTeam,
  mayBePlaced,
  mayFill,
  openOffer,
  teamOf,
  workerAt,
  type WorkerRow,
} from './persistence/team.repository.js';

/** Who works the case. A service the family said no to is not asked and never learns that there was a question. */
@Injectable()
export class TeamService {
  constructor(private readonly access: AccessService) {}

  async view(ctx: AccessContext, episodeId: string): Promise<TeamView> {
    const facts = await this.access.facts(ctx, episodeId);
    // Whoever works the case knows with whom; the index of the CAF team names the lead alone (rule 6.5).
    const decision = this.access.demand(ctx, facts, 'read', {
      categories: ['INVOLVE'],
      sourceAgencyId: ctx.agencyId || null,
    });
    const all = await teamOf(ctx.uow, episodeId);
    // A place on the team without agreement, or after it, tells whom to ring and nothing else.
    const agreed = this.access.decide(ctx, facts, 'read', { categories: ['INVOLVE'] });
    const members =
      decision.what === 'INDEX_ROW' || agreed.effect.startsWith('DENY')
        ? all.filter((each) => each.kind === 'LP' || each.userId === ctx.userId)
        : all;
    const fills = await mayFill(ctx.uow, episodeId);
    const offer = agreed.effect === 'ALLOW' || fills ? await openOffer(ctx, episodeId) : null;
    const history = agreed.effect === 'ALLOW' ? await leadHistory(ctx.uow, episodeId) : [];
    const mayChange = await this.mayChange(ctx, facts);
    await ctx.audit({
      episodeId,
      childIds: childrenOf(facts),
      categories: ['INVOLVE'],
      basis: decision.bases,
      count: members.length,
    });
    return {
      members,
      offer,
      leadVacant: !members.some((each) => each.kind === 'LP'),
      mayChange,
      mayAsk: mayChange || fills,
      history,
    };
  }

  async add(ctx: AccessContext, episodeId: string, body: InviteToTeam): Promise<TeamView> {
    const facts = await this.demandLead(ctx, episodeId);
    const worker = await this.demandInvitable(ctx, facts, body);
    await joinTeam(ctx.uow, episodeId, worker);
    await this.audited(ctx, facts, 'team.member-added', worker.userId);
    return this.view(ctx, episodeId);
  }

  async end(ctx: AccessContext, episodeId: string, userId: string, reason: string): Promise<TeamView> {
    const facts =
      userId === ctx.userId ? await this.access.facts(ctx, episodeId) : await this.demandLead(ctx, episodeId);
    const team = await leaveTeam(ctx.uow, episodeId, userId, 'TACM', reason);
    // Who wrote the case goes too once somebody else leads it: what they wrote stays theirs to read (rule 6.10).
    const ledByAnother = facts.edges.some(
      (edge) => edge.kind === 'LP' && edge.userId !== userId && isLiveAt(edge, ctx.now),
    );
    const wrote = ledByAnother && (await leaveTeam(ctx.uow, episodeId, userId, 'AUTHOR', reason));
    if (!team && !wrote)
      throw new DomainError('NOT_ON_TEAM', 409, { detail: 'That colleague has no place on this team' });
    await this.audited(ctx, facts, 'team.member-ended', userId);
    // Who has just left sees nothing any more: an empty team, not a refusal of what was done.
    if (userId === ctx.userId)
      return { members: [], offer: null, leadVacant: false, mayChange: false, mayAsk: false, history: [] };
    return this.view(ctx, episodeId);
  }

  /**
   * The colleague, when the family agreed to this service or person and neither a block nor a shield keeps them out, which is
   * not said: another is to be chosen.
   * @throws 422 FAMILY_SAID_NO or FAMILY_NOT_ASKED with the service's name; 400 for somebody else to be chosen
   */
  async demandInvitable(
    ctx: AccessContext,
    facts: EpisodeFacts,
    who: { userId: string; agencyId: string },
  ): Promise<WorkerRow> {
    const worker = await workerAt(ctx.uow, who.userId, who.agencyId);
    if (!worker) throw invalid({ userId: ['Choose a colleague who works for that service'] });
    const answer = (await this.letsIn(ctx, facts))(who);
    if (answer === 'REFUSED')
      throw new DomainError('FAMILY_SAID_NO', 422, { detail: `The family said no to ${worker.agency}` });
    if (answer === 'NOT_AGREED')
      throw new DomainError('FAMILY_NOT_ASKED', 422, {
        detail: `The family has not agreed to ${worker.agency} yet`,
      });
    if (!(await mayBePlaced(ctx.uow, worker.userId, facts.id)))
      throw invalid({ userId: ['Choose another colleague for this one'] });
    return worker;
  }

  /** Nobody leads, and it is this manager's or the CAF team's to ask somebody. */
  mayFill(ctx: AccessContext, episodeId: string): Promise<boolean> {
    return mayFill(ctx.uow, episodeId);
  }

  /** Everybody at work on the case whom this reader may know of. The caller has asked the policy. */
  membersOf(ctx: AccessContext, episodeId: string): Promise<TeamMemberView[]> {
    return teamOf(ctx.uow, episodeId);
  }

  /** Whether the family lets a worker of a service in now. */
  async letsIn(
    ctx: AccessContext,
    facts: EpisodeFacts,
  ): Promise<(who: { userId: string; agencyId: string }) => Invitable> {
    const own = (await lifecycleRow(ctx.uow, facts.id))?.initiatingAgencyId ?? '';
    return (who) => invitable(facts, who, own, ctx.now);
  }

  /** @throws 404 to strangers, 403 to colleagues who neither lead nor wrote the case */
  async demandLead(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.access.facts(ctx, episodeId);
    this.access.demand(ctx, facts, 'write', {
      categories: ['INVOLVE'],
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
    });
    if (!(await leads(ctx.uow, episodeId))) throw forbidden('ONLY_THE_LEAD');
    return facts;
  }

  private async mayChange(ctx: AccessContext, facts: EpisodeFacts): Promise<boolean> {
    const open = !['CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED', 'PAUSED_STATUTORY'].includes(
      facts.state,
    );
    // The index of the CAF team reads every case and changes none.
    const write = this.access.decide(ctx, facts, 'write', {
      categories: ['INVOLVE'],
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
    });
    return open && write.effect === 'ALLOW' && (await leads(ctx.uow, facts.id));
  }

  private audited(ctx: AccessContext, facts: EpisodeFacts, action: string, userId: string): Promise<void> {
    return ctx.audit({
      action,
      episodeId: facts.id,
      childIds: childrenOf(facts),
      categories: ['INVOLVE'],
      basis: [`user:${userId}`],
    });
  }
}

const isLiveAt = ({ from, to }: { from: string; to: string | null }, now: string): boolean =>
  from <= now && (to === null || now < to);

export const childrenOf = (facts: EpisodeFacts): string[] => facts.subjects.map((each) => each.personId);
