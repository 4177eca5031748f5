import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { PageQuery } from '@encircle/shared/paging';
import {
  PoliceNoticeSentView,
  PoliceNoticesPage,
  PoliceNoticeView,
  SeePoliceNotice,
  SendPoliceNotice,
} from '@encircle/shared/police-notices';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { PoliceNoticesService } from '#api/police-notices/police-notices.service.js';

@Controller('police-notices')
export class PoliceNoticesController {
  constructor(private readonly notices: PoliceNoticesService) {}

  @Get()
  @Access({ permission: 'police-notices.listed', ceiling: ['read', 'safeguarding'], audited: true })
  @Returns(PoliceNoticesPage)
  list(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<PoliceNoticesPage> {
    return this.notices.list(ctx, query);
  }

  @Post()
  @Access({
    permission: 'police-notice.sent',
    ceiling: ['create', 'safeguarding'],
    audited: true,
    creates: true,
  })
  @Returns(PoliceNoticeSentView, { status: 201 })
  send(@Ctx() ctx: AccessContext, @Body() body: SendPoliceNotice): Promise<PoliceNoticeSentView> {
    return this.notices.send(ctx, body);
  }

  @Post(':noticeId/seen')
  @Access({
    permission: 'police-notice.seen',
    ceiling: ['create', 'safeguarding'],
    audited: true,
    creates: true,
  })
  @Returns(PoliceNoticeView, { status: 201 })
  see(
    @Ctx() ctx: AccessContext,
    @Param('noticeId', UuidParam) id: string,
    @Body() body: SeePoliceNotice,
  ): Promise<PoliceNoticeView> {
    return this.notices.see(ctx, id, body);
  }
}
