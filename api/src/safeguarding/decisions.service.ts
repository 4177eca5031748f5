import { Injectable } from '@nestjs/common';
import { parseEpisodeReference } from '@encircle/shared/reference-numbers';
import { dayProblem } from '@encircle/shared/episodes';
import type {
  ChallengeReferral,
  DecideReferral,
  LinkReferral,
  ReferralSentView,
  ReferralView,
  SendReferral,
} from '@encircle/shared/safeguarding';
import type { AccessContext } from '#api/access/access-context.js';
import { isOneOfSeveral, moveChild } from '#api/episodes/children-apart.service.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';
import { DomainError, forbidden, invalid, stale } from '#api/platform/errors/domain-error.js';
import { changeReferral, episodeOfRef, type StoredReferral } from './persistence/referrals.repository.js';
import { ReferralsService, viewOf } from './referrals.service.js';

/** What the front door does with a referral: ties it to the record there is, and decides (T23, T24). */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly lifecycle: LifecycleService,
  ) {}

  async decide(ctx: AccessContext, id: string, body: DecideReferral): Promise<ReferralView> {
    const stored = await this.referrals.demand(ctx, id);
    refuseIncomplete(ctx, body);
    if (!['SENT', 'RECEIVED'].includes(stored.status))
      throw new DomainError('DECIDED_ALREADY', 409, {
        detail: 'This was decided already. A challenge is decided on a new referral',
      });
    const saved = await changeReferral(ctx.uow, id, body.version, {
      status: body.decision,
      acceptanceRef: body.acceptanceRef?.trim() || null,
      decisionReason: body.reason?.trim() || null,
      decidedBy: ctx.userId,
      decidedAt: ctx.now,
    });
    if (!saved) throw stale({ stored: viewOf(ctx, stored) });
    await this.follow(ctx, stored, body);
    await ctx.audit({ action: 'referral.decided', episodeId: stored.episodeId, categories: ['SAFE'] });
    return viewOf(ctx, await this.referrals.demand(ctx, id));
  }

  /**
   * Whoever sent it does not agree with a no: it is asked again, at once, with what was sent before and why.
   * @throws 409 NOTHING_TO_CHALLENGE for anything but a no that stands
   */
  async challenge(ctx: AccessContext, id: string, body: ChallengeReferral): Promise<ReferralSentView> {
    const stored = await this.referrals.demand(ctx, id);
    if (stored.authorId !== ctx.userId) throw forbidden('NOT_YOUR_REFERRAL');
    if (stored.status !== 'NOT_ACCEPTED')
      throw new DomainError('NOTHING_TO_CHALLENGE', 409, {
        detail: 'Only a decision that did not accept it can be challenged, and only once',
      });
    if (!(await changeReferral(ctx.uow, id, body.version, { status: 'CHALLENGED' }))) throw stale();
    await ctx.audit({ action: 'referral.challenged', episodeId: stored.episodeId, categories: ['SAFE'] });
    const { childNamed, ground, notToldReason } = stored;
    return this.referrals.raise(ctx, {
      ...(stored.episodeId === null ? {} : { episodeId: stored.episodeId }),
      ...(childNamed === null ? {} : { childNamed }),
      ...(ground === null ? {} : { ground }),
      ...(notToldReason === null ? {} : { notToldReason }),
      ...(stored.agreement === null
        ? {}
        : { agreement: stored.agreement as SendReferral['agreement'] & string }),
      ...(stored.familyTold === null ? {} : { familyTold: stored.familyTold as 'YES' | 'NO' }),
      facts: [body.reason.trim(), stored.facts].filter(Boolean).join('\n\n'),
    });
  }

  async link(ctx: AccessContext, id: string, body: LinkReferral): Promise<ReferralView> {
    const stored = await this.referrals.demand(ctx, id);
    if (stored.episodeId !== null)
      throw new DomainError('LINKED_ALREADY', 409, { detail: 'This referral is tied to a record already' });
    const ref = parseEpisodeReference(body.ref);
    if (ref === null) throw invalid({ ref: ['Enter a reference such as CAF-2026-481907'] });
    const episodeId = await episodeOfRef(ctx.uow, ref);
    if (episodeId === null) throw invalid({ ref: ['There is no record with this reference'] });
    const facts = await this.lifecycle.facts(ctx, episodeId);
    const [only, another] = facts.episode.childIds;
    const saved = await changeReferral(ctx.uow, id, body.version, {
      episodeId,
      subjectId: another === undefined ? (only ?? null) : null,
    });
    if (!saved) throw stale({ stored: viewOf(ctx, stored) });
    if (stored.status === 'SENT' || stored.status === 'RECEIVED')
      await this.referrals.moveTo(ctx, facts, id, stored.agreement === 'AGREED', null);
    await ctx.audit({ action: 'referral.linked', episodeId, categories: ['SAFE'] });
    return viewOf(ctx, await this.referrals.demand(ctx, id));
  }

  private async follow(ctx: AccessContext, stored: StoredReferral, body: DecideReferral): Promise<void> {
    if (stored.episodeId === null) return;
    const facts = await this.lifecycle.facts(ctx, stored.episodeId);
    const happenedOn = body.decidedOn ?? ctx.today;
    const recorded = { referralId: stored.id };
    if (stored.subjectId !== null && isOneOfSeveral(facts)) {
      const accepted = body.decision === 'ACCEPTED';
      await moveChild(ctx, stored.episodeId, stored.subjectId, {
        from: 'STEP_UP_PENDING',
        to: accepted ? 'PAUSED_STATUTORY' : null,
        transition: accepted ? 'T23' : 'T24',
        happenedOn,
        recorded,
      });
      if (accepted) await this.nameLead(ctx, stored.episodeId, body, stored.subjectId);
      return;
    }
    if (facts.episode.state !== 'STEP_UP_PENDING') return;
    if (body.decision === 'ACCEPTED') {
      await this.nameLead(ctx, stored.episodeId, body);
      await this.lifecycle.move(ctx, facts, 'T23', {
        happenedOn,
        recorded,
        known: { statutoryAcceptance: { id: true, leadNamed: true, date: happenedOn } },
      });
    } else
      await this.lifecycle.move(ctx, facts, 'T24', {
        happenedOn,
        recorded,
        known: { notAccepted: { reason: true, teamTold: body.teamTold === true } },
      });
  }

  /** Who leads at social care while the work is paused, for those who may read the plan (T23). */
  private nameLead(
    ctx: AccessContext,
    episodeId: string,
    { leadSocialWorker = '' }: DecideReferral,
    childId: string | null = null,
  ): Promise<void> {
    return this.lifecycle.write(ctx, episodeId, 'T23', { socialWorker: leadSocialWorker.trim() }, childId);
  }
}

function refuseIncomplete(ctx: AccessContext, body: DecideReferral): void {
  const fields: Record<string, string[]> = {};
  const blank = (text: string | undefined): boolean => !text?.trim();
  const wrongDay = dayProblem(body.decidedOn, ctx.today);
  if (wrongDay) fields['decidedOn'] = [wrongDay];
  if (body.decision === 'ACCEPTED') {
    if (blank(body.acceptanceRef)) fields['acceptanceRef'] = ['Enter the reference of social care'];
    if (blank(body.leadSocialWorker)) fields['leadSocialWorker'] = ['Name the lead social worker'];
  } else {
    if (blank(body.reason)) fields['reason'] = ['Enter the reason, so that the team can understand it'];
    if (body.teamTold !== true) fields['teamTold'] = ['Tell the team, with the way to challenge it'];
  }
  if (Object.keys(fields).length > 0) throw invalid(fields);
}
