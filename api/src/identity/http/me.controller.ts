import { Controller, Get, Inject } from '@nestjs/common';
import { MeView, type MembershipView } from '@encircle/shared/identity';
import { abilityRules, type BaseRole } from '@encircle/shared/policy';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import type { Settings } from '#api/platform/config/settings.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { membershipsOf, userOf } from '#api/identity/persistence/me.repository.js';

@Controller('me')
export class MeController {
  constructor(@Inject(SETTINGS_TOKEN) private readonly settings: Settings) {}

  @Get()
  @Access({ permission: 'me.viewed', ceiling: ['read', 'session'], audited: false })
  @Returns(MeView)
  async me(@Ctx() ctx: AccessContext): Promise<MeView> {
    const { who } = ctx;
    const memberships = await membershipsOf(ctx.uow, who.userId);
    const membership = memberships.find((m) => m.id === who.membershipId) as MembershipView;
    return {
      user: await userOf(ctx.uow, who.userId),
      membership,
      memberships,
      abilities: abilityRules(who.role as BaseRole),
      settings: {
        idleMinutes: this.settings.idleMinutes,
        demo: this.settings.demo,
        terms: { leadProfessional: 'lead professional' },
        hideKey: 'F9',
      },
      now: ctx.now,
      today: ctx.today,
    };
  }
}
