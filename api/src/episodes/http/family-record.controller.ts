import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { AddChildToRecord, EndChildPause, EpisodeStateView, LeaveRecord } from '@encircle/shared/episodes';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { ChildrenApartService } from '#api/episodes/children-apart.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

/** The children of a family record, each with a part of their own. */
@Controller('episodes')
export class FamilyRecordController {
  constructor(private readonly apart: ChildrenApartService) {}

  @Post(':id/children')
  @Access({ permission: 'child.joined-record', ceiling: ['update', 'case'], audited: true, creates: true })
  @Returns(EpisodeStateView, { status: 201 })
  add(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AddChildToRecord,
  ): Promise<EpisodeStateView> {
    return this.apart.add(ctx, id, body);
  }

  @Post(':id/children/:childId/leave')
  @HttpCode(200)
  @Access({ permission: 'child.left-record', ceiling: ['update', 'case'], audited: true })
  @Returns(EpisodeStateView)
  leave(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Param('childId', UuidParam) childId: string,
    @Body() body: LeaveRecord,
  ): Promise<EpisodeStateView> {
    return this.apart.leave(ctx, id, childId, body);
  }

  @Post(':id/children/:childId/pause-end')
  @HttpCode(200)
  @Access({ permission: 'child-part.pause-ended', ceiling: ['update', 'case'], audited: true })
  @Returns(EpisodeStateView)
  endPause(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Param('childId', UuidParam) childId: string,
    @Body() body: EndChildPause,
  ): Promise<EpisodeStateView> {
    return this.apart.endPause(ctx, id, childId, body);
  }
}
