import { Module } from '@nestjs/common';
import { AssessmentsModule } from '#api/assessments/assessments.module.js';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { TransferController } from './transfer.controller.js';
import { TransferService } from './transfer.service.js';

@Module({
  imports: [EpisodesModule, AssessmentsModule],
  controllers: [TransferController],
  providers: [TransferService],
})
export class TransferModule {}
