import { Body, Controller, Get, HttpCode, Param, Post, Put, StreamableFile } from '@nestjs/common';
import {
  BringToPanel,
  CasePanelView,
  ChangePanelItem,
  DecidePanelItem,
  PanelItemView,
  PanelPackView,
  TakeOffAgenda,
} from '@encircle/shared/panels';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { AgendaService } from '#api/panels/agenda.service.js';
import { CasePanelService } from '#api/panels/case-panel.service.js';
import { DecisionsService } from '#api/panels/decisions.service.js';
import { packDocument } from '#api/panels/pack-document.js';
import { PackService } from '#api/panels/pack.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class PanelItemsController {
  constructor(
    private readonly cases: CasePanelService,
    private readonly agenda: AgendaService,
    private readonly packs: PackService,
    private readonly decisions: DecisionsService,
  ) {}

  @Get('episodes/:id/panel')
  @Access({ permission: 'case-panel.viewed', ceiling: ['read', 'caseload'], audited: true })
  @Returns(CasePanelView)
  ofCase(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<CasePanelView> {
    return this.cases.view(ctx, id);
  }

  @Post('episodes/:id/panel')
  @Access({ permission: 'case.brought-to-panel', ceiling: ['create', 'panel'], audited: true, creates: true })
  @Returns(CasePanelView, { status: 201 })
  bring(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: BringToPanel,
  ): Promise<CasePanelView> {
    return this.cases.bring(ctx, id, body);
  }

  @Put('panel-items/:panelItemId')
  @Access({ permission: 'panel-item.placed', ceiling: ['approve', 'panel'], audited: true })
  @Returns(PanelItemView)
  place(
    @Ctx() ctx: AccessContext,
    @Param('panelItemId', UuidParam) id: string,
    @Body() body: ChangePanelItem,
  ): Promise<PanelItemView> {
    return this.agenda.place(ctx, id, body);
  }

  @Post('panel-items/:panelItemId/withdrawal')
  @HttpCode(200)
  @Access({ permission: 'panel-item.withdrawn', ceiling: ['create', 'panel'], audited: true })
  @Returns(PanelItemView)
  takeOff(
    @Ctx() ctx: AccessContext,
    @Param('panelItemId', UuidParam) id: string,
    @Body() body: TakeOffAgenda,
  ): Promise<PanelItemView> {
    return this.agenda.takeOff(ctx, id, body);
  }

  @Get('panel-items/:panelItemId/pack')
  @Access({ permission: 'panel-pack.viewed', ceiling: ['read', 'panel'], audited: true })
  @Returns(PanelPackView)
  pack(@Ctx() ctx: AccessContext, @Param('panelItemId', UuidParam) id: string): Promise<PanelPackView> {
    return this.packs.view(ctx, id, 'SCREEN');
  }

  @Get('panel-items/:panelItemId/pack.pdf')
  @Access({ permission: 'panel-pack.printed', ceiling: ['read', 'panel'], audited: true })
  @Returns(null)
  async document(
    @Ctx() ctx: AccessContext,
    @Param('panelItemId', UuidParam) id: string,
  ): Promise<StreamableFile> {
    const pack = await this.packs.view(ctx, id, 'PDF');
    return new StreamableFile(await packDocument(pack, ctx.who.fullName), {
      type: 'application/pdf',
      disposition: 'attachment; filename="papers.pdf"',
    });
  }

  @Post('panel-items/:panelItemId/decision')
  @HttpCode(200)
  @Access({ permission: 'panel-item.decided', ceiling: ['update', 'panel'], audited: true })
  @Returns(PanelItemView)
  decide(
    @Ctx() ctx: AccessContext,
    @Param('panelItemId', UuidParam) id: string,
    @Body() body: DecidePanelItem,
  ): Promise<PanelItemView> {
    return this.decisions.decide(ctx, id, body);
  }
}
