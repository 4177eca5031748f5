import { Injectable } from '@nestjs/common';
import type { AnswerNomination, NominateLead, NominationView } from '@encircle/shared/episodes';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { tell } from '#api/platform/outbox/tell.js';
import {
  acceptLead,
  addNomination,
  endNomination,
  leads,
  mayFill,
  nominationOf,
  offersToMe,
  openOffer,
} from './persistence/team.repository.js';
import { TeamService } from './team.service.js';

/** Who leads: asked, and accepted or declined with a reason. At most one at any instant (rule 5.3). */
@Injectable()
export class LeadService {
  constructor(
    private readonly access: AccessService,
    private readonly team: TeamService,
  ) {}

  async nominate(ctx: AccessContext, episodeId: string, body: NominateLead): Promise<NominationView> {
    const facts = await this.demandAsking(ctx, episodeId);
    const open = await openOffer(ctx, episodeId);
    if (open)
      throw new DomainError('OFFER_OPEN', 409, {
        detail: `${open.nominee} has been asked already. Wait for the answer, or take the question back`,
      });
    if (ctx.actor.role === 'AMGR' && body.agencyId !== ctx.agencyId && !(await leads(ctx.uow, episodeId)))
      throw invalid({ userId: ['Choose a colleague of your own service'] });
    const worker = await this.team.demandInvitable(ctx, facts, body);
    const id = await addNomination(ctx, {
      episodeId,
      worker,
      leadType: body.leadType ?? 'LEAD_PROFESSIONAL',
      familyPreference: body.familyPreference?.trim() || null,
      message: body.message?.trim() || null,
    });
    await tell(ctx.uow, {
      topic: 'lead.asked',
      episodeId,
      payload: { nominationId: id },
      to: [worker.userId],
    });
    await this.audited(ctx, episodeId, 'lead.nominated', worker.userId);
    return (await nominationOf(ctx, id)) as NominationView;
  }

  async answer(ctx: AccessContext, id: string, body: AnswerNomination): Promise<NominationView> {
    const offer = await nominationOf(ctx, id);
    if (!offer) throw notFound();
    if (body.answer === 'TAKE_BACK') return this.takeBack(ctx, offer, body);
    if (!offer.mine) throw forbidden('NOT_YOUR_OFFER');
    if (offer.status !== 'PROPOSED' || offer.version !== body.version) throw stale({ stored: offer });
    if (body.answer === 'ACCEPT') {
      await acceptOnce(() => acceptLead(ctx.uow, id));
      await this.audited(ctx, offer.episodeId, 'lead.accepted', ctx.userId);
    } else {
      const reason = body.reason?.trim();
      if (!reason) throw invalid({ reason: ['Say why you cannot lead, so that somebody else can be asked'] });
      if (!(await endNomination(ctx.uow, id, body.version, 'DECLINED', reason))) throw stale();
      await this.audited(ctx, offer.episodeId, 'lead.declined', ctx.userId);
    }
    return (await nominationOf(ctx, id)) as NominationView;
  }

  async offers(ctx: AccessContext): Promise<{ items: NominationView[] }> {
    const items = await offersToMe(ctx);
    await ctx.audit({ categories: ['INVOLVE'], count: items.length, basis: ['R19_OWN'] });
    return { items };
  }

  /**
   * Whoever leads asks; where nobody does, also the manager and the CAF team (F2). While social care leads nothing changes, but
   * before it hands back the CAF team asks who is to lead then (T26).
   */
  private async demandAsking(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.access.facts(ctx, episodeId);
    const handsBack = ctx.actor.role === 'CAFC' && facts.state === 'PAUSED_STATUTORY';
    if (!handsBack && !(await mayFill(ctx.uow, episodeId))) return this.team.demandLead(ctx, episodeId);
    this.access.demand(ctx, facts, 'read', { categories: ['INVOLVE'], authorId: ctx.userId });
    return facts;
  }

  private async takeBack(
    ctx: AccessContext,
    offer: NominationView,
    body: AnswerNomination,
  ): Promise<NominationView> {
    await this.demandAsking(ctx, offer.episodeId);
    if (!(await endNomination(ctx.uow, offer.id, body.version, 'TAKEN_BACK', null)))
      throw stale({ stored: offer });
    await this.audited(ctx, offer.episodeId, 'lead.taken-back', offer.nomineeId);
    return (await nominationOf(ctx, offer.id)) as NominationView;
  }

  private async audited(
    ctx: AccessContext,
    episodeId: string,
    action: string,
    userId: string,
  ): Promise<void> {
    await ctx.audit({ action, episodeId, categories: ['INVOLVE'], basis: [`user:${userId}`] });
  }
}

/** What the database found when it looked under its lock: an answer given in between, or agreement that has ended. */
async function acceptOnce(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = (error as { driverError?: { code?: unknown } }).driverError?.code;
    if (code !== 'EC002') throw error;
    throw new DomainError('OFFER_OVER', 409, {
      detail:
        'This offer no longer stands: the case has ended, or the family no longer agrees to your service',
    });
  }
}
