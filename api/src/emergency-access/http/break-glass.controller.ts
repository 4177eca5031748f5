import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  AnswerBreakGlass,
  BreakGlass,
  BreakGlassNotice,
  BreakGlassStay,
  BreakGlassView,
  EmergencyOptions,
  LiveBreakGlass,
  VersionOnly,
} from '@encircle/shared/emergency-access';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { BreakGlassService } from '#api/emergency-access/break-glass.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class BreakGlassController {
  constructor(private readonly glass: BreakGlassService) {}

  @Get('episodes/:episodeId/break-glass')
  @Access({ permission: 'break-glass.considered', ceiling: ['create', 'override'], audited: true })
  @Returns(EmergencyOptions)
  options(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
  ): Promise<EmergencyOptions> {
    return this.glass.options(ctx, episodeId);
  }

  @Post('episodes/:episodeId/break-glass')
  @Access({ permission: 'break-glass.opened', ceiling: ['create', 'override'], audited: true, creates: true })
  @Returns(BreakGlassView, { status: 201 })
  open(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
    @Body() body: BreakGlass,
  ): Promise<BreakGlassView> {
    return this.glass.open(ctx, episodeId, body);
  }

  @Get('my/break-glass')
  @Access({ permission: 'break-glass.listed', ceiling: ['create', 'override'], audited: true })
  @Returns(LiveBreakGlass)
  live(@Ctx() ctx: AccessContext): Promise<LiveBreakGlass> {
    return this.glass.live(ctx);
  }

  @Get('break-glass/:id')
  @Access({ permission: 'break-glass.notice-viewed', ceiling: ['read', 'override'], audited: true })
  @Returns(BreakGlassNotice)
  notice(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<BreakGlassNotice> {
    return this.glass.notice(ctx, id);
  }

  @Post('break-glass/:id/seen')
  @Access({
    permission: 'break-glass.notice-seen',
    ceiling: ['read', 'override'],
    audited: true,
    creates: true,
  })
  @Returns(BreakGlassNotice, { status: 201 })
  seen(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<BreakGlassNotice> {
    return this.glass.seen(ctx, id);
  }

  @Post('break-glass/:id/answer')
  @Access({
    permission: 'break-glass.answered',
    ceiling: ['update', 'override'],
    audited: true,
    creates: true,
  })
  @Returns(BreakGlassNotice, { status: 201 })
  answer(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AnswerBreakGlass,
  ): Promise<BreakGlassNotice> {
    return this.glass.answer(ctx, id, body);
  }

  @Post('break-glass/:id/open')
  @Access({ permission: 'break-glass.opened', ceiling: ['create', 'override'], audited: true, creates: true })
  @Returns(BreakGlassView, { status: 201 })
  openApproved(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: VersionOnly,
  ): Promise<BreakGlassView> {
    return this.glass.openApproved(ctx, id, body.version);
  }

  @Post('break-glass/:id/end')
  @Access({ permission: 'break-glass.ended', ceiling: ['create', 'override'], audited: true, creates: true })
  @Returns(BreakGlassView, { status: 201 })
  end(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<BreakGlassView> {
    return this.glass.end(ctx, id);
  }

  @Post('break-glass/:id/stay')
  @Access({ permission: 'break-glass.stayed', ceiling: ['create', 'override'], audited: true, creates: true })
  @Returns(BreakGlassStay, { status: 201 })
  stay(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<BreakGlassStay> {
    return this.glass.stay(ctx, id);
  }
}
