import { Module } from '@nestjs/common';
import { AlertsService } from './alerts.service.js';
import { AlertsController } from './http/alerts.controller.js';

/** Patterns in who looked at what, for the information-governance officer. */
@Module({ controllers: [AlertsController], providers: [AlertsService] })
export class AlertsModule {}
