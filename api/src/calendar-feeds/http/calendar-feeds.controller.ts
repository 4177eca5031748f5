import { Controller, Delete, Get, Header, HttpCode, Param, Put, Req, StreamableFile } from '@nestjs/common';
import { CalendarFeedMade, CalendarFeedView } from '@encircle/shared/notices';
import type { FastifyRequest } from 'fastify';
import { Access, Public } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { CalendarFeedsService } from '#api/calendar-feeds/calendar-feeds.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

/** One's own calendar address. Not a create with a key: what is kept of one would hold the secret. */
@Controller('my/calendar-feed')
export class MyCalendarFeedController {
  constructor(private readonly feeds: CalendarFeedsService) {}

  @Get()
  @Access({ permission: 'calendar-feed.viewed', ceiling: ['read', 'session'], audited: false })
  @Returns(CalendarFeedView)
  view(@Ctx() ctx: AccessContext): Promise<CalendarFeedView> {
    return this.feeds.view(ctx);
  }

  @Put()
  @Access({ permission: 'calendar-feed.made', ceiling: ['read', 'meeting'], audited: true })
  @Returns(CalendarFeedMade)
  make(@Ctx() ctx: AccessContext): Promise<CalendarFeedMade> {
    return this.feeds.make(ctx);
  }

  @Delete()
  @HttpCode(204)
  @Access({ permission: 'calendar-feed.taken-away', ceiling: ['update', 'session'], audited: false })
  @Returns(null, { status: 204 })
  drop(@Ctx() ctx: AccessContext): Promise<void> {
    return this.feeds.drop(ctx);
  }
}

/** What a calendar program asks. */
@Controller('calendar')
export class CalendarController {
  constructor(private readonly feeds: CalendarFeedsService) {}

  @Get(':file')
  @Header('cache-control', 'private, no-store')
  @Public('calendar programs cannot sign in: the secret in the address is the gate')
  @Returns(null)
  async fetch(@Param('file') file: string, @Req() request: FastifyRequest): Promise<StreamableFile> {
    const text = await this.feeds.fetch(file, request.ip, request.id);
    return new StreamableFile(Buffer.from(text), { type: 'text/calendar; charset=utf-8' });
  }
}
