import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  AlertLooksPage,
  AlertRulesView,
  AlertsPage,
  AlertsQuery,
  AlertView,
  AssignAlert,
  DecideAlert,
  SetAlertRule,
} from '@encircle/shared/alerts';
import { PageQuery } from '@encircle/shared/paging';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { AlertsService } from '#api/alerts/alerts.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class AlertsController {
  constructor(private readonly alerts: AlertsService) {}

  @Get('alerts')
  @Access({ permission: 'alert.listed', ceiling: ['read', 'alert'], audited: true })
  @Returns(AlertsPage)
  list(@Ctx() ctx: AccessContext, @Query() query: AlertsQuery): Promise<AlertsPage> {
    return this.alerts.list(ctx, query);
  }

  @Get('alerts/:alertId')
  @Access({ permission: 'alert.viewed', ceiling: ['read', 'alert'], audited: true })
  @Returns(AlertView)
  view(@Ctx() ctx: AccessContext, @Param('alertId', UuidParam) id: string): Promise<AlertView> {
    return this.alerts.view(ctx, id);
  }

  @Get('alerts/:alertId/looks')
  @Access({ permission: 'alert.looks-viewed', ceiling: ['read', 'alert'], audited: true })
  @Returns(AlertLooksPage)
  looks(
    @Ctx() ctx: AccessContext,
    @Param('alertId', UuidParam) id: string,
    @Query() query: PageQuery,
  ): Promise<AlertLooksPage> {
    return this.alerts.looks(ctx, id, query);
  }

  @Post('alerts/:alertId/assign')
  @Access({ permission: 'alert.assigned', ceiling: ['update', 'alert'], audited: true, creates: true })
  @Returns(AlertView, { status: 201 })
  assign(
    @Ctx() ctx: AccessContext,
    @Param('alertId', UuidParam) id: string,
    @Body() body: AssignAlert,
  ): Promise<AlertView> {
    return this.alerts.assign(ctx, id, body);
  }

  @Post('alerts/:alertId/outcome')
  @Access({ permission: 'alert.decided', ceiling: ['update', 'alert'], audited: true, creates: true })
  @Returns(AlertView, { status: 201 })
  decide(
    @Ctx() ctx: AccessContext,
    @Param('alertId', UuidParam) id: string,
    @Body() body: DecideAlert,
  ): Promise<AlertView> {
    return this.alerts.decide(ctx, id, body);
  }

  @Get('alert-rules')
  @Access({ permission: 'alert.rules-viewed', ceiling: ['read', 'alert'], audited: true })
  @Returns(AlertRulesView)
  rules(@Ctx() ctx: AccessContext): Promise<AlertRulesView> {
    return this.alerts.rules(ctx);
  }

  @Put('alert-rules/:rule')
  @Access({ permission: 'alert.rule-set', ceiling: ['update', 'alert'], audited: true })
  @Returns(AlertRulesView)
  setRule(
    @Ctx() ctx: AccessContext,
    @Param('rule') rule: string,
    @Body() body: SetAlertRule,
  ): Promise<AlertRulesView> {
    return this.alerts.setRule(ctx, rule, body);
  }
}
