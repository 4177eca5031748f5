import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BackgroundLoop } from '#api/platform/background/background-loop.js';
import type { Settings } from '#api/platform/config/settings.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import { Logger } from '#api/platform/logging/logger.js';

const EVERY_MS = 60 * 60 * 1000;

/** Once an hour, whoever leads is told of agreement that lapses: 30 and 7 days before, once each, whichever replica looks. */
@Injectable()
export class RenewalsLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(
    @Inject(SETTINGS_TOKEN) private readonly settings: Settings,
    @InjectDataSource() private readonly source: DataSource,
    logger: Logger,
  ) {
    this.loop = new BackgroundLoop(
      { name: 'renewals', restMs: EVERY_MS, round: async () => (await this.pass()) > 0 },
      logger,
    );
  }

  /** @returns how many people were told */
  async pass(): Promise<number> {
    const rows = (await this.source.query('select sec.prompt_renewals() as done')) as { done: number }[];
    return rows[0]?.done ?? 0;
  }

  onApplicationBootstrap(): void {
    if (this.settings.sealSeconds > 0) this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }
}
