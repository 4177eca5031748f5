import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#api/platform/errors/domain-error.js';
import { ReportLinksStore } from './persistence/report-links.store.js';

/** Links that open nothing cost this many tries an hour; then the wait doubles from one second. */
const FREE_GUESSES = 20;

/** Guessing at links, of whichever kind, costs whoever guesses a wait. */
@Injectable()
export class LinkPatience {
  constructor(private readonly store: ReportLinksStore) {}

  /** @throws 429 while this caller has to wait @returns what a guess of theirs is counted under */
  async demand(from: string): Promise<Buffer> {
    const origin = createHash('sha256').update(`report-link ${from}`).digest();
    const wait = await this.store.wait(origin);
    if (wait > 0) throw new DomainError('LINK_WAIT', 429, { data: { seconds: Math.ceil(wait) } });
    return origin;
  }

  /** The answer of a page that is not there. */
  async nothing(origin: Buffer): Promise<DomainError> {
    await this.store.guessed(origin, FREE_GUESSES);
    return notFound();
  }
}
