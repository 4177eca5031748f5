import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import {
  AddAction,
  AddComment,
  AddOutcome,
  AddRating,
  AgreePlan,
  ChangeAction,
  ChangeOutcome,
  PlanView,
  RecordReview,
  StartPlan,
} from '@encircle/shared/plans';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { ActionsService } from '#api/plans/actions.service.js';
import { OutcomesService } from '#api/plans/outcomes.service.js';
import { PlansService } from '#api/plans/plans.service.js';
import { ReviewsService } from '#api/plans/reviews.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller('episodes/:id')
export class EpisodePlanController {
  constructor(
    private readonly plans: PlansService,
    private readonly reviews: ReviewsService,
  ) {}

  @Get('plan')
  @Access({ permission: 'plan.viewed', ceiling: ['read', 'plan'], audited: true })
  @Returns(PlanView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<PlanView> {
    return this.plans.view(ctx, id);
  }

  @Post('plan')
  @Access({ permission: 'plan.started', ceiling: ['create', 'plan'], audited: true, creates: true })
  @Returns(PlanView, { status: 201 })
  start(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: StartPlan,
  ): Promise<PlanView> {
    return this.plans.start(ctx, id, body);
  }

  @Post('reviews')
  @Access({ permission: 'plan.reviewed', ceiling: ['create', 'plan'], audited: true, creates: true })
  @Returns(PlanView, { status: 201 })
  review(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: RecordReview,
  ): Promise<PlanView> {
    return this.reviews.record(ctx, id, body);
  }
}

@Controller('plans/:id')
export class PlanController {
  constructor(
    private readonly plans: PlansService,
    private readonly outcomes: OutcomesService,
    private readonly actions: ActionsService,
  ) {}

  @Post('outcomes')
  @Access({ permission: 'plan.outcome-added', ceiling: ['update', 'plan'], audited: true, creates: true })
  @Returns(PlanView, { status: 201 })
  addOutcome(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AddOutcome,
  ): Promise<PlanView> {
    return this.outcomes.add(ctx, id, body);
  }

  @Post('actions')
  @Access({ permission: 'plan.action-added', ceiling: ['update', 'plan'], audited: true, creates: true })
  @Returns(PlanView, { status: 201 })
  addAction(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AddAction,
  ): Promise<PlanView> {
    return this.actions.add(ctx, id, body);
  }

  @Post('agree')
  @Access({ permission: 'plan.agreed', ceiling: ['update', 'plan'], audited: true, creates: true })
  @Returns(PlanView, { status: 201 })
  agree(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AgreePlan,
  ): Promise<PlanView> {
    return this.plans.agree(ctx, id, body);
  }
}

@Controller('outcomes/:id')
export class OutcomeController {
  constructor(private readonly outcomes: OutcomesService) {}

  @Patch()
  @Access({ permission: 'plan.outcome-changed', ceiling: ['update', 'plan'], audited: true })
  @Returns(PlanView)
  change(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: ChangeOutcome,
  ): Promise<PlanView> {
    return this.outcomes.change(ctx, id, body);
  }

  @Post('ratings')
  @Access({ permission: 'plan.outcome-rated', ceiling: ['update', 'plan'], audited: true, creates: true })
  @Returns(PlanView, { status: 201 })
  rate(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AddRating,
  ): Promise<PlanView> {
    return this.outcomes.rate(ctx, id, body);
  }
}

@Controller('actions/:id')
export class ActionController {
  constructor(private readonly actions: ActionsService) {}

  @Patch()
  @Access({ permission: 'plan.action-changed', ceiling: ['update', 'plan'], audited: true })
  @Returns(PlanView)
  change(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: ChangeAction,
  ): Promise<PlanView> {
    return this.actions.change(ctx, id, body);
  }

  @Post('comments')
  @Access({ permission: 'plan.action-commented', ceiling: ['update', 'plan'], audited: true, creates: true })
  @Returns(PlanView, { status: 201 })
  comment(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AddComment,
  ): Promise<PlanView> {
    return this.actions.comment(ctx, id, body);
  }
}
