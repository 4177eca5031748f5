import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import {
  AddChild,
  AddRelative,
  ChangeChild,
  ChildAdded,
  ChildView,
  RelativeList,
} from '@encircle/shared/people';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { ChildrenService } from '#api/people/children.service.js';
import { RelativesService } from '#api/people/relatives.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller('children')
export class ChildrenController {
  constructor(
    private readonly children: ChildrenService,
    private readonly relatives: RelativesService,
  ) {}

  @Post()
  @Access({ permission: 'child.added', ceiling: ['create', 'child'], audited: true, creates: true })
  @Returns(ChildAdded, { status: 201 })
  add(@Ctx() ctx: AccessContext, @Body() body: AddChild): Promise<ChildAdded> {
    return this.children.add(ctx, body);
  }

  @Get(':id')
  @Access({ permission: 'child.viewed', ceiling: ['read', 'child'], audited: true })
  @Returns(ChildView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<ChildView> {
    return this.children.view(ctx, id);
  }

  @Patch(':id')
  @Access({ permission: 'child.changed', ceiling: ['update', 'child'], audited: true })
  @Returns(ChildView)
  change(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: ChangeChild,
  ): Promise<ChildView> {
    return this.children.change(ctx, id, body);
  }

  @Get(':id/relatives')
  @Access({ permission: 'relatives.viewed', ceiling: ['read', 'child'], audited: true })
  @Returns(RelativeList)
  listRelatives(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<RelativeList> {
    return this.relatives.list(ctx, id);
  }

  @Post(':id/relatives')
  @Access({ permission: 'relative.added', ceiling: ['update', 'child'], audited: true, creates: true })
  @Returns(RelativeList, { status: 201 })
  addRelative(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AddRelative,
  ): Promise<RelativeList> {
    return this.relatives.add(ctx, id, body);
  }
}
