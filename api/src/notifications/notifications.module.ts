import { Module } from '@nestjs/common';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { MeetingsModule } from '#api/meetings/meetings.module.js';
import type { Settings } from '#api/platform/config/settings.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import { Logger } from '#api/platform/logging/logger.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryLoop } from './delivery.loop.js';
import { DeliveryService } from './delivery.service.js';
import { DemoTransport } from './demo.transport.js';
import { DeliveriesController } from './http/deliveries.controller.js';
import { NoticesController } from './http/notices.controller.js';
import { MAIL_TRANSPORT, type MailTransport } from './mail-transport.js';
import { NoTransport } from './no.transport.js';
import { NoticeGateService } from './notice-gate.service.js';
import { NoticesService } from './notices.service.js';
import { Deliveries } from './persistence/deliveries.js';
import { SmtpTransport } from './smtp.transport.js';

function transportOf(settings: Settings, deliveries: Deliveries): MailTransport {
  if (settings.smtpUrl !== null) return new SmtpTransport(settings.smtpUrl, settings.mailFrom);
  return settings.demo ? new DemoTransport(deliveries) : new NoTransport();
}

/** Telling people: in the program at once, by mail as they chose, never what they may not know at that moment. */
@Module({
  imports: [EpisodesModule, MeetingsModule],
  controllers: [NoticesController, DeliveriesController],
  providers: [
    {
      provide: MAIL_TRANSPORT,
      inject: [SETTINGS_TOKEN, Deliveries],
      useFactory: transportOf,
    },
    {
      provide: Logger,
      inject: [SETTINGS_TOKEN],
      useFactory: ({ logLevel }: Settings) => new Logger(logLevel),
    },
    Deliveries,
    NoticeGateService,
    NoticesService,
    DeliveriesService,
    DeliveryService,
    DeliveryLoop,
  ],
})
export class NotificationsModule {}
