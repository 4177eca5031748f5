import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { refuseUnwritable } from './checkpoint-file.js';
import { Sealer } from './sealer.js';
import { signingKey } from './signing-key.js';
import type { Settings } from '#api/platform/config/settings.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import { Logger } from '#api/platform/logging/logger.js';

const LONGEST_WAIT_MS = 60_000;

/**
 * Seals about every second for as long as the program runs. Requests never wait for it, and it never stops by itself:
 * an error is logged and tried again, more slowly each time.
 */
@Injectable()
export class SealingLoop implements BeforeApplicationShutdown {
  private running: Promise<void> | null = null;
  private readonly stop = new AbortController();

  constructor(
    @Inject(SETTINGS_TOKEN) private readonly settings: Settings,
    @InjectDataSource() private readonly source: DataSource,
    private readonly logger: Logger,
  ) {}

  /** The parts of it a test runs by itself. */
  sealer(): Sealer {
    const { auditKeyFile, auditDir, demo } = this.settings;
    return new Sealer(this.source, signingKey(auditKeyFile, demo), auditDir);
  }

  /** Called once the database has passed its checks. @throws SettingsError without a key or a folder to write to */
  async begin(): Promise<void> {
    if (this.settings.sealSeconds === 0) return;
    await refuseUnwritable(this.settings.auditDir);
    this.running = this.run(this.sealer());
  }

  /** Seals and signs what is left, so that a program that was stopped is proved to its end. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.running) return;
    this.stop.abort();
    await this.running;
    await this.sealer()
      .round(true)
      .catch((error: unknown) => this.logger.error(error, { route: 'audit.seal' }));
  }

  private async run(sealer: Sealer): Promise<void> {
    const { signal } = this.stop;
    let failures = 0;
    let outside = false;
    while (!signal.aborted) {
      try {
        if (!outside) await sealer.writeOutside();
        outside = true;
        await sealer.round();
        failures = 0;
      } catch (error) {
        failures += 1;
        this.logger.error(error, { route: 'audit.seal' });
      }
      const wait = Math.min(this.settings.sealSeconds * 1000 * 2 ** Math.min(failures, 10), LONGEST_WAIT_MS);
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}
