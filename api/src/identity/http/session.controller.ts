import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ChangeHat,
  DemoSignIns,
  ProveSession,
  SessionOpened,
  SessionTouched,
  SignIn,
} from '@encircle/shared/identity';
import { DemoSignInsService } from '#api/demo/demo-sign-ins.service.js';
import { Cookies } from '#api/identity/cookies.js';
import { SessionsService } from '#api/identity/sessions.service.js';
import type { OpenedSession } from '#api/identity/sign-in.service.js';
import { Access, Public } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { notFound } from '#api/platform/errors/domain-error.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

type SignedIn = FastifyRequest & { user: OpenedSession };

@Controller('session')
export class SessionController {
  constructor(
    private readonly cookies: Cookies,
    private readonly demo: DemoSignInsService,
    private readonly sessions: SessionsService,
  ) {}

  @Post()
  @HttpCode(201)
  @Public('signing in comes before being somebody')
  @UseGuards(AuthGuard('password'))
  @Returns(SessionOpened, { status: 201 })
  open(
    @Body() _: SignIn,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): SessionOpened {
    this.cookies.set(reply, request.user.token, request.user.csrfToken);
    return { csrfToken: request.user.csrfToken };
  }

  @Get('demo')
  @Public('the invented people one may sign in as, in the demo only')
  @Returns(DemoSignIns)
  signIns(): DemoSignIns {
    const list = this.demo.signIns();
    if (!list) throw notFound();
    return list;
  }

  @Post('touch')
  @HttpCode(200)
  @Access({ permission: 'session.touched', ceiling: ['read', 'session'], audited: false })
  @Returns(SessionTouched)
  async touch(@Req() request: FastifyRequest): Promise<SessionTouched> {
    return { endsAt: await this.sessions.touch(this.cookies.token(request)) };
  }

  @Post('prove')
  @HttpCode(204)
  @Access({ permission: 'session.proved', ceiling: ['read', 'session'], audited: false })
  @Returns(null, { status: 204 })
  async prove(
    @Ctx() ctx: AccessContext,
    @Req() request: FastifyRequest,
    @Body() body: ProveSession,
  ): Promise<void> {
    await this.sessions.prove(ctx, this.cookies.token(request), body.password, request.ip, request.id);
  }

  @Post('hat')
  @HttpCode(204)
  @Access({ permission: 'session.hat-changed', ceiling: ['read', 'session'], audited: false })
  @Returns(null, { status: 204 })
  async hat(@Req() request: FastifyRequest, @Body() body: ChangeHat): Promise<void> {
    await this.sessions.changeHat(this.cookies.token(request), body.membershipId);
  }

  @Post('lock')
  @HttpCode(204)
  @Public('quick hide must work whatever state the session is in')
  @Returns(null, { status: 204 })
  async lock(@Req() request: FastifyRequest): Promise<void> {
    await this.sessions.lock(this.cookies.token(request));
  }

  @Delete()
  @HttpCode(204)
  @Public('signing out must work whatever state the session is in')
  @Returns(null, { status: 204 })
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(this.cookies.token(request));
    this.cookies.clear(reply);
    void reply.header('clear-site-data', '"cache"');
  }
}
