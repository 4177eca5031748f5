import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { AskSimulation, SimulationView } from '@encircle/shared/restrictions';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { SimulationService } from '#api/restrictions/simulation.service.js';

@Controller('access-simulations')
export class SimulationController {
  constructor(private readonly simulations: SimulationService) {}

  @Post()
  @HttpCode(200)
  @Access({ permission: 'access.simulated', ceiling: ['approve', 'restriction'], audited: true })
  @Returns(SimulationView)
  ask(@Ctx() ctx: AccessContext, @Body() body: AskSimulation): Promise<SimulationView> {
    return this.simulations.ask(ctx, body);
  }
}
