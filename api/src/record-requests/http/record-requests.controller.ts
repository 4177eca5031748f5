import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { PageQuery } from '@encircle/shared/paging';
import {
  ChangeRecordRequest,
  CheckRecordRequest,
  DecideLine,
  DecideRecordRequest,
  OpenRecordRequest,
  PackLine,
  PackPage,
  RecordRequestView,
  RequestRegister,
  SendRecordRequest,
} from '@encircle/shared/record-requests';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { packDocument } from '#api/record-requests/pack-document.js';
import { PackService } from '#api/record-requests/pack.service.js';
import { RequestsService } from '#api/record-requests/requests.service.js';

@Controller('record-requests')
export class RecordRequestsController {
  constructor(
    private readonly requests: RequestsService,
    private readonly pack: PackService,
  ) {}

  @Get()
  @Access({ permission: 'record-requests.listed', ceiling: ['read', 'record-request'], audited: true })
  @Returns(RequestRegister)
  register(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<RequestRegister> {
    return this.requests.register(ctx, query);
  }

  @Post()
  @Access({
    permission: 'record-request.opened',
    ceiling: ['create', 'record-request'],
    audited: true,
    creates: true,
  })
  @Returns(RecordRequestView, { status: 201 })
  open(@Ctx() ctx: AccessContext, @Body() body: OpenRecordRequest): Promise<RecordRequestView> {
    return this.requests.open(ctx, body);
  }

  @Get(':requestId')
  @Access({ permission: 'record-request.viewed', ceiling: ['read', 'record-request'], audited: true })
  @Returns(RecordRequestView)
  view(@Ctx() ctx: AccessContext, @Param('requestId', UuidParam) id: string): Promise<RecordRequestView> {
    return this.requests.view(ctx, id);
  }

  @Put(':requestId')
  @Access({ permission: 'record-request.changed', ceiling: ['update', 'record-request'], audited: true })
  @Returns(RecordRequestView)
  change(
    @Ctx() ctx: AccessContext,
    @Param('requestId', UuidParam) id: string,
    @Body() body: ChangeRecordRequest,
  ): Promise<RecordRequestView> {
    return this.requests.change(ctx, id, body);
  }

  @Post(':requestId/task')
  @HttpCode(200)
  @Access({ permission: 'record-request.taken', ceiling: ['update', 'record-request'], audited: true })
  @Returns(RecordRequestView)
  take(@Ctx() ctx: AccessContext, @Param('requestId', UuidParam) id: string): Promise<RecordRequestView> {
    return this.requests.take(ctx, id);
  }

  @Post(':requestId/decision')
  @HttpCode(200)
  @Access({ permission: 'record-request.decided', ceiling: ['update', 'record-request'], audited: true })
  @Returns(RecordRequestView)
  decide(
    @Ctx() ctx: AccessContext,
    @Param('requestId', UuidParam) id: string,
    @Body() body: DecideRecordRequest,
  ): Promise<RecordRequestView> {
    return this.pack.decide(ctx, id, body);
  }

  @Get(':requestId/lines')
  @Access({ permission: 'record-request.pack-viewed', ceiling: ['read', 'record-request'], audited: true })
  @Returns(PackPage)
  lines(
    @Ctx() ctx: AccessContext,
    @Param('requestId', UuidParam) id: string,
    @Query() query: PageQuery,
  ): Promise<PackPage> {
    return this.pack.lines(ctx, id, query);
  }

  @Put(':requestId/lines/:lineId')
  @Access({ permission: 'record-request.line-decided', ceiling: ['update', 'record-request'], audited: true })
  @Returns(PackLine)
  line(
    @Ctx() ctx: AccessContext,
    @Param('requestId', UuidParam) id: string,
    @Param('lineId', UuidParam) lineId: string,
    @Body() body: DecideLine,
  ): Promise<PackLine> {
    return this.pack.line(ctx, id, lineId, body);
  }

  @Get(':requestId/pack.pdf')
  @Access({ permission: 'record-request.printed', ceiling: ['read', 'record-request'], audited: true })
  @Returns(null)
  async document(
    @Ctx() ctx: AccessContext,
    @Param('requestId', UuidParam) id: string,
  ): Promise<StreamableFile> {
    const { row, lines } = await this.pack.document(ctx, id);
    return new StreamableFile(await packDocument(row, lines, ctx.now), {
      type: 'application/pdf',
      disposition: 'attachment; filename="copy-of-a-record.pdf"',
    });
  }

  @Post(':requestId/check')
  @HttpCode(200)
  @Access({ permission: 'record-request.checked', ceiling: ['update', 'record-request'], audited: true })
  @Returns(RecordRequestView)
  check(
    @Ctx() ctx: AccessContext,
    @Param('requestId', UuidParam) id: string,
    @Body() body: CheckRecordRequest,
  ): Promise<RecordRequestView> {
    return this.pack.check(ctx, id, body);
  }

  @Post(':requestId/sending')
  @HttpCode(200)
  @Access({ permission: 'record-request.sent', ceiling: ['update', 'record-request'], audited: true })
  @Returns(RecordRequestView)
  send(
    @Ctx() ctx: AccessContext,
    @Param('requestId', UuidParam) id: string,
    @Body() body: SendRecordRequest,
  ): Promise<RecordRequestView> {
    return this.pack.send(ctx, id, body);
  }
}
