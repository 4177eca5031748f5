import { Body, Controller, Get, Put } from '@nestjs/common';
import { NoticeChoice, NoticeChoices, NoticeList, ReadNotices } from '@encircle/shared/notices';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { NoticesService } from '#api/notifications/notices.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

/** One's own notices: references and links, nothing of a case. */
@Controller('my')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get('notices')
  @Access({ permission: 'notices.viewed', ceiling: ['read', 'session'], audited: false })
  @Returns(NoticeList)
  list(@Ctx() ctx: AccessContext): Promise<NoticeList> {
    return this.notices.list(ctx);
  }

  @Put('notices/read')
  @Access({ permission: 'notices.read', ceiling: ['update', 'session'], audited: false })
  @Returns(NoticeList)
  read(@Ctx() ctx: AccessContext, @Body() body: ReadNotices): Promise<NoticeList> {
    return this.notices.read(ctx, body.ids);
  }

  @Get('notice-choices')
  @Access({ permission: 'notice-choices.viewed', ceiling: ['read', 'session'], audited: false })
  @Returns(NoticeChoices)
  choices(@Ctx() ctx: AccessContext): Promise<NoticeChoices> {
    return this.notices.choices(ctx);
  }

  @Put('notice-choices')
  @Access({ permission: 'notice-choices.changed', ceiling: ['update', 'session'], audited: false })
  @Returns(NoticeChoices)
  choose(@Ctx() ctx: AccessContext, @Body() body: NoticeChoice): Promise<NoticeChoices> {
    return this.notices.choose(ctx, body);
  }
}
