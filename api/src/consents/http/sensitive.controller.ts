import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { PageQuery } from '@encircle/shared/paging';
import {
  AnswerContact,
  AskForContact,
  ContactRequestsView,
  ContactTasksView,
  InvolvementView,
  OwnInvolvementsView,
  RegisterInvolvement,
  SensitiveServicesView,
} from '@encircle/shared/sensitive';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { ContactService } from '#api/consents/contact.service.js';
import { InvolvementService } from '#api/consents/involvement.service.js';

@Controller()
export class SensitiveController {
  constructor(
    private readonly involvements: InvolvementService,
    private readonly contacts: ContactService,
  ) {}

  @Post('my/involvements')
  @Access({
    permission: 'involvement.registered',
    ceiling: ['create', 'consent'],
    audited: true,
    creates: true,
  })
  @Returns(InvolvementView, { status: 201 })
  register(@Ctx() ctx: AccessContext, @Body() body: RegisterInvolvement): Promise<InvolvementView> {
    return this.involvements.register(ctx, body);
  }

  @Get('my/involvements')
  @Access({ permission: 'involvements.listed', ceiling: ['create', 'consent'], audited: true })
  @Returns(OwnInvolvementsView)
  own(@Ctx() ctx: AccessContext): Promise<OwnInvolvementsView> {
    return this.involvements.own(ctx);
  }

  @Delete('my/involvements/:involvementId')
  @Access({ permission: 'involvement.ended', ceiling: ['create', 'consent'], audited: true })
  @Returns(OwnInvolvementsView)
  end(
    @Ctx() ctx: AccessContext,
    @Param('involvementId', UuidParam) id: string,
  ): Promise<OwnInvolvementsView> {
    return this.involvements.end(ctx, id);
  }

  @Get('episodes/:id/sensitive-services')
  @Access({ permission: 'sensitive-services.viewed', ceiling: ['read', 'case'], audited: true })
  @Returns(SensitiveServicesView)
  here(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<SensitiveServicesView> {
    return this.involvements.here(ctx, id);
  }

  @Post('episodes/:id/contact-requests')
  @Access({ permission: 'contact.asked', ceiling: ['create', 'consent'], audited: true, creates: true })
  @Returns(ContactRequestsView, { status: 201 })
  ask(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AskForContact,
  ): Promise<ContactRequestsView> {
    return this.contacts.ask(ctx, id, body);
  }

  @Get('episodes/:id/contact-requests')
  @Access({ permission: 'contact-requests.viewed', ceiling: ['create', 'consent'], audited: true })
  @Returns(ContactRequestsView)
  asked(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<ContactRequestsView> {
    return this.contacts.own(ctx, id);
  }

  @Get('contact-requests')
  @Access({ permission: 'contact-requests.listed', ceiling: ['approve', 'shield'], audited: true })
  @Returns(ContactTasksView)
  waiting(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<ContactTasksView> {
    return this.contacts.waiting(ctx, query);
  }

  @Post('contact-requests/:id/take')
  @HttpCode(200)
  @Access({ permission: 'contact.taken', ceiling: ['approve', 'shield'], audited: true })
  @Returns(ContactTasksView)
  take(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<ContactTasksView> {
    return this.contacts.take(ctx, id);
  }

  @Get('contact-requests/:id/services')
  @Access({ permission: 'contact.brokered', ceiling: ['approve', 'shield'], audited: true })
  @Returns(SensitiveServicesView)
  services(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<SensitiveServicesView> {
    return this.contacts.services(ctx, id);
  }

  @Post('contact-requests/:id/answer')
  @HttpCode(200)
  @Access({ permission: 'contact.answered', ceiling: ['approve', 'shield'], audited: true })
  @Returns(ContactTasksView)
  answer(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AnswerContact,
  ): Promise<ContactTasksView> {
    return this.contacts.answer(ctx, id, body);
  }
}
