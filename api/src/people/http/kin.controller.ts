import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { PageQuery } from '@encircle/shared/paging';
import {
  AddRelative,
  ChangeRelative,
  EndRelative,
  PreviewRelative,
  RelativeEffects,
  RelativeList,
  RelativePastList,
} from '@encircle/shared/people';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { KinService } from '#api/people/kin.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

/** Who belongs to a child: written down, put right, ended, with what was there before. */
@Controller('children/:id/relatives')
export class KinController {
  constructor(private readonly kin: KinService) {}

  @Post()
  @Access({ permission: 'relative.added', ceiling: ['update', 'child'], audited: true, creates: true })
  @Returns(RelativeList, { status: 201 })
  add(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AddRelative,
  ): Promise<RelativeList> {
    return this.kin.add(ctx, id, body);
  }

  @Get('past')
  @Access({ permission: 'relatives-past.viewed', ceiling: ['update', 'child'], audited: true })
  @Returns(RelativePastList)
  past(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Query() page: PageQuery,
  ): Promise<RelativePastList> {
    return this.kin.past(ctx, id, page);
  }

  @Post('preview')
  @HttpCode(200)
  @Access({ permission: 'relative.previewed', ceiling: ['update', 'child'], audited: true })
  @Returns(RelativeEffects)
  preview(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: PreviewRelative,
  ): Promise<RelativeEffects> {
    return this.kin.preview(ctx, id, body);
  }

  @Post(':tieId/change')
  @HttpCode(200)
  @Access({ permission: 'relative.changed', ceiling: ['update', 'child'], audited: true })
  @Returns(RelativeList)
  change(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Param('tieId', UuidParam) tieId: string,
    @Body() body: ChangeRelative,
  ): Promise<RelativeList> {
    return this.kin.change(ctx, id, tieId, body);
  }

  @Post(':tieId/end')
  @HttpCode(200)
  @Access({ permission: 'relative.ended', ceiling: ['update', 'child'], audited: true })
  @Returns(RelativeList)
  end(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Param('tieId', UuidParam) tieId: string,
    @Body() body: EndRelative,
  ): Promise<RelativeList> {
    return this.kin.end(ctx, id, tieId, body);
  }
}
