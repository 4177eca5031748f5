import { Module } from '@nestjs/common';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { TimescalesModule } from '#api/timescales/timescales.module.js';
import { ServicesController } from './http/services.controller.js';
import { ServiceRequestsService } from './service-requests.service.js';
import { ServicesService } from './services.service.js';

/** The directory of services, and asking one of them to join the work with a child. */
@Module({
  imports: [EpisodesModule, TimescalesModule],
  controllers: [ServicesController],
  providers: [ServicesService, ServiceRequestsService],
})
export class ServicesModule {}
