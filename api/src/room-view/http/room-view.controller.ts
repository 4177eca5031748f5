import { Controller, Get, Param } from '@nestjs/common';
import { RoomView } from '@encircle/shared/room-view';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { RoomViewService } from '#api/room-view/room-view.service.js';

@Controller('meetings/:id')
export class RoomViewController {
  constructor(private readonly rooms: RoomViewService) {}

  @Get('room-view')
  @Access({ permission: 'meeting.room-shown', ceiling: ['update', 'meeting'], audited: true })
  @Returns(RoomView)
  show(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<RoomView> {
    return this.rooms.show(ctx, id);
  }
}
