import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { LeaveOut, LeftOutList, UndoLeftOut } from '@encircle/shared/meetings';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { LeftOutService } from '#api/meetings/left-out.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

/** Who of the family is not asked to a meeting. */
@Controller()
export class LeftOutController {
  constructor(private readonly leftOut: LeftOutService) {}

  @Get('meetings/:id/left-out')
  @Access({ permission: 'meeting.left-out-viewed', ceiling: ['read', 'meeting'], audited: true })
  @Returns(LeftOutList)
  list(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<LeftOutList> {
    return this.leftOut.list(ctx, id);
  }

  @Post('meetings/:id/left-out')
  @Access({ permission: 'meeting.left-out', ceiling: ['update', 'meeting'], audited: true, creates: true })
  @Returns(LeftOutList, { status: 201 })
  leaveOut(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: LeaveOut,
  ): Promise<LeftOutList> {
    return this.leftOut.leaveOut(ctx, id, body);
  }

  @Post('left-out/:leftOutId/undo')
  @HttpCode(200)
  @Access({ permission: 'meeting.left-out-undone', ceiling: ['update', 'meeting'], audited: true })
  @Returns(LeftOutList)
  undo(
    @Ctx() ctx: AccessContext,
    @Param('leftOutId', UuidParam) id: string,
    @Body() body: UndoLeftOut,
  ): Promise<LeftOutList> {
    return this.leftOut.undo(ctx, id, body.version);
  }
}
