import { Module } from '@nestjs/common';
import { BlocksService } from './blocks.service.js';
import { BlocksController } from './http/blocks.controller.js';
import { RelativesController } from './http/relatives.controller.js';
import { SimulationController } from './http/simulation.controller.js';
import { RelativesService } from './relatives.service.js';
import { SimulationService } from './simulation.service.js';

/** What people set so that somebody does not see: conflict-of-interest blocks and a worker's own relatives. */
@Module({
  controllers: [BlocksController, RelativesController, SimulationController],
  providers: [BlocksService, RelativesService, SimulationService],
})
export class RestrictionsModule {}
