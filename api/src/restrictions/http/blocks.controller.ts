import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  BlockRegisterPage,
  BlockRegisterQuery,
  BlocksView,
  BlockView,
  ConfirmBlock,
  EndBlock,
  SetBlock,
  SetBlockByRef,
} from '@encircle/shared/restrictions';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { BlocksService } from '#api/restrictions/blocks.service.js';

@Controller()
export class BlocksController {
  constructor(private readonly blocks: BlocksService) {}

  @Get('episodes/:episodeId/blocks')
  @Access({ permission: 'blocks.listed', ceiling: ['read', 'restriction'], audited: true })
  @Returns(BlocksView)
  list(@Ctx() ctx: AccessContext, @Param('episodeId', UuidParam) episodeId: string): Promise<BlocksView> {
    return this.blocks.list(ctx, episodeId);
  }

  @Post('episodes/:episodeId/blocks')
  @Access({ permission: 'block.set', ceiling: ['create', 'restriction'], audited: true, creates: true })
  @Returns(BlockView)
  set(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
    @Body() body: SetBlock,
  ): Promise<BlockView> {
    return this.blocks.set(ctx, episodeId, body);
  }

  @Post('blocks/:blockId/end')
  @HttpCode(200)
  @Access({ permission: 'block.ended', ceiling: ['update', 'restriction'], audited: true })
  @Returns(BlockView)
  end(
    @Ctx() ctx: AccessContext,
    @Param('blockId', UuidParam) blockId: string,
    @Body() body: EndBlock,
  ): Promise<BlockView> {
    return this.blocks.end(ctx, blockId, body);
  }

  @Post('blocks/:blockId/confirmation')
  @HttpCode(200)
  @Access({ permission: 'block.confirmed', ceiling: ['approve', 'restriction'], audited: true })
  @Returns(BlockView)
  confirm(
    @Ctx() ctx: AccessContext,
    @Param('blockId', UuidParam) blockId: string,
    @Body() body: ConfirmBlock,
  ): Promise<BlockView> {
    return this.blocks.confirm(ctx, blockId, body);
  }

  @Post('blocks')
  @Access({ permission: 'block.set', ceiling: ['approve', 'restriction'], audited: true, creates: true })
  @Returns(BlockView)
  setByRef(@Ctx() ctx: AccessContext, @Body() body: SetBlockByRef): Promise<BlockView> {
    return this.blocks.setByRef(ctx, body);
  }

  @Get('blocks')
  @Access({ permission: 'blocks.listed', ceiling: ['approve', 'restriction'], audited: true })
  @Returns(BlockRegisterPage)
  register(@Ctx() ctx: AccessContext, @Query() query: BlockRegisterQuery): Promise<BlockRegisterPage> {
    return this.blocks.register(ctx, query);
  }
}
