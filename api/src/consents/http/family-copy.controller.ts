import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { CopyQuery, FamilyCopyView } from '@encircle/shared/consents';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { copyDocument } from '#api/consents/copy-document.js';
import { FamilyCopyService } from '#api/consents/family-copy.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class FamilyCopyController {
  constructor(private readonly copies: FamilyCopyService) {}

  @Get('episodes/:id/consents/copy')
  @Access({ permission: 'consent-copy.read', ceiling: ['read', 'consent'], audited: true })
  @Returns(FamilyCopyView)
  read(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Query() query: CopyQuery,
  ): Promise<FamilyCopyView> {
    return this.copies.copy(ctx, id, query.giver);
  }

  @Get('episodes/:id/consents/copy.pdf')
  @Access({ permission: 'consent-copy.printed', ceiling: ['read', 'consent'], audited: true })
  @Returns(null)
  async print(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Query() query: CopyQuery,
  ): Promise<StreamableFile> {
    const pdf = await copyDocument(await this.copies.copy(ctx, id, query.giver), ctx.now);
    // The name says nothing of child or service: it is seen in download lists and on shared computers.
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: 'attachment; filename="our-agreement.pdf"',
    });
  }
}
