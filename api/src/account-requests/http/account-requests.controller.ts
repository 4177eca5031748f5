import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  AccountRequestsPage,
  AccountRequestView,
  AnswerAccountRequest,
  KeepAccountRequest,
} from '@encircle/shared/account-requests';
import { PageQuery } from '@encircle/shared/paging';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { AccountRequestsService } from '#api/account-requests/account-requests.service.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller('account-requests')
export class AccountRequestsController {
  constructor(private readonly requests: AccountRequestsService) {}

  @Get()
  @Access({ permission: 'account-requests.listed', ceiling: ['read', 'record-request'], audited: true })
  @Returns(AccountRequestsPage)
  list(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<AccountRequestsPage> {
    return this.requests.list(ctx, query);
  }

  @Post()
  @Access({
    permission: 'account-request.kept',
    ceiling: ['create', 'record-request'],
    audited: true,
    creates: true,
  })
  @Returns(AccountRequestView, { status: 201 })
  keep(@Ctx() ctx: AccessContext, @Body() body: KeepAccountRequest): Promise<AccountRequestView> {
    return this.requests.keep(ctx, body);
  }

  @Post(':accountRequestId/answer')
  @Access({
    permission: 'account-request.answered',
    ceiling: ['update', 'record-request'],
    audited: true,
    creates: true,
  })
  @Returns(AccountRequestView, { status: 201 })
  answer(
    @Ctx() ctx: AccessContext,
    @Param('accountRequestId', UuidParam) id: string,
    @Body() body: AnswerAccountRequest,
  ): Promise<AccountRequestView> {
    return this.requests.answer(ctx, id, body);
  }
}
