import { Injectable } from '@nestjs/common';
import type { ReportLinkView, SendReport } from '@encircle/shared/meetings';
import { reportWords } from './domain/report-words.js';
import { LinkPatience } from './link-patience.js';
import { hashOfToken } from './report-token.js';
import { ReportLinksStore } from './persistence/report-links.store.js';

/**
 * The other end of a report link. Nobody is signed in: the secret opens one question, once, and nothing else. Unknown,
 * malformed, used, expired, taken back and no longer agreed to are one answer, that of a page that is not there.
 */
@Injectable()
export class ReportLinksService {
  constructor(
    private readonly store: ReportLinksStore,
    private readonly patience: LinkPatience,
  ) {}

  async open(token: string, from: string, requestId: string): Promise<ReportLinkView> {
    const origin = await this.patience.demand(from);
    const found = await this.store.open(hashOfToken(token), requestId);
    if (found === null) throw await this.patience.nothing(origin);
    return found;
  }

  async send(body: SendReport, from: string, requestId: string): Promise<void> {
    const written = reportWords(body);
    const origin = await this.patience.demand(from);
    if (!(await this.store.send(hashOfToken(body.token), written, requestId)))
      throw await this.patience.nothing(origin);
  }
}
