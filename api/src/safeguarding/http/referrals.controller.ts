import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { PageQuery } from '@encircle/shared/paging';
import {
  ChallengeReferral,
  DecideReferral,
  FinishReferral,
  LinkReferral,
  ReferralSentView,
  ReferralsView,
  ReferralView,
  SendReferral,
} from '@encircle/shared/safeguarding';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { DecisionsService } from '#api/safeguarding/decisions.service.js';
import { ReferralsService } from '#api/safeguarding/referrals.service.js';

@Controller('safeguarding-referrals')
export class ReferralsController {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly decisions: DecisionsService,
  ) {}

  /**
   * Not `audited`, although it always writes its audit row: a worker whose training has lapsed may look at no child,
   * and may still say that one is in danger (rule ALWAYS).
   */
  @Post()
  @Access({ permission: 'referral.sent', ceiling: ['create', 'safeguarding'], audited: false, creates: true })
  @Returns(ReferralSentView, { status: 201 })
  send(@Ctx() ctx: AccessContext, @Body() body: SendReferral): Promise<ReferralSentView> {
    return this.referrals.send(ctx, body);
  }

  @Get()
  @Access({ permission: 'referral.listed', ceiling: ['read', 'safeguarding'], audited: true })
  @Returns(ReferralsView)
  list(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<ReferralsView> {
    return this.referrals.list(ctx, query);
  }

  @Get(':id')
  @Access({ permission: 'referral.viewed', ceiling: ['read', 'safeguarding'], audited: true })
  @Returns(ReferralView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<ReferralView> {
    return this.referrals.view(ctx, id);
  }

  @Patch(':id')
  @Access({ permission: 'referral.finished', ceiling: ['create', 'safeguarding'], audited: true })
  @Returns(ReferralView)
  finish(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: FinishReferral,
  ): Promise<ReferralView> {
    return this.referrals.finish(ctx, id, body);
  }

  @Post(':id/decision')
  @Access({
    permission: 'referral.decided',
    ceiling: ['approve', 'safeguarding'],
    audited: true,
    creates: true,
  })
  @Returns(ReferralView, { status: 201 })
  decide(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: DecideReferral,
  ): Promise<ReferralView> {
    return this.decisions.decide(ctx, id, body);
  }

  @Post(':id/link')
  @Access({ permission: 'referral.linked', ceiling: ['read', 'index'], audited: true, creates: true })
  @Returns(ReferralView, { status: 201 })
  link(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: LinkReferral,
  ): Promise<ReferralView> {
    return this.decisions.link(ctx, id, body);
  }

  @Post(':id/challenge')
  @Access({
    permission: 'referral.challenged',
    ceiling: ['create', 'safeguarding'],
    audited: true,
    creates: true,
  })
  @Returns(ReferralSentView, { status: 201 })
  challenge(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: ChallengeReferral,
  ): Promise<ReferralSentView> {
    return this.decisions.challenge(ctx, id, body);
  }
}
