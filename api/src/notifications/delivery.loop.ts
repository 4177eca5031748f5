import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { BackgroundLoop } from '#api/platform/background/background-loop.js';
import type { Settings } from '#api/platform/config/settings.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import { Logger } from '#api/platform/logging/logger.js';
import { DeliveryService } from './delivery.service.js';
import { MAIL_TRANSPORT, type MailTransport } from './mail-transport.js';

/** Keeps the worker of the outbox going for as long as the program runs. */
@Injectable()
export class DeliveryLoop implements BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(
    @Inject(SETTINGS_TOKEN) private readonly settings: Settings,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport,
    service: DeliveryService,
    logger: Logger,
  ) {
    this.loop = new BackgroundLoop(service, logger);
  }

  /** Called once the database has passed its checks. */
  begin(): void {
    if (this.settings.worker) this.loop.start();
  }

  /** While the database is still there: what was begun is finished, the rest waits for the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    this.transport.close();
  }
}
