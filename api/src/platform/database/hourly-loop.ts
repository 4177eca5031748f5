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

/** Work the database does by itself once an hour: one statement that answers how much was `done`. */
@Injectable()
export abstract class HourlyLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  protected abstract readonly name: string;
  protected abstract readonly statement: string;
  private loop: BackgroundLoop | null = null;

  constructor(
    @Inject(SETTINGS_TOKEN) private readonly settings: Settings,
    @InjectDataSource() private readonly source: DataSource,
    private readonly logger: Logger,
  ) {}

  /** @returns how much was done */
  async pass(): Promise<number> {
    const rows = (await this.source.query(this.statement)) as { done: number }[];
    return rows[0]?.done ?? 0;
  }

  onApplicationBootstrap(): void {
    if (this.settings.sealSeconds <= 0) return;
    const { name, logger } = this;
    this.loop = new BackgroundLoop(
      { name, restMs: EVERY_MS, round: async () => (await this.pass()) > 0 },
      logger,
    );
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop?.stop();
  }
}
