import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AgreementFiguresView,
  DecideDispute,
  WaitingAgreementsQuery,
  WaitingAgreementsView,
} from '@encircle/shared/consents';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { WaitingService } from '#api/consents/waiting.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class WaitingController {
  constructor(private readonly waiting: WaitingService) {}

  @Get('agreements/waiting')
  @Access({ permission: 'agreements-waiting.listed', ceiling: ['read', 'agreements'], audited: true })
  @Returns(WaitingAgreementsView)
  list(@Ctx() ctx: AccessContext, @Query() query: WaitingAgreementsQuery): Promise<WaitingAgreementsView> {
    return this.waiting.list(ctx, query);
  }

  @Get('agreements/figures')
  @Access({ permission: 'agreement-figures.viewed', ceiling: ['read', 'agreements'], audited: true })
  @Returns(AgreementFiguresView)
  figures(@Ctx() ctx: AccessContext): Promise<AgreementFiguresView> {
    return this.waiting.figures(ctx);
  }

  @Post('consent-disputes/:id/decide')
  @HttpCode(200)
  @Access({ permission: 'dispute.decided', ceiling: ['update', 'agreements'], audited: true })
  @Returns(WaitingAgreementsView)
  decide(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: DecideDispute,
  ): Promise<WaitingAgreementsView> {
    return this.waiting.decide(ctx, id, body);
  }
}
