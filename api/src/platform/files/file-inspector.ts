import { Worker } from 'node:worker_threads';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DomainError } from '#api/platform/errors/domain-error.js';
import type { Inspected } from './inspect-thread.js';
import { FileRefused, type Harmless } from './refusal.js';

const MEMORY_MB = 256;
const TIME_MS = 8_000;
/** More than so many files at once are asked to come again. */
const MOST_WAITING = 4;

interface Waiting {
  bytes: Buffer;
  done: (answer: Inspected) => void;
  failed: (error: Error) => void;
}

/** Looks through files in a thread of its own, one at a time, with limits of time and memory. */
@Injectable()
export class FileInspector implements BeforeApplicationShutdown {
  private thread: Worker | null = null;
  private readonly waiting: Waiting[] = [];
  private busy: { work: Waiting; late: NodeJS.Timeout } | null = null;

  /** @throws FileRefused with why it is not taken @throws 503 when too many wait */
  async inspect(bytes: Buffer): Promise<Harmless> {
    if (this.waiting.length >= MOST_WAITING) throw new DomainError('BUSY', 503);
    const answer = await new Promise<Inspected>((done, failed) => {
      this.waiting.push({ bytes, done, failed });
      this.next();
    });
    if (!answer.ok) throw new FileRefused(answer.code);
    return { ...answer.file, bytes: Buffer.from(answer.file.bytes) };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.thread?.terminate();
  }

  private next(): void {
    if (this.busy) return;
    const work = this.waiting.shift();
    if (!work) return;
    this.thread ??= this.started();
    const late = setTimeout(() => this.giveUp('TOO_LONG'), TIME_MS);
    this.busy = { work, late };
    this.thread.postMessage(work.bytes);
  }

  private started(): Worker {
    const thread = new Worker(new URL('./inspect-thread.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    thread.on('message', (answer: Inspected) => this.answer(answer));
    thread.on('error', (error: NodeJS.ErrnoException) => this.gone(error));
    // A thread that waits does not keep the program from ending.
    thread.unref();
    return thread;
  }

  /** Out of memory: the thread is gone, the program is not. Anything else is a fault of ours. */
  private gone(error: NodeJS.ErrnoException): void {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return this.giveUp('UNPACKS_TOO_LARGE');
    this.thread = null;
    const work = this.done();
    work?.failed(error);
    this.next();
  }

  private giveUp(code: FileRefused['code']): void {
    const gone = this.thread;
    this.thread = null;
    void gone?.terminate();
    this.answer({ ok: false, code });
  }

  private answer(answer: Inspected): void {
    this.done()?.done(answer);
    this.next();
  }

  private done(): Waiting | null {
    if (!this.busy) return null;
    const { work, late } = this.busy;
    clearTimeout(late);
    this.busy = null;
    return work;
  }
}
