import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { PageQuery } from '@encircle/shared/paging';
import {
  AskForShield,
  DeclineShield,
  ShieldRequestsView,
  ShieldsAskedPage,
} from '@encircle/shared/restrictions';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { ShieldRequestsService } from '#api/restrictions/shield-requests.service.js';

@Controller()
export class ShieldRequestsController {
  constructor(private readonly requests: ShieldRequestsService) {}

  @Post('episodes/:episodeId/shield-requests')
  @Access({ permission: 'shield.asked', ceiling: ['create', 'restriction'], audited: true, creates: true })
  @Returns(ShieldRequestsView, { status: 201 })
  ask(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
    @Body() body: AskForShield,
  ): Promise<ShieldRequestsView> {
    return this.requests.ask(ctx, episodeId, body);
  }

  @Get('episodes/:episodeId/shield-requests')
  @Access({ permission: 'shield-requests.viewed', ceiling: ['create', 'restriction'], audited: true })
  @Returns(ShieldRequestsView)
  own(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
  ): Promise<ShieldRequestsView> {
    return this.requests.own(ctx, episodeId);
  }

  @Get('shield-requests')
  @Access({ permission: 'shield-requests.listed', ceiling: ['approve', 'shield'], audited: true })
  @Returns(ShieldsAskedPage)
  waiting(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<ShieldsAskedPage> {
    return this.requests.waiting(ctx, query);
  }

  @Post('shield-requests/:shieldRequestId/decline')
  @HttpCode(200)
  @Access({ permission: 'shield.declined', ceiling: ['approve', 'shield'], audited: true })
  @Returns(ShieldsAskedPage)
  decline(
    @Ctx() ctx: AccessContext,
    @Param('shieldRequestId', UuidParam) id: string,
    @Body() body: DeclineShield,
  ): Promise<ShieldsAskedPage> {
    return this.requests.decline(ctx, id, body);
  }
}
