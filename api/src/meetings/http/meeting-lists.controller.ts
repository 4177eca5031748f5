import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import { MeetingList, MeetingView, PlanMeeting } from '@encircle/shared/meetings';
import { PageQuery } from '@encircle/shared/paging';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { MeetingsService } from '#api/meetings/meetings.service.js';
import { PlanningService } from '#api/meetings/planning.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

export class MyMeetingsQuery extends PageQuery {
  @IsOptional()
  @IsIn(['COMING', 'PAST'], { message: 'Choose coming or past meetings' })
  when?: 'COMING' | 'PAST';
}

@Controller('episodes/:id/meetings')
export class EpisodeMeetingsController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly planning: PlanningService,
  ) {}

  @Get()
  @Access({ permission: 'meeting.listed', ceiling: ['read', 'meeting'], audited: true })
  @Returns(MeetingList)
  list(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Query() page: PageQuery,
  ): Promise<MeetingList> {
    return this.meetings.ofEpisode(ctx, id, page);
  }

  @Post()
  @Access({ permission: 'meeting.planned', ceiling: ['create', 'meeting'], audited: true, creates: true })
  @Returns(MeetingView, { status: 201 })
  plan(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: PlanMeeting,
  ): Promise<MeetingView> {
    return this.planning.plan(ctx, id, body);
  }
}

@Controller('my/meetings')
export class MyMeetingsController {
  constructor(private readonly meetings: MeetingsService) {}

  @Get()
  @Access({ permission: 'my-meetings.viewed', ceiling: ['read', 'meeting'], audited: true })
  @Returns(MeetingList)
  list(@Ctx() ctx: AccessContext, @Query() query: MyMeetingsQuery): Promise<MeetingList> {
    return this.meetings.mine(ctx, query.when ?? 'COMING', query);
  }
}
