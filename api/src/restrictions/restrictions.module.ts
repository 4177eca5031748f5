import { Module } from '@nestjs/common';
import { BlocksService } from './blocks.service.js';
import { BlocksController } from './http/blocks.controller.js';
import { RelativesController } from './http/relatives.controller.js';
import { ShieldRequestsController } from './http/shield-requests.controller.js';
import { ShieldsController } from './http/shields.controller.js';
import { SimulationController } from './http/simulation.controller.js';
import { RelativesService } from './relatives.service.js';
import { ShieldRequestsService } from './shield-requests.service.js';
import { ShieldsService } from './shields.service.js';
import { SimulationService } from './simulation.service.js';

/** What people set so that somebody does not see: conflict-of-interest blocks and a worker's own relatives. */
@Module({
  controllers: [
    BlocksController,
    RelativesController,
    ShieldRequestsController,
    ShieldsController,
    SimulationController,
  ],
  providers: [BlocksService, RelativesService, ShieldRequestsService, ShieldsService, SimulationService],
})
export class RestrictionsModule {}
