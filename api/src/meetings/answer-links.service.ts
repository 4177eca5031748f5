import { Injectable } from '@nestjs/common';
import type { AnswerByLink, AnswerLinkView } from '@encircle/shared/meetings';
import { invalid } from '#api/platform/errors/domain-error.js';
import { LinkPatience } from './link-patience.js';
import { ReportLinksStore } from './persistence/report-links.store.js';
import { hashOfToken } from './report-token.js';

/** The other end of a link to answer by: nobody is signed in, and all that does not open is a page that is not there. */
@Injectable()
export class AnswerLinksService {
  constructor(
    private readonly store: ReportLinksStore,
    private readonly patience: LinkPatience,
  ) {}

  async open(token: string, from: string, requestId: string): Promise<AnswerLinkView> {
    const origin = await this.patience.demand(from);
    const found = await this.store.openAnswer(hashOfToken(token), requestId);
    if (found === null) throw await this.patience.nothing(origin);
    return found;
  }

  async answer(body: AnswerByLink, from: string, requestId: string): Promise<AnswerLinkView> {
    const deputy = body.deputyName?.trim() || null;
    if (body.answer === 'DEPUTY' && deputy === null)
      throw invalid({ deputyName: ['Enter the name of whoever comes instead'] });
    if (body.answer !== 'DEPUTY' && deputy !== null)
      throw invalid({ deputyName: ['A deputy is named only when a deputy comes'] });
    const origin = await this.patience.demand(from);
    const said = await this.store.answer(hashOfToken(body.token), body.answer, deputy, requestId);
    if (said === 'FAMILY') throw invalid({ answer: ['Say whether you are coming, for all or part, or not'] });
    if (said === null) throw await this.patience.nothing(origin);
    return this.open(body.token, from, requestId);
  }
}
