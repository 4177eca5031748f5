import { Body, Controller, Get, Header, Param, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import {
  DocumentsPage,
  DocumentsQuery,
  DocumentView,
  FileDocument,
  StrikeDocument,
} from '@encircle/shared/documents';
import { FILE_KIND } from '@encircle/shared/files';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { DocumentsService } from '#api/documents/documents.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Post('episodes/:episodeId/documents')
  @Access({ permission: 'document.filed', ceiling: ['create', 'note'], audited: true, creates: true })
  @Returns(DocumentView, { status: 201 })
  file(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
    @Body() body: FileDocument,
  ): Promise<DocumentView> {
    return this.documents.file(ctx, episodeId, body);
  }

  @Get('episodes/:episodeId/documents')
  @Access({ permission: 'documents.listed', ceiling: ['read', 'note'], audited: true })
  @Returns(DocumentsPage)
  list(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
    @Query() query: DocumentsQuery,
  ): Promise<DocumentsPage> {
    return this.documents.list(ctx, episodeId, query);
  }

  /** Kept, never shown in place: whatever is in it, no browser runs it as a page of ours. */
  @Get('documents/:documentId/file')
  @Header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
  @Access({ permission: 'document.opened', ceiling: ['read', 'note'], audited: true })
  @Returns(null)
  async open(@Ctx() ctx: AccessContext, @Param('documentId', UuidParam) id: string): Promise<StreamableFile> {
    const { kind, bytes } = await this.documents.open(ctx, id);
    const { mime, ending } = FILE_KIND[kind];
    // The name says nothing of child or service: it is seen in download lists and on shared computers.
    return new StreamableFile(bytes, {
      type: mime,
      length: bytes.length,
      disposition: `attachment; filename="document.${ending}"`,
    });
  }

  @Patch('documents/:documentId')
  @Access({ permission: 'document.struck-out', ceiling: ['update', 'note'], audited: true })
  @Returns(DocumentView)
  strike(
    @Ctx() ctx: AccessContext,
    @Param('documentId', UuidParam) id: string,
    @Body() body: StrikeDocument,
  ): Promise<DocumentView> {
    return this.documents.strike(ctx, id, body);
  }
}
