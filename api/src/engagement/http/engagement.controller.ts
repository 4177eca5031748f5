import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  AskConsultation,
  ChangeEngagementPlan,
  ConsultationView,
  EngagementPlanView,
  EngagementView,
  ReviewEngagementPlan,
  WriteEngagementPlan,
} from '@encircle/shared/engagement';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { ConsultationsService } from '#api/engagement/consultations.service.js';
import { EngagementService } from '#api/engagement/engagement.service.js';

@Controller()
export class EngagementController {
  constructor(
    private readonly engagement: EngagementService,
    private readonly consultations: ConsultationsService,
  ) {}

  @Get('episodes/:id/engagement')
  @Access({ permission: 'engagement.viewed', ceiling: ['read', 'engagement'], audited: true })
  @Returns(EngagementView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<EngagementView> {
    return this.engagement.view(ctx, id);
  }

  @Post('episodes/:id/engagement')
  @Access({
    permission: 'engagement.written',
    ceiling: ['create', 'engagement'],
    audited: true,
    creates: true,
  })
  @Returns(EngagementView, { status: 201 })
  write(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: WriteEngagementPlan,
  ): Promise<EngagementView> {
    return this.engagement.write(ctx, id, body);
  }

  @Post('episodes/:id/consultations')
  @Access({
    permission: 'consultation.asked',
    ceiling: ['create', 'engagement'],
    audited: true,
    creates: true,
  })
  @Returns(ConsultationView, { status: 201 })
  ask(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AskConsultation,
  ): Promise<ConsultationView> {
    return this.consultations.ask(ctx, id, body);
  }

  @Put('engagement-plans/:id')
  @Access({ permission: 'engagement.changed', ceiling: ['create', 'engagement'], audited: true })
  @Returns(EngagementPlanView)
  change(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: ChangeEngagementPlan,
  ): Promise<EngagementPlanView> {
    return this.engagement.change(ctx, id, body);
  }

  @Post('engagement-plans/:id/reviews')
  @HttpCode(200)
  @Access({ permission: 'engagement.reviewed', ceiling: ['create', 'engagement'], audited: true })
  @Returns(EngagementPlanView)
  review(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: ReviewEngagementPlan,
  ): Promise<EngagementPlanView> {
    return this.engagement.review(ctx, id, body);
  }
}
