import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { BackgroundLoop } from '#api/platform/background/background-loop.js';
import type { Settings } from '#api/platform/config/settings.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import { Logger } from '#api/platform/logging/logger.js';
import { ScanningService } from './scanning.service.js';

/** Keeps the scanning going for as long as the program runs. */
@Injectable()
export class ScanningLoop implements BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(
    @Inject(SETTINGS_TOKEN) private readonly settings: Settings,
    service: ScanningService,
  ) {
    this.loop = new BackgroundLoop(service, new Logger(settings.logLevel));
  }

  /** Called once the database has passed its checks. */
  begin(): void {
    if (this.settings.worker) this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }
}
