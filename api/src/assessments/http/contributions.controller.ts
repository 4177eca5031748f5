import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  AnswerContribution,
  AskForContribution,
  ContributionsView,
  ContributionView,
  DecideContribution,
} from '@encircle/shared/assessments';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { ContributingService } from '#api/assessments/contributing.service.js';
import { ContributionsService } from '#api/assessments/contributions.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class ContributionsController {
  constructor(
    private readonly contributions: ContributionsService,
    private readonly contributing: ContributingService,
  ) {}

  @Get('assessments/:id/contributions')
  @Access({ permission: 'contribution.listed', ceiling: ['read', 'assessment'], audited: true })
  @Returns(ContributionsView)
  list(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<ContributionsView> {
    return this.contributions.list(ctx, id);
  }

  @Post('assessments/:id/contributions')
  @Access({
    permission: 'contribution.asked',
    ceiling: ['update', 'assessment'],
    audited: true,
    creates: true,
  })
  @Returns(ContributionView, { status: 201 })
  ask(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AskForContribution,
  ): Promise<ContributionView> {
    return this.contributions.ask(ctx, id, body);
  }

  @Post('contributions/:id/decision')
  @Access({
    permission: 'contribution.decided',
    ceiling: ['update', 'assessment'],
    audited: true,
    creates: true,
  })
  @Returns(ContributionView, { status: 201 })
  decide(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: DecideContribution,
  ): Promise<ContributionView> {
    return this.contributions.decide(ctx, id, body);
  }

  @Post('contributions/:id/reminder')
  @Access({
    permission: 'contribution.reminded',
    ceiling: ['update', 'assessment'],
    audited: true,
    creates: true,
  })
  @Returns(ContributionView, { status: 201 })
  remind(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<ContributionView> {
    return this.contributions.remind(ctx, id);
  }

  @Get('my/contributions')
  @Access({ permission: 'contribution.mine-viewed', ceiling: ['update', 'assessment'], audited: true })
  @Returns(ContributionsView)
  mine(@Ctx() ctx: AccessContext): Promise<ContributionsView> {
    return this.contributing.list(ctx);
  }

  @Get('contributions/:id')
  @Access({ permission: 'contribution.opened', ceiling: ['update', 'assessment'], audited: true })
  @Returns(ContributionView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<ContributionView> {
    return this.contributing.view(ctx, id);
  }

  @Post('contributions/:id/answer')
  @Access({
    permission: 'contribution.answered',
    ceiling: ['update', 'assessment'],
    audited: true,
    creates: true,
  })
  @Returns(ContributionView, { status: 201 })
  answer(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AnswerContribution,
  ): Promise<ContributionView> {
    return this.contributing.answer(ctx, id, body);
  }
}
