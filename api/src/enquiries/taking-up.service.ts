import { Injectable } from '@nestjs/common';
import {
  childOf,
  type AnswerOffer,
  type EnquiryView,
  type OfferView,
  type StartFromEnquiry,
} from '@encircle/shared/enquiries';
import type { AccessContext } from '#api/access/access-context.js';
import { EpisodesService } from '#api/episodes/episodes.service.js';
import { ChildrenService } from '#api/people/children.service.js';
import { FindService } from '#api/people/find.service.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { tell } from '#api/platform/outbox/tell.js';
import { EnquiriesService } from './enquiries.service.js';
import { startedFrom, type EnquiryRow } from './persistence/enquiries.repository.js';
import { answerOffer, deciderOf, offerById } from './persistence/triage.repository.js';

/** Whoever is asked takes an enquiry up or says why not, and support starts from what was asked. */
@Injectable()
export class TakingUpService {
  constructor(
    private readonly enquiries: EnquiriesService,
    private readonly finding: FindService,
    private readonly children: ChildrenService,
    private readonly episodes: EpisodesService,
  ) {}

  /** @throws 409 STALE when it was answered, or taken back, in between */
  async answer(ctx: AccessContext, offerId: string, body: AnswerOffer): Promise<OfferView> {
    const offer = await offerById(ctx.uow, offerId);
    if (!offer) throw notFound();
    const row = await this.enquiries.demand(ctx, offer.enquiryId);
    const reason = body.reason?.trim() || null;
    const status = body.answer === 'ACCEPT' ? 'ACCEPTED' : 'DECLINED';
    if (status === 'DECLINED' && reason === null)
      throw invalid({ reason: ['Say why not: the CAF team asks somebody else'] });
    const kept = status === 'DECLINED' ? reason : null;
    const to = await deciderOf(ctx.uow, row.id);
    if (!(await answerOffer(ctx.uow, { id: offerId, version: body.version, status, reason: kept })))
      throw stale({ stored: { state: offer.state, version: offer.version } });
    const payload = { enquiryId: row.id };
    await tell(ctx.uow, { topic: 'enquiry.answered', episodeId: null, payload, to });
    if (status === 'ACCEPTED' && row.mayHear)
      await tell(ctx.uow, { topic: 'enquiry.decided', episodeId: null, payload, to: [row.authorId] });
    await this.enquiries.audited(ctx, row.id, true, ['offer']);
    const answered = await offerById(ctx.uow, offerId);
    if (!answered) throw notFound();
    return answered;
  }

  /**
   * Search before create, with what the enquirer wrote: a case there is, is joined and not doubled.
   * @throws 403 for whoever did not take it up; 409 EPISODE_OPEN; 409 STALE
   */
  async start(
    ctx: AccessContext,
    id: string,
    body: StartFromEnquiry,
    purpose: string | undefined,
  ): Promise<EnquiryView> {
    const row = await this.enquiries.demand(ctx, id);
    if (!(await this.enquiries.one(ctx, id)).mayStart) throw forbidden('NOT_YOURS_TO_START');
    if (row.version !== body.version) throw stale({ stored: { version: row.version } });
    const childId = body.childId ?? (await this.newChild(ctx, row, purpose));
    const [mainIssue = 'OTHER'] = row.issues;
    const { id: episodeId } = await this.episodes.start(ctx, {
      type: 'CHILD',
      childIds: [childId],
      source: row.source,
      issues: row.issues,
      mainIssue,
      worry: row.whatFor,
      familyAware: row.familyKnows === true,
    });
    if (!(await startedFrom(ctx.uow, { id, version: body.version, episodeId, childId }))) throw stale();
    await ctx.audit({
      action: 'enquiry.started',
      episodeId,
      childIds: [childId],
      categories: ['IDENT', 'NOTES'],
      basis: [`enquiry:${id}`],
    });
    return this.enquiries.one(ctx, id);
  }

  private async newChild(ctx: AccessContext, row: EnquiryRow, purpose: string | undefined): Promise<string> {
    if (row.isUnborn)
      throw invalid({
        childId: ['Add the baby with the mother first, then start support for her from here'],
      });
    const said = {
      isUnborn: false,
      noSurname: row.noSurname,
      noFixedAddress: row.noFixedAddress,
      ...(row.givenNames ? { givenNames: row.givenNames } : {}),
      ...(row.familyName ? { familyName: row.familyName } : {}),
      ...(row.dateOfBirth ? { dateOfBirth: row.dateOfBirth } : {}),
      ...(row.postcode ? { postcode: row.postcode } : {}),
      ...(row.sex ? { sex: row.sex } : {}),
    };
    const { told } = await this.finding.matched(
      ctx,
      {
        name: row.childName ?? '',
        ...(row.dateOfBirth ? { dateOfBirth: row.dateOfBirth } : {}),
        ...(row.postcode ? { postcode: row.postcode } : {}),
        ...(row.sex ? { sex: row.sex } : {}),
      },
      purpose,
    );
    if (told.length > 0)
      throw new DomainError('EPISODE_OPEN', 409, {
        detail: 'A CAF record may exist for this child: ask to join it, or ring the CAF team',
      });
    return (await this.children.add(ctx, childOf(said))).id;
  }
}
