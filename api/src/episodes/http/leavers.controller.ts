import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { HandedOver, HandOverCases, LeaverCases } from '@encircle/shared/episodes';
import { PageQuery } from '@encircle/shared/paging';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { LeaversService } from '#api/episodes/leavers.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller('leavers/:userId')
export class LeaversController {
  constructor(private readonly leavers: LeaversService) {}

  @Get('cases')
  @Access({ permission: 'leaver.cases-listed', ceiling: ['approve', 'lead'], audited: true })
  @Returns(LeaverCases)
  cases(
    @Ctx() ctx: AccessContext,
    @Param('userId', UuidParam) userId: string,
    @Query() query: PageQuery,
  ): Promise<LeaverCases> {
    return this.leavers.cases(ctx, userId, query);
  }

  @Post('handover')
  @Access({ permission: 'leaver.handed-over', ceiling: ['approve', 'lead'], audited: true, creates: true })
  @Returns(HandedOver, { status: 201 })
  handOver(
    @Ctx() ctx: AccessContext,
    @Param('userId', UuidParam) userId: string,
    @Body() body: HandOverCases,
  ): Promise<HandedOver> {
    return this.leavers.handOver(ctx, userId, body);
  }
}
