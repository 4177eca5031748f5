import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ForgetRelative, NameRelative, RelativesView, RelativeView } from '@encircle/shared/restrictions';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { RelativesService } from '#api/restrictions/relatives.service.js';

@Controller('my/relatives')
export class RelativesController {
  constructor(private readonly relatives: RelativesService) {}

  @Get()
  @Access({ permission: 'relatives.listed', ceiling: ['read', 'relative'], audited: true })
  @Returns(RelativesView)
  list(@Ctx() ctx: AccessContext): Promise<RelativesView> {
    return this.relatives.list(ctx);
  }

  @Post()
  @Access({ permission: 'relative.named', ceiling: ['create', 'relative'], audited: true, creates: true })
  @Returns(RelativeView)
  name(@Ctx() ctx: AccessContext, @Body() body: NameRelative): Promise<RelativeView> {
    return this.relatives.name(ctx, body);
  }

  @Post(':relativeId/removal')
  @HttpCode(200)
  @Access({ permission: 'relative.removed', ceiling: ['update', 'relative'], audited: true })
  @Returns(RelativesView)
  forget(
    @Ctx() ctx: AccessContext,
    @Param('relativeId', UuidParam) id: string,
    @Body() body: ForgetRelative,
  ): Promise<RelativesView> {
    return this.relatives.forget(ctx, id, body);
  }
}
