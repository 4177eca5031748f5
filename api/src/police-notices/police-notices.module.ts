import { Module } from '@nestjs/common';
import { PoliceNoticesController } from './http/police-notices.controller.js';
import { PoliceNoticesService } from './police-notices.service.js';

/** What police tell a school about a child, before the next school day. */
@Module({ controllers: [PoliceNoticesController], providers: [PoliceNoticesService] })
export class PoliceNoticesModule {}
