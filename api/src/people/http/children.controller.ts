import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  AddChild,
  ChangeChild,
  ChildAdded,
  ChildView,
  RecordBirth,
  RegisterParent,
  RelativeList,
  SiblingList,
} from '@encircle/shared/people';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { BirthsService } from '#api/people/births.service.js';
import { ChildrenService } from '#api/people/children.service.js';
import { RelativesService } from '#api/people/relatives.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller('children')
export class ChildrenController {
  constructor(
    private readonly children: ChildrenService,
    private readonly relatives: RelativesService,
    private readonly births: BirthsService,
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

  @Post(':id/birth')
  @HttpCode(200)
  @Access({ permission: 'birth.recorded', ceiling: ['update', 'child'], audited: true })
  @Returns(ChildView)
  recordBirth(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: RecordBirth,
  ): Promise<ChildView> {
    return this.births.record(ctx, id, body);
  }

  @Post(':id/birth/registration')
  @HttpCode(200)
  @Access({ permission: 'birth.registered', ceiling: ['update', 'child'], audited: true })
  @Returns(RelativeList)
  registerParent(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: RegisterParent,
  ): Promise<RelativeList> {
    return this.births.register(ctx, id, body);
  }

  @Get(':id/relatives')
  @Access({ permission: 'relatives.viewed', ceiling: ['read', 'child'], audited: true })
  @Returns(RelativeList)
  listRelatives(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<RelativeList> {
    return this.relatives.list(ctx, id);
  }

  @Get(':id/siblings')
  @Access({ permission: 'siblings.viewed', ceiling: ['read', 'child'], audited: true })
  @Returns(SiblingList)
  listSiblings(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<SiblingList> {
    return this.relatives.siblings(ctx, id);
  }
}
