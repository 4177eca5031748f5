import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  ContentQuery,
  ContentView,
  JumpAnswer,
  JumpQuery,
  LooksPage,
  LooksQuery,
  SharingQuery,
  SharingView,
  WhyView,
} from '@encircle/shared/cases';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { ContentService } from '#api/cases/content.service.js';
import { LooksService } from '#api/cases/looks.service.js';
import { SharingService } from '#api/cases/sharing.service.js';
import { WhyService } from '#api/cases/why.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class SharingController {
  constructor(
    private readonly sharing: SharingService,
    private readonly contents: ContentService,
    private readonly looks: LooksService,
    private readonly reasons: WhyService,
  ) {}

  @Get('episodes/:episodeId/content')
  @Access({ permission: 'content.viewed', ceiling: ['read', 'session'], audited: true })
  @Returns(ContentView)
  content(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
    @Query() query: ContentQuery,
  ): Promise<ContentView> {
    return this.contents.content(ctx, episodeId, query);
  }

  @Get('episodes/:episodeId/access')
  @Access({ permission: 'sharing.viewed', ceiling: ['read', 'access-log'], audited: true })
  @Returns(SharingView)
  whoSees(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
    @Query() query: SharingQuery,
  ): Promise<SharingView> {
    return this.sharing.whoSees(ctx, episodeId, query);
  }

  @Get('episodes/:episodeId/looks')
  @Access({ permission: 'looks.viewed', ceiling: ['read', 'access-log'], audited: true })
  @Returns(LooksPage)
  whoLooked(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
    @Query() query: LooksQuery,
  ): Promise<LooksPage> {
    return this.looks.whoLooked(ctx, episodeId, query);
  }

  @Get('episodes/:episodeId/why')
  @Access({ permission: 'reasons.viewed', ceiling: ['read', 'case'], audited: true })
  @Returns(WhyView)
  why(@Ctx() ctx: AccessContext, @Param('episodeId', UuidParam) episodeId: string): Promise<WhyView> {
    return this.reasons.why(ctx, episodeId);
  }

  @Get('jump')
  @Access({ permission: 'jump.searched', ceiling: ['read', 'caseload'], audited: true })
  @Returns(JumpAnswer)
  jump(@Ctx() ctx: AccessContext, @Query() query: JumpQuery): Promise<JumpAnswer> {
    return this.sharing.jump(ctx, query.q);
  }
}
