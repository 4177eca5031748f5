import { Module } from '@nestjs/common';
import { RepairsService } from './repairs.service.js';

@Module({ providers: [RepairsService], exports: [RepairsService] })
export class RepairsModule {}
