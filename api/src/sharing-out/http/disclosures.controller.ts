import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { PageQuery } from '@encircle/shared/paging';
import {
  CompleteSharing,
  RecordSharing,
  SharingRecordsPage,
  SharingRecordView,
} from '@encircle/shared/sharing-out';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { SharingOutService } from '#api/sharing-out/sharing-out.service.js';

@Controller()
export class DisclosuresController {
  constructor(private readonly sharing: SharingOutService) {}

  @Post('episodes/:episodeId/disclosures')
  @Access({
    permission: 'disclosure.recorded',
    ceiling: ['create', 'override'],
    audited: true,
    creates: true,
  })
  @Returns(SharingRecordView, { status: 201 })
  record(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
    @Body() body: RecordSharing,
  ): Promise<SharingRecordView> {
    return this.sharing.record(ctx, episodeId, body);
  }

  @Get('episodes/:episodeId/disclosures')
  @Access({ permission: 'disclosure.listed', ceiling: ['create', 'override'], audited: true })
  @Returns(SharingRecordsPage)
  list(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
    @Query() query: PageQuery,
  ): Promise<SharingRecordsPage> {
    return this.sharing.list(ctx, episodeId, query);
  }

  @Get('disclosures/:id')
  @Access({ permission: 'disclosure.viewed', ceiling: ['read', 'override'], audited: true })
  @Returns(SharingRecordView)
  open(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<SharingRecordView> {
    return this.sharing.open(ctx, id);
  }

  @Patch('disclosures/:id')
  @Access({ permission: 'disclosure.completed', ceiling: ['create', 'override'], audited: true })
  @Returns(SharingRecordView)
  complete(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: CompleteSharing,
  ): Promise<SharingRecordView> {
    return this.sharing.complete(ctx, id, body);
  }

  @Post('disclosures/:id/seen')
  @Access({ permission: 'disclosure.seen', ceiling: ['update', 'override'], audited: true, creates: true })
  @Returns(SharingRecordView, { status: 201 })
  seen(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<SharingRecordView> {
    return this.sharing.seen(ctx, id);
  }
}
