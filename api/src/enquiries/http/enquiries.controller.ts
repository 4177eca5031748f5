import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { EnquiryList, EnquiryView, MakeEnquiry, WithdrawEnquiry } from '@encircle/shared/enquiries';
import { PageQuery } from '@encircle/shared/paging';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { EnquiriesService } from '#api/enquiries/enquiries.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class EnquiriesController {
  constructor(private readonly enquiries: EnquiriesService) {}

  @Post('enquiries')
  @Access({ permission: 'enquiry.made', ceiling: ['create', 'enquiry'], audited: true, creates: true })
  @Returns(EnquiryView, { status: 201 })
  make(@Ctx() ctx: AccessContext, @Body() body: MakeEnquiry): Promise<EnquiryView> {
    return this.enquiries.make(ctx, body);
  }

  @Get('enquiries')
  @Access({ permission: 'enquiries.listed', ceiling: ['read', 'enquiry'], audited: true })
  @Returns(EnquiryList)
  own(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<EnquiryList> {
    return this.enquiries.own(ctx, query);
  }

  @Get('enquiry-queue')
  @Access({ permission: 'enquiry-queue.listed', ceiling: ['approve', 'enquiry'], audited: true })
  @Returns(EnquiryList)
  queue(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<EnquiryList> {
    return this.enquiries.queue(ctx, query);
  }

  @Get('enquiries-offered')
  @Access({ permission: 'enquiries-offered.listed', ceiling: ['update', 'enquiry'], audited: true })
  @Returns(EnquiryList)
  offered(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<EnquiryList> {
    return this.enquiries.offered(ctx, query);
  }

  @Get('enquiries/:id')
  @Access({ permission: 'enquiry.viewed', ceiling: ['read', 'enquiry'], audited: true })
  @Returns(EnquiryView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<EnquiryView> {
    return this.enquiries.view(ctx, id);
  }

  @Post('enquiries/:id/withdraw')
  @Access({ permission: 'enquiry.withdrawn', ceiling: ['create', 'enquiry'], audited: true, creates: true })
  @Returns(EnquiryView, { status: 201 })
  withdraw(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: WithdrawEnquiry,
  ): Promise<EnquiryView> {
    return this.enquiries.withdraw(ctx, id, body);
  }
}
