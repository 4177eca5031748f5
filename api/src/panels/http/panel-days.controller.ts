import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { PageQuery } from '@encircle/shared/paging';
import {
  AgendaView,
  ChangePanelDay,
  PanelDaysView,
  PanelDayView,
  PanelsView,
  RecordPanelAttendance,
  SetPanelDay,
} from '@encircle/shared/panels';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { AgendaService } from '#api/panels/agenda.service.js';
import { PanelDaysService } from '#api/panels/panel-days.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class PanelDaysController {
  constructor(
    private readonly days: PanelDaysService,
    private readonly agenda: AgendaService,
  ) {}

  @Get('panels')
  @Access({ permission: 'panels.listed', ceiling: ['read', 'panel'], audited: false })
  @Returns(PanelsView)
  panels(@Ctx() ctx: AccessContext): Promise<PanelsView> {
    return this.days.panels(ctx);
  }

  @Get('panel-days')
  @Access({ permission: 'panel-days.listed', ceiling: ['read', 'panel'], audited: false })
  @Returns(PanelDaysView)
  list(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<PanelDaysView> {
    return this.days.list(ctx, query);
  }

  @Post('panel-days')
  @Access({ permission: 'panel-day.set', ceiling: ['approve', 'panel'], audited: false, creates: true })
  @Returns(PanelDayView, { status: 201 })
  set(@Ctx() ctx: AccessContext, @Body() body: SetPanelDay): Promise<PanelDayView> {
    return this.days.set(ctx, body);
  }

  @Get('panel-days/:panelDayId')
  @Access({ permission: 'panel-day.viewed', ceiling: ['read', 'panel'], audited: false })
  @Returns(PanelDayView)
  view(@Ctx() ctx: AccessContext, @Param('panelDayId', UuidParam) id: string): Promise<PanelDayView> {
    return this.days.view(ctx, id);
  }

  @Put('panel-days/:panelDayId')
  @Access({ permission: 'panel-day.changed', ceiling: ['approve', 'panel'], audited: false })
  @Returns(PanelDayView)
  change(
    @Ctx() ctx: AccessContext,
    @Param('panelDayId', UuidParam) id: string,
    @Body() body: ChangePanelDay,
  ): Promise<PanelDayView> {
    return this.days.change(ctx, id, body);
  }

  @Get('panel-days/:panelDayId/items')
  @Access({ permission: 'panel-agenda.viewed', ceiling: ['read', 'panel'], audited: true })
  @Returns(AgendaView)
  items(
    @Ctx() ctx: AccessContext,
    @Param('panelDayId', UuidParam) id: string,
    @Query() query: PageQuery,
  ): Promise<AgendaView> {
    return this.agenda.list(ctx, id, query);
  }

  @Post('panel-days/:panelDayId/papers')
  @HttpCode(200)
  @Access({ permission: 'panel-papers.sent', ceiling: ['approve', 'panel'], audited: true })
  @Returns(PanelDayView)
  papers(@Ctx() ctx: AccessContext, @Param('panelDayId', UuidParam) id: string): Promise<PanelDayView> {
    return this.agenda.send(ctx, id);
  }

  @Put('panel-days/:panelDayId/attendance')
  @Access({ permission: 'panel-attendance.recorded', ceiling: ['update', 'panel'], audited: false })
  @Returns(PanelDayView)
  attendance(
    @Ctx() ctx: AccessContext,
    @Param('panelDayId', UuidParam) id: string,
    @Body() body: RecordPanelAttendance,
  ): Promise<PanelDayView> {
    return this.days.attendance(ctx, id, body);
  }
}
