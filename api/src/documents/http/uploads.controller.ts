import { Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { UploadView } from '@encircle/shared/documents';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { UploadsService } from '#api/documents/uploads.service.js';
import { FileBody } from '#api/platform/files/file-body.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

/** Not `audited`: a file that is sent belongs to no child yet. It is written down when it is filed. */
@Controller('uploads')
export class UploadsController {
  constructor(private readonly uploads: UploadsService) {}

  @Post()
  @HttpCode(201)
  @Access({ permission: 'file.sent', ceiling: ['create', 'note'], audited: false })
  @Returns(UploadView, { status: 201 })
  take(@Ctx() ctx: AccessContext, @FileBody() bytes: Buffer): Promise<UploadView> {
    return this.uploads.take(ctx, bytes);
  }

  @Delete(':uploadId')
  @Access({ permission: 'file.taken-back', ceiling: ['create', 'note'], audited: false })
  @Returns(null)
  drop(@Ctx() ctx: AccessContext, @Param('uploadId', UuidParam) id: string): Promise<void> {
    return this.uploads.drop(ctx, id);
  }
}
