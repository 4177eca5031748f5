import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ContactOrderList,
  ContactOrderView,
  RecordContactOrder,
  ReviewContactOrder,
} from '@encircle/shared/contact-orders';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { ContactOrdersService } from '#api/contact-orders/contact-orders.service.js';

@Controller()
export class ContactOrdersController {
  constructor(private readonly orders: ContactOrdersService) {}

  @Get('episodes/:id/contact-orders')
  @Access({ permission: 'contact-orders.listed', ceiling: ['read', 'case'], audited: true })
  @Returns(ContactOrderList)
  list(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<ContactOrderList> {
    return this.orders.list(ctx, id);
  }

  @Post('episodes/:id/contact-orders')
  @Access({
    permission: 'contact-order.recorded',
    ceiling: ['update', 'child'],
    audited: true,
    creates: true,
  })
  @Returns(ContactOrderView, { status: 201 })
  record(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: RecordContactOrder,
  ): Promise<ContactOrderView> {
    return this.orders.record(ctx, id, body);
  }

  @Post('contact-orders/:orderId/review')
  @HttpCode(200)
  @Access({ permission: 'contact-order.reviewed', ceiling: ['update', 'child'], audited: true })
  @Returns(ContactOrderView)
  review(
    @Ctx() ctx: AccessContext,
    @Param('orderId', UuidParam) id: string,
    @Body() body: ReviewContactOrder,
  ): Promise<ContactOrderView> {
    return this.orders.review(ctx, id, body);
  }
}
