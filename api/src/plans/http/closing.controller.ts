import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ClosingView, CloseEpisode, DecideClosing } from '@encircle/shared/plans';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { ClosingService } from '#api/plans/closing.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller('episodes/:id')
export class ClosingController {
  constructor(private readonly closing: ClosingService) {}

  @Get('close')
  @Access({ permission: 'closure.viewed', ceiling: ['read', 'closure'], audited: true })
  @Returns(ClosingView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<ClosingView> {
    return this.closing.view(ctx, id);
  }

  @Post('close')
  @Access({ permission: 'closure.proposed', ceiling: ['create', 'closure'], audited: true, creates: true })
  @Returns(ClosingView, { status: 201 })
  close(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: CloseEpisode,
  ): Promise<ClosingView> {
    return this.closing.close(ctx, id, body);
  }

  @Post('close/decision')
  @Access({ permission: 'closure.decided', ceiling: ['create', 'closure'], audited: true, creates: true })
  @Returns(ClosingView, { status: 201 })
  decide(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: DecideClosing,
  ): Promise<ClosingView> {
    return this.closing.decide(ctx, id, body);
  }
}
