import { Controller, Get, Query } from '@nestjs/common';
import { MyWeekView, WeekQuery } from '@encircle/shared/my-week';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { MyWeekService } from '#api/my-week/my-week.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

@Controller('my/week')
export class MyWeekController {
  constructor(private readonly week: MyWeekService) {}

  @Get()
  @Access({ permission: 'my-week.viewed', ceiling: ['read', 'caseload'], audited: true })
  @Returns(MyWeekView)
  view(@Ctx() ctx: AccessContext, @Query() query: WeekQuery): Promise<MyWeekView> {
    return this.week.view(ctx, query);
  }
}
