import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  AssessmentsView,
  AssessmentView,
  CompleteAssessment,
  RepairAssessment,
  SaveIdentityFacts,
  SaveSection,
  SectionSavedView,
} from '@encircle/shared/assessments';
import { IsOptional, IsUUID } from 'class-validator';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { AssessmentStarter } from '#api/assessments/assessment-starter.js';
import { AssessmentRepairsService } from '#api/assessments/assessment-repairs.service.js';
import { AssessmentsService } from '#api/assessments/assessments.service.js';
import { CompletionService } from '#api/assessments/completion.service.js';

export class AssessmentQuery {
  /** The child to read about in a family record; the first when left out. */
  @IsOptional()
  @IsUUID()
  subjectId?: string;
}

@Controller()
export class AssessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly starter: AssessmentStarter,
    private readonly completion: CompletionService,
    private readonly repairs: AssessmentRepairsService,
  ) {}

  @Get('episodes/:id/assessments')
  @Access({ permission: 'assessment.listed', ceiling: ['read', 'assessment'], audited: true })
  @Returns(AssessmentsView)
  list(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<AssessmentsView> {
    return this.assessments.list(ctx, id);
  }

  @Post('episodes/:id/assessments')
  @Access({
    permission: 'assessment.started',
    ceiling: ['create', 'assessment'],
    audited: true,
    creates: true,
  })
  @Returns(AssessmentView, { status: 201 })
  async start(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<AssessmentView> {
    return this.assessments.view(ctx, await this.starter.start(ctx, id));
  }

  @Get('assessments/:id')
  @Access({ permission: 'assessment.viewed', ceiling: ['read', 'assessment'], audited: true })
  @Returns(AssessmentView)
  view(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Query() query: AssessmentQuery,
  ): Promise<AssessmentView> {
    return this.assessments.view(ctx, id, query.subjectId);
  }

  @Put('assessments/:id/sections/:key')
  @Access({ permission: 'assessment.section-saved', ceiling: ['update', 'assessment'], audited: true })
  @Returns(SectionSavedView)
  save(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Param('key') key: string,
    @Body() body: SaveSection,
  ): Promise<SectionSavedView> {
    return this.assessments.save(ctx, id, key, body);
  }

  @Post('assessments/:id/repairs')
  @Access({
    permission: 'assessment.mended',
    ceiling: ['update', 'assessment'],
    audited: true,
    creates: true,
  })
  @Returns(AssessmentsView, { status: 201 })
  mend(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: RepairAssessment,
  ): Promise<AssessmentsView> {
    return this.repairs.mend(ctx, id, body);
  }

  @Put('assessments/:id/identity')
  @Access({ permission: 'child.identity-saved', ceiling: ['update', 'assessment'], audited: true })
  @Returns(AssessmentView)
  identity(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: SaveIdentityFacts,
  ): Promise<AssessmentView> {
    return this.assessments.saveIdentity(ctx, id, body);
  }

  @Post('assessments/:id/complete')
  @Access({
    permission: 'assessment.completed',
    ceiling: ['update', 'assessment'],
    audited: true,
    creates: true,
  })
  @Returns(AssessmentView, { status: 201 })
  complete(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: CompleteAssessment,
  ): Promise<AssessmentView> {
    return this.completion.complete(ctx, id, body);
  }
}
