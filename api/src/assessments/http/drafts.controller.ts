import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { DraftSavedView, DraftView, SaveDraft } from '@encircle/shared/assessments';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { DraftsService } from '#api/assessments/drafts.service.js';

/** Not `audited`: a draft is written down when it is opened and when it is submitted, not at each save. */
@Controller('drafts/:form/:recordId/:section')
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  @Get()
  @Access({ permission: 'draft.read', ceiling: ['update', 'session'], audited: false })
  @Returns(DraftView)
  read(
    @Ctx() ctx: AccessContext,
    @Param('form') form: string,
    @Param('recordId', UuidParam) recordId: string,
    @Param('section') section: string,
  ): Promise<DraftView> {
    return this.drafts.read(ctx, form, recordId, section);
  }

  @Put()
  @Access({ permission: 'draft.saved', ceiling: ['update', 'session'], audited: false })
  @Returns(DraftSavedView)
  save(
    @Ctx() ctx: AccessContext,
    @Param('form') form: string,
    @Param('recordId', UuidParam) recordId: string,
    @Param('section') section: string,
    @Body() body: SaveDraft,
  ): Promise<DraftSavedView> {
    return this.drafts.save(ctx, form, recordId, section, body);
  }

  @Delete()
  @Access({ permission: 'draft.discarded', ceiling: ['update', 'session'], audited: false })
  @Returns(DraftView)
  discard(
    @Ctx() ctx: AccessContext,
    @Param('form') form: string,
    @Param('recordId', UuidParam) recordId: string,
    @Param('section') section: string,
  ): Promise<DraftView> {
    return this.drafts.discard(ctx, form, recordId, section);
  }
}
