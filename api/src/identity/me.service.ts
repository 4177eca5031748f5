import { Inject, Injectable } from '@nestjs/common';
import type { MembershipView, MeView } from '@encircle/shared/identity';
import { abilityRules, type BaseRole } from '@encircle/shared/policy';
import { membershipsOf, userOf } from './persistence/me.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import type { Settings } from '#api/platform/config/settings.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';

/** Who is signed in, in which hat, what the role may do at all, and the settings the screens need. */
@Injectable()
export class MeService {
  constructor(@Inject(SETTINGS_TOKEN) private readonly settings: Settings) {}

  async me(ctx: AccessContext): Promise<MeView> {
    const { who } = ctx;
    const memberships = await membershipsOf(ctx.uow, who.userId);
    return {
      user: await userOf(ctx.uow, who.userId),
      membership: memberships.find((m) => m.id === who.membershipId) as MembershipView,
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
