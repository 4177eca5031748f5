import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  AddStatement,
  StatementOffersView,
  StatementQuery,
  StatementVersionsView,
  StatementView,
} from '@encircle/shared/consents';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { StatementsService } from '#api/consents/statements.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class StatementsController {
  constructor(private readonly statements: StatementsService) {}

  @Get('consent-statements/current')
  @Access({ permission: 'consent-statement.viewed', ceiling: ['read', 'consent'], audited: false })
  @Returns(StatementView)
  current(@Ctx() ctx: AccessContext, @Query() query: StatementQuery): Promise<StatementView> {
    return this.statements.current(ctx, query);
  }

  @Get('consent-statements/offered')
  @Access({ permission: 'consent-statements.offered', ceiling: ['read', 'consent'], audited: false })
  @Returns(StatementOffersView)
  offered(@Ctx() ctx: AccessContext): Promise<StatementOffersView> {
    return this.statements.offers(ctx);
  }

  @Get('episodes/:id/consents/:consentId/wording')
  @Access({ permission: 'consent-wording.viewed', ceiling: ['read', 'consent'], audited: true })
  @Returns(StatementView)
  wording(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Param('consentId', UuidParam) consentId: string,
  ): Promise<StatementView> {
    return this.statements.ofAct(ctx, id, consentId);
  }

  @Get('consent-statements')
  @Access({ permission: 'consent-statements.listed', ceiling: ['update', 'wording'], audited: false })
  @Returns(StatementVersionsView)
  versions(@Ctx() ctx: AccessContext): Promise<StatementVersionsView> {
    return this.statements.versions(ctx);
  }

  @Post('consent-statements')
  @Access({
    permission: 'consent-statement.added',
    ceiling: ['create', 'wording'],
    // No child's data and so no purpose, which an administrator could not give; the service writes the row all the same.
    audited: false,
    creates: true,
  })
  @Returns(StatementVersionsView, { status: 201 })
  add(@Ctx() ctx: AccessContext, @Body() body: AddStatement): Promise<StatementVersionsView> {
    return this.statements.add(ctx, body);
  }
}
