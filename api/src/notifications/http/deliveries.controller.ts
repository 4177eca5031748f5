import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { DeliveriesView, DemoMailList, RetryDeliveries } from '@encircle/shared/notices';
import { PageQuery } from '@encircle/shared/paging';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { DeliveriesService } from '#api/notifications/deliveries.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

@Controller()
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Get('deliveries')
  @Access({ permission: 'deliveries.viewed', ceiling: ['read', 'delivery'], audited: false })
  @Returns(DeliveriesView)
  waiting(@Ctx() ctx: AccessContext): Promise<DeliveriesView> {
    return this.deliveries.waiting(ctx);
  }

  @Put('deliveries/retry')
  @Access({ permission: 'deliveries.retried', ceiling: ['update', 'delivery'], audited: false })
  @Returns(DeliveriesView)
  retry(@Ctx() ctx: AccessContext, @Body() body: RetryDeliveries): Promise<DeliveriesView> {
    return this.deliveries.retry(ctx, body.topic);
  }

  /** What the demo would have sent to the reader. */
  @Get('my/demo-mail')
  @Access({ permission: 'demo-mail.viewed', ceiling: ['read', 'session'], audited: false })
  @Returns(DemoMailList)
  mine(@Ctx() ctx: AccessContext, @Query() page: PageQuery): Promise<DemoMailList> {
    return this.deliveries.demoMail(ctx, page);
  }
}
