import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AgreementsView,
  EffectsView,
  PreviewAgreement,
  RecipientQuery,
  RecipientsView,
  RecordAgreement,
  WithdrawAgreement,
  WithdrawalView,
} from '@encircle/shared/consents';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { AgreementsService } from '#api/consents/agreements.service.js';
import { RecipientsService } from '#api/consents/recipients.service.js';
import { RecordService } from '#api/consents/record.service.js';
import { WithdrawService } from '#api/consents/withdraw.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class ConsentsController {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly recording: RecordService,
    private readonly recipients: RecipientsService,
    private readonly withdrawals: WithdrawService,
  ) {}

  @Get('episodes/:id/consents')
  @Access({ permission: 'consents.viewed', ceiling: ['read', 'consent'], audited: true })
  @Returns(AgreementsView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<AgreementsView> {
    return this.agreements.view(ctx, id);
  }

  /** With whom of the team what may be shared; or with one other, for whoever may ask the family. */
  @Get('episodes/:id/recipients')
  @Access({ permission: 'recipients.viewed', ceiling: ['update', 'case'], audited: true })
  @Returns(RecipientsView)
  mayShare(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Query() query: RecipientQuery,
  ): Promise<RecipientsView> {
    return this.recipients.view(ctx, id, query);
  }

  @Post('episodes/:id/consents')
  @Access({ permission: 'consent.recorded', ceiling: ['create', 'consent'], audited: true, creates: true })
  @Returns(AgreementsView, { status: 201 })
  record(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: RecordAgreement,
  ): Promise<AgreementsView> {
    return this.recording.record(ctx, id, body);
  }

  /** A POST because it carries the draft; it stores nothing but that it was asked. */
  @Post('episodes/:id/consents/preview')
  @HttpCode(200)
  @Access({ permission: 'consent.previewed', ceiling: ['create', 'consent'], audited: true })
  @Returns(EffectsView)
  preview(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: PreviewAgreement,
  ): Promise<EffectsView> {
    return this.agreements.preview(ctx, id, body);
  }

  @Post('episodes/:id/consents/withdraw')
  @HttpCode(200)
  @Access({ permission: 'consent.withdrawn', ceiling: ['read', 'consent'], audited: true })
  @Returns(WithdrawalView)
  withdraw(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: WithdrawAgreement,
  ): Promise<WithdrawalView> {
    return this.withdrawals.withdraw(ctx, id, body);
  }
}
