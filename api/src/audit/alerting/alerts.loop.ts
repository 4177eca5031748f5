import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Settings } from '#api/platform/config/settings.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import { Logger } from '#api/platform/logging/logger.js';

const EVERY_MS = 30_000;

/** Reads what is new in the audit log twice a minute and raises alerts. One replica at a time; none waits for it. */
@Injectable()
export class AlertsLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private running: Promise<void> | null = null;
  private readonly stop = new AbortController();

  constructor(
    @Inject(SETTINGS_TOKEN) private readonly settings: Settings,
    @InjectDataSource() private readonly source: DataSource,
    private readonly logger: Logger,
  ) {}

  /** @returns how many alerts are new or have grown; null when another replica is at it */
  async pass(): Promise<number | null> {
    const rows = (await this.source.query('select sec.raise_alerts() as raised')) as {
      raised: number | null;
    }[];
    return rows[0]?.raised ?? null;
  }

  onApplicationBootstrap(): void {
    if (this.settings.sealSeconds > 0) this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      await pause(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.pass().catch((error: unknown) => this.logger.error(error, { route: 'alerts.pass' }));
    }
  }
}
