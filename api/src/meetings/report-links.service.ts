import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { REPORT_QUESTIONS, type ReportLinkView, type SendReport } from '@encircle/shared/meetings';
import { DomainError, invalid, notFound } from '#api/platform/errors/domain-error.js';
import { hashOfToken } from './report-token.js';
import { ReportLinksStore } from './persistence/report-links.store.js';

/** Links that open nothing cost this many tries an hour; then the wait doubles from one second. */
const FREE_GUESSES = 20;

/**
 * The other end of a report link. Nobody is signed in: the secret opens one question, once, and nothing else. Unknown,
 * malformed, used, expired, taken back and no longer agreed to are one answer, that of a page that is not there.
 */
@Injectable()
export class ReportLinksService {
  constructor(private readonly store: ReportLinksStore) {}

  async open(token: string, from: string, requestId: string): Promise<ReportLinkView> {
    const origin = await this.demandPatience(from);
    const found = await this.store.open(hashOfToken(token), requestId);
    if (found === null) throw await this.nothing(origin);
    return found;
  }

  async send(body: SendReport, from: string, requestId: string): Promise<void> {
    const said = (question: (typeof REPORT_QUESTIONS)[number]): string | null =>
      body[question]?.trim() || null;
    if (REPORT_QUESTIONS.every((question) => said(question) === null))
      throw invalid({ goingWell: ['Answer at least one of the three questions'] });
    const origin = await this.demandPatience(from);
    const written = {
      goingWell: said('goingWell'),
      worries: said('worries'),
      nextSteps: said('nextSteps'),
    };
    if (!(await this.store.send(hashOfToken(body.token), written, requestId)))
      throw await this.nothing(origin);
  }

  private async demandPatience(from: string): Promise<Buffer> {
    const origin = createHash('sha256').update(`report-link ${from}`).digest();
    const wait = await this.store.wait(origin);
    if (wait > 0) throw new DomainError('LINK_WAIT', 429, { data: { seconds: Math.ceil(wait) } });
    return origin;
  }

  private async nothing(origin: Buffer): Promise<DomainError> {
    await this.store.guessed(origin, FREE_GUESSES);
    return notFound();
  }
}
