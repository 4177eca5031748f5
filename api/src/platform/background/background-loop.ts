import type { Logger } from '#api/platform/logging/logger.js';

export interface BackgroundWork {
  readonly name: string;
  /** How long to rest when there was nothing to do. */
  readonly restMs: number;
  /** One round. @returns whether there may be more to do at once */
  round(): Promise<boolean>;
}

const AFTER_FAILURE_MS = 5_000;

/**
 * Does one round after the other in this process until it is stopped; stopping waits for the round that runs. A round
 * that fails is logged and tried again later: work that has to survive belongs in a table, not in this loop.
 */
export class BackgroundLoop {
  private stopping = false;
  private wake: () => void = () => undefined;
  private running: Promise<void> | null = null;

  constructor(
    private readonly work: BackgroundWork,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      let rest = 0;
      try {
        if (!(await this.work.round())) rest = this.work.restMs;
      } catch (error) {
        this.logger.error(error, { route: `background:${this.work.name}` });
        rest = AFTER_FAILURE_MS;
      }
      if (rest > 0 && !this.stopping) await this.rest(rest);
    }
  }

  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
