import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  AgreementsView,
  EffectsView,
  PreviewStepIn,
  StepIn,
  StepInChildren,
} from '@encircle/shared/consents';
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

  /** A POST because which children it is about is no part of an address; it stores nothing but that it was asked. */
  @Post('step-in/family')
  @HttpCode(200)
  @Access({ permission: 'step-in.looked', ceiling: ['create', 'case'], audited: true })
  @Returns(AgreementsView)
  family(@Ctx() ctx: AccessContext, @Body() body: StepInChildren): Promise<AgreementsView> {
    return this.stepIn.family(ctx, body);
  }

  @Post('step-in/preview')
  @HttpCode(200)
  @Access({ permission: 'step-in.previewed', ceiling: ['create', 'case'], audited: true })
  @Returns(EffectsView)
  preview(@Ctx() ctx: AccessContext, @Body() body: PreviewStepIn): Promise<EffectsView> {
    return this.stepIn.preview(ctx, body);
  }
}
