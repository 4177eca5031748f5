import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  AnswerOversight,
  NoteOversight,
  OversightPage,
  OversightView,
  WriteOversight,
} from '@encircle/shared/assessments';
import { PageQuery } from '@encircle/shared/paging';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { OversightService } from '#api/assessments/oversight.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class OversightController {
  constructor(private readonly oversight: OversightService) {}

  @Get('assessments/:id/oversight')
  @Access({ permission: 'oversight.viewed', ceiling: ['read', 'assessment'], audited: true })
  @Returns(OversightView)
  ofAssessment(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<OversightView> {
    return this.oversight.ofAssessment(ctx, id);
  }

  @Post('assessments/:id/oversight')
  @Access({
    permission: 'oversight.written',
    ceiling: ['return', 'assessment'],
    audited: true,
    creates: true,
  })
  @Returns(OversightView, { status: 201 })
  write(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: WriteOversight,
  ): Promise<OversightView> {
    return this.oversight.write(ctx, id, body);
  }

  @Get('episodes/:episodeId/oversight')
  @Access({ permission: 'oversight.case-viewed', ceiling: ['read', 'assessment'], audited: true })
  @Returns(OversightView)
  ofCase(@Ctx() ctx: AccessContext, @Param('episodeId', UuidParam) id: string): Promise<OversightView> {
    return this.oversight.ofCase(ctx, id);
  }

  @Post('episodes/:episodeId/oversight')
  @Access({ permission: 'oversight.noted', ceiling: ['return', 'assessment'], audited: true, creates: true })
  @Returns(OversightView, { status: 201 })
  note(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) id: string,
    @Body() body: NoteOversight,
  ): Promise<OversightView> {
    return this.oversight.note(ctx, id, body);
  }

  @Post('oversight/:id/answer')
  @Access({
    permission: 'oversight.answered',
    ceiling: ['update', 'assessment'],
    audited: true,
    creates: true,
  })
  @Returns(OversightView, { status: 201 })
  answer(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AnswerOversight,
  ): Promise<OversightView> {
    return this.oversight.answer(ctx, id, body);
  }

  @Get('my/oversight')
  @Access({ permission: 'oversight.listed', ceiling: ['return', 'assessment'], audited: true })
  @Returns(OversightPage)
  mine(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<OversightPage> {
    return this.oversight.mine(ctx, query);
  }
}
