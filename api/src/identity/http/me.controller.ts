import { Controller, Get } from '@nestjs/common';
import { MeView } from '@encircle/shared/identity';
import { Access } from '#api/access/access.decorator.js';
import { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { MeService } from '#api/identity/me.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

@Controller('me')
export class MeController {
  constructor(private readonly service: MeService) {}

  @Get()
  @Access({ permission: 'me.viewed', ceiling: ['read', 'session'], audited: false })
  @Returns(MeView)
  me(@Ctx() ctx: AccessContext): Promise<MeView> {
    return this.service.me(ctx);
  }
}
