import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ChecklistView, SaveChecklist } from '@encircle/shared/episodes';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { ChecklistService } from '#api/episodes/checklist.service.js';

@Controller('episodes/:id/checklist')
export class ChecklistController {
  constructor(private readonly checklists: ChecklistService) {}

  @Get()
  @Access({ permission: 'checklist.viewed', ceiling: ['read', 'checklist'], audited: true })
  @Returns(ChecklistView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<ChecklistView> {
    return this.checklists.view(ctx, id);
  }

  @Put()
  @Access({ permission: 'checklist.saved', ceiling: ['update', 'checklist'], audited: true })
  @Returns(ChecklistView)
  save(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: SaveChecklist,
  ): Promise<ChecklistView> {
    return this.checklists.save(ctx, id, body);
  }
}
