import { Module } from '@nestjs/common';
import { TimescalesController } from './http/timescales.controller.js';
import { TimescalesService } from './timescales.service.js';

/** Time limits an authority sets for itself. */
@Module({ controllers: [TimescalesController], providers: [TimescalesService], exports: [TimescalesService] })
export class TimescalesModule {}
