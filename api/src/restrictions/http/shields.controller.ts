import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { PageQuery } from '@encircle/shared/paging';
import {
  ChangeShield,
  LiftShield,
  ReviewShield,
  SetShield,
  ShieldRegisterPage,
  ShieldView,
} from '@encircle/shared/restrictions';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { ShieldsService } from '#api/restrictions/shields.service.js';

@Controller('shields')
export class ShieldsController {
  constructor(private readonly shields: ShieldsService) {}

  @Get()
  @Access({ permission: 'shields.listed', ceiling: ['approve', 'restriction'], audited: true })
  @Returns(ShieldRegisterPage)
  register(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<ShieldRegisterPage> {
    return this.shields.register(ctx, query);
  }

  @Post()
  @Access({ permission: 'shield.set', ceiling: ['approve', 'restriction'], audited: true, creates: true })
  @Returns(ShieldView)
  set(@Ctx() ctx: AccessContext, @Body() body: SetShield): Promise<ShieldView> {
    return this.shields.set(ctx, body);
  }

  @Put(':shieldId/members')
  @Access({ permission: 'shield.changed', ceiling: ['approve', 'restriction'], audited: true })
  @Returns(ShieldView)
  change(
    @Ctx() ctx: AccessContext,
    @Param('shieldId', UuidParam) id: string,
    @Body() body: ChangeShield,
  ): Promise<ShieldView> {
    return this.shields.change(ctx, id, body);
  }

  @Post(':shieldId/reviews')
  @HttpCode(200)
  @Access({ permission: 'shield.reviewed', ceiling: ['approve', 'restriction'], audited: true })
  @Returns(ShieldView)
  review(
    @Ctx() ctx: AccessContext,
    @Param('shieldId', UuidParam) id: string,
    @Body() body: ReviewShield,
  ): Promise<ShieldView> {
    return this.shields.review(ctx, id, body);
  }

  @Post(':shieldId/lifting')
  @HttpCode(200)
  @Access({ permission: 'shield.lifted', ceiling: ['approve', 'restriction'], audited: true })
  @Returns(ShieldView)
  lift(
    @Ctx() ctx: AccessContext,
    @Param('shieldId', UuidParam) id: string,
    @Body() body: LiftShield,
  ): Promise<ShieldView> {
    return this.shields.lift(ctx, id, body);
  }
}
