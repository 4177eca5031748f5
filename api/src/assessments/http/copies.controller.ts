import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { CopiesView, PaperQuery, RecordCopy } from '@encircle/shared/assessments';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { CopiesService } from '#api/assessments/copies.service.js';
import { paperDocument } from '#api/assessments/paper-document.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class CopiesController {
  constructor(private readonly copies: CopiesService) {}

  @Get('assessments/:id/paper.pdf')
  @Access({ permission: 'assessment.printed', ceiling: ['read', 'assessment'], audited: true })
  @Returns(null)
  async paper(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Query() query: PaperQuery,
  ): Promise<StreamableFile> {
    const pdf = await paperDocument(await this.copies.paper(ctx, id, query), ctx.now);
    // The name says nothing of child or service: it is seen in download lists and on shared computers.
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `attachment; filename="${query.kind === 'FULL' ? 'assessment' : 'your-copy'}.pdf"`,
    });
  }

  @Get('assessments/:id/copies')
  @Access({ permission: 'assessment-copy.listed', ceiling: ['read', 'assessment'], audited: true })
  @Returns(CopiesView)
  list(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<CopiesView> {
    return this.copies.list(ctx, id);
  }

  @Post('assessments/:id/copies')
  @Access({
    permission: 'assessment-copy.given',
    ceiling: ['update', 'assessment'],
    audited: true,
    creates: true,
  })
  @Returns(CopiesView, { status: 201 })
  record(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: RecordCopy,
  ): Promise<CopiesView> {
    return this.copies.record(ctx, id, body);
  }
}
