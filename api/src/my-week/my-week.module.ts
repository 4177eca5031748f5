import { Module } from '@nestjs/common';
import { TimescalesModule } from '#api/timescales/timescales.module.js';
import { MyWeekController } from './http/my-week.controller.js';
import { MyWeekService } from './my-week.service.js';

/** Home: what is due, what comes next, what has gone quiet, what is new. */
@Module({ imports: [TimescalesModule], controllers: [MyWeekController], providers: [MyWeekService] })
export class MyWeekModule {}
