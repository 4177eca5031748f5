import { Body, Controller, Post } from '@nestjs/common';
import { StepIn } from '@encircle/shared/consents';
import { EpisodeStateView } from '@encircle/shared/episodes';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { StepInService } from './step-in.service.js';

@Controller('episodes')
export class StepInController {
  constructor(private readonly stepIn: StepInService) {}

  @Post('step-in')
  @Access({ permission: 'episode.stepped-in', ceiling: ['create', 'case'], audited: true, creates: true })
  @Returns(EpisodeStateView, { status: 201 })
  begin(@Ctx() ctx: AccessContext, @Body() body: StepIn): Promise<EpisodeStateView> {
    return this.stepIn.begin(ctx, body);
  }
}
