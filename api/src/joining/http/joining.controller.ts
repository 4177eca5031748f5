import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import {
  AnswerJoin,
  AskToJoin,
  JoinAskedView,
  JoinRequestsView,
  OwnJoinRequestsView,
} from '@encircle/shared/joining';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { JoiningService } from '#api/joining/joining.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class JoiningController {
  constructor(private readonly joining: JoiningService) {}

  @Post('my/join-requests')
  @Access({ permission: 'join.asked', ceiling: ['create', 'index'], audited: true, creates: true })
  @Returns(JoinAskedView, { status: 201 })
  ask(
    @Ctx() ctx: AccessContext,
    @Body() body: AskToJoin,
    @Headers('x-encircle-purpose') purpose: string | undefined,
  ): Promise<JoinAskedView> {
    return this.joining.ask(ctx, body, purpose);
  }

  @Get('my/join-requests')
  @Access({ permission: 'own-join-requests.viewed', ceiling: ['create', 'index'], audited: true })
  @Returns(OwnJoinRequestsView)
  own(@Ctx() ctx: AccessContext): Promise<OwnJoinRequestsView> {
    return this.joining.own(ctx);
  }

  @Get('episodes/:id/join-requests')
  @Access({ permission: 'join-requests.viewed', ceiling: ['update', 'case'], audited: true })
  @Returns(JoinRequestsView)
  list(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<JoinRequestsView> {
    return this.joining.list(ctx, id);
  }

  @Post('join-requests/:id/answer')
  @Access({ permission: 'join.answered', ceiling: ['update', 'case'], audited: true, creates: true })
  @Returns(JoinRequestsView, { status: 201 })
  answer(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AnswerJoin,
  ): Promise<JoinRequestsView> {
    return this.joining.answer(ctx, id, body);
  }
}
