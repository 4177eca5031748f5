import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { PageQuery } from '@encircle/shared/paging';
import {
  AnswerServiceRequest,
  AskService,
  ChangeService,
  KeepService,
  ServiceList,
  ServiceQuery,
  ServiceRequestList,
  ServiceRequestView,
  ServiceView,
} from '@encircle/shared/services';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { ServiceRequestsService } from '#api/services/service-requests.service.js';
import { ServicesService } from '#api/services/services.service.js';

@Controller()
export class ServicesController {
  constructor(
    private readonly services: ServicesService,
    private readonly requests: ServiceRequestsService,
  ) {}

  @Get('services')
  @Access({ permission: 'services.listed', ceiling: ['read', 'directory'], audited: false })
  @Returns(ServiceList)
  list(@Ctx() ctx: AccessContext, @Query() query: ServiceQuery): Promise<ServiceList> {
    return this.services.list(ctx, query);
  }

  @Post('services')
  @Access({ permission: 'service.added', ceiling: ['create', 'directory'], audited: true, creates: true })
  @Returns(ServiceView, { status: 201 })
  add(@Ctx() ctx: AccessContext, @Body() body: KeepService): Promise<ServiceView> {
    return this.services.add(ctx, body);
  }

  @Put('services/:serviceId')
  @Access({ permission: 'service.changed', ceiling: ['update', 'directory'], audited: true })
  @Returns(ServiceView)
  change(
    @Ctx() ctx: AccessContext,
    @Param('serviceId', UuidParam) id: string,
    @Body() body: ChangeService,
  ): Promise<ServiceView> {
    return this.services.change(ctx, id, body);
  }

  @Post('episodes/:id/service-requests')
  @Access({ permission: 'service.asked', ceiling: ['update', 'case'], audited: true, creates: true })
  @Returns(ServiceRequestView, { status: 201 })
  ask(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AskService,
  ): Promise<ServiceRequestView> {
    return this.requests.ask(ctx, id, body);
  }

  @Get('episodes/:id/service-requests')
  @Access({ permission: 'service-requests.listed', ceiling: ['update', 'case'], audited: true })
  @Returns(ServiceRequestList)
  ofCase(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Query() query: PageQuery,
  ): Promise<ServiceRequestList> {
    return this.requests.ofCase(ctx, id, query);
  }

  @Get('my/service-requests')
  @Access({ permission: 'own-service-requests.listed', ceiling: ['update', 'case'], audited: true })
  @Returns(ServiceRequestList)
  toMe(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<ServiceRequestList> {
    return this.requests.toMe(ctx, query);
  }

  @Get('service-requests/:id')
  @Access({ permission: 'service-request.viewed', ceiling: ['update', 'case'], audited: true })
  @Returns(ServiceRequestView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<ServiceRequestView> {
    return this.requests.view(ctx, id);
  }

  @Post('service-requests/:id/answer')
  @Access({
    permission: 'service-request.answered',
    ceiling: ['update', 'case'],
    audited: true,
    creates: true,
  })
  @Returns(ServiceRequestView, { status: 201 })
  answer(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AnswerServiceRequest,
  ): Promise<ServiceRequestView> {
    return this.requests.answer(ctx, id, body);
  }
}
