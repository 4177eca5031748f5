import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  AddLevelsDocument,
  JudgeLevel,
  LevelJudgementsView,
  LevelsDocumentView,
  LevelsVersionsView,
} from '@encircle/shared/levels';
import { PageQuery } from '@encircle/shared/paging';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { LevelJudgementsService } from '#api/levels/level-judgements.service.js';
import { LevelsDocumentsService } from '#api/levels/levels-documents.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class LevelsController {
  constructor(
    private readonly documents: LevelsDocumentsService,
    private readonly judgements: LevelJudgementsService,
  ) {}

  @Get('levels-of-need/current')
  @Access({ permission: 'levels-of-need.viewed', ceiling: ['read', 'session'], audited: false })
  @Returns(LevelsDocumentView)
  current(@Ctx() ctx: AccessContext): Promise<LevelsDocumentView> {
    return this.documents.current(ctx);
  }

  @Get('levels-of-need')
  @Access({ permission: 'levels-of-need.listed', ceiling: ['update', 'wording'], audited: false })
  @Returns(LevelsVersionsView)
  versions(@Ctx() ctx: AccessContext): Promise<LevelsVersionsView> {
    return this.documents.versions(ctx);
  }

  @Post('levels-of-need')
  // No child's data and so no purpose, which an administrator could not give; the service writes the row all the same.
  @Access({
    permission: 'levels-of-need.added',
    ceiling: ['create', 'wording'],
    audited: false,
    creates: true,
  })
  @Returns(LevelsVersionsView, { status: 201 })
  add(@Ctx() ctx: AccessContext, @Body() body: AddLevelsDocument): Promise<LevelsVersionsView> {
    return this.documents.add(ctx, body);
  }

  @Get('episodes/:id/levels')
  @Access({ permission: 'levels.listed', ceiling: ['read', 'case'], audited: true })
  @Returns(LevelJudgementsView)
  list(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Query() query: PageQuery,
  ): Promise<LevelJudgementsView> {
    return this.judgements.list(ctx, id, query);
  }

  @Post('episodes/:id/levels')
  @Access({ permission: 'level.judged', ceiling: ['update', 'case'], audited: true, creates: true })
  @Returns(LevelJudgementsView, { status: 201 })
  judge(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: JudgeLevel,
  ): Promise<LevelJudgementsView> {
    return this.judgements.keep(ctx, id, body);
  }
}
