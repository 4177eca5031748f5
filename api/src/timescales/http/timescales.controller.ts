import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { SetTimescale, TimescalesView } from '@encircle/shared/timescales';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';

@Controller('timescales')
export class TimescalesController {
  constructor(private readonly timescales: TimescalesService) {}

  @Get()
  @Access({ permission: 'timescales.listed', ceiling: ['read', 'timescale'], audited: false })
  @Returns(TimescalesView)
  list(@Ctx() ctx: AccessContext): Promise<TimescalesView> {
    return this.timescales.list(ctx);
  }

  @Put(':timescale')
  // No child's data and so no purpose, which an administrator could not give; the service writes the row all the same.
  @Access({ permission: 'timescale.set', ceiling: ['update', 'timescale'], audited: false })
  @Returns(TimescalesView)
  set(
    @Ctx() ctx: AccessContext,
    @Param('timescale') key: string,
    @Body() body: SetTimescale,
  ): Promise<TimescalesView> {
    return this.timescales.set(ctx, key, body);
  }
}
