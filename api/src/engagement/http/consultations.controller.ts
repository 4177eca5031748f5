import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ConsultationsView,
  ConsultationView,
  HoldConsultation,
  WriteEngagementPlan,
} from '@encircle/shared/engagement';
import { PageQuery } from '@encircle/shared/paging';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { ConsultationsService } from '#api/engagement/consultations.service.js';

@Controller('consultations')
export class ConsultationsController {
  constructor(private readonly consultations: ConsultationsService) {}

  @Get()
  @Access({ permission: 'consultations.listed', ceiling: ['read', 'engagement'], audited: true })
  @Returns(ConsultationsView)
  list(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<ConsultationsView> {
    return this.consultations.list(ctx, query);
  }

  @Get(':id')
  @Access({ permission: 'consultation.viewed', ceiling: ['read', 'engagement'], audited: true })
  @Returns(ConsultationView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<ConsultationView> {
    return this.consultations.view(ctx, id);
  }

  @Post(':id/hold')
  @HttpCode(200)
  @Access({ permission: 'consultation.held', ceiling: ['update', 'engagement'], audited: true })
  @Returns(ConsultationView)
  hold(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: HoldConsultation,
  ): Promise<ConsultationView> {
    return this.consultations.hold(ctx, id, body);
  }

  @Post(':id/plan')
  @Access({
    permission: 'consultation.planned',
    ceiling: ['create', 'engagement'],
    audited: true,
    creates: true,
  })
  @Returns(ConsultationView, { status: 201 })
  plan(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: WriteEngagementPlan,
  ): Promise<ConsultationView> {
    return this.consultations.plan(ctx, id, body);
  }
}
