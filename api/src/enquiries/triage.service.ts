import { Injectable } from '@nestjs/common';
import {
  OF_A_CASE,
  offerProblem,
  TAKEN_UP,
  triageProblems,
  type EnquiryView,
  type OfferEnquiry,
  type TriageEnquiry,
} from '@encircle/shared/enquiries';
import { formatDate } from '@encircle/shared/dates';
import { dueDate } from '@encircle/shared/lifecycle';
import { parseEpisodeReference } from '@encircle/shared/reference-numbers';
import type { KeptLevel } from '@encircle/shared/levels';
import type { AccessContext } from '#api/access/access-context.js';
import { DomainError, invalid, stale } from '#api/platform/errors/domain-error.js';
import { tell } from '#api/platform/outbox/tell.js';
import { LevelJudgementsService } from '#api/levels/level-judgements.service.js';
import { ReferralsService } from '#api/safeguarding/referrals.service.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { EnquiriesService } from './enquiries.service.js';
import { moveEnquiry, type EnquiryRow } from './persistence/enquiries.repository.js';
import {
  childOfCase,
  insertOffer,
  insertTriage,
  leadsOf,
  workerOf,
} from './persistence/triage.repository.js';

interface Asked {
  workerId: string;
  agencyId: string;
}

/** What the CAF team decides on an enquiry, and whom it asks to take it up (D5). */
@Injectable()
export class TriageService {
  constructor(
    private readonly enquiries: EnquiriesService,
    private readonly referrals: ReferralsService,
    private readonly timescales: TimescalesService,
    private readonly levels: LevelJudgementsService,
  ) {}

  /** @throws 400 naming each wrong field; 409 STALE when somebody decided or changed it first */
  async decide(ctx: AccessContext, id: string, body: TriageEnquiry): Promise<EnquiryView> {
    const row = await this.enquiries.demand(ctx, id);
    const problems = triageProblems(body, row.kind);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const level = await this.levelOf(ctx, body);
    const asked = TAKEN_UP.includes(body.decision) ? await this.mayAsk(ctx, row, body) : null;
    const about = OF_A_CASE.includes(body.decision) ? await this.caseOf(ctx, row, body.ref ?? '') : null;
    if (row.state !== 'WAITING') throw stale({ stored: { state: row.state, version: row.version } });
    await this.move(ctx, row, body.version);
    const referralId = body.decision === 'SOCIAL_CARE' ? await this.refer(ctx, row, body.why) : null;
    await insertTriage(ctx, id, {
      decision: body.decision,
      why: body.why.trim(),
      told: body.told?.trim() || null,
      about,
      referralId,
      level,
    });
    if (asked) await this.ask(ctx, id, asked);
    await this.tellOf(ctx, row, body, about?.episodeId ?? null);
    await ctx.audit({
      episodeId: about?.episodeId ?? null,
      childIds: about ? [about.childId] : [],
      categories: row.kind === 'SUPPORT' ? ['IDENT', 'NOTES'] : [],
      basis: [`enquiry:${id}`, `decision:${body.decision}`],
      fields: ['decision', 'why', ...(body.told ? ['told'] : []), ...(level ? ['level'] : [])],
    });
    return this.enquiries.one(ctx, id);
  }

  /** Somebody else is asked: the first said no, or did not answer in time. @throws 409 IN_HAND while somebody has it */
  async offer(ctx: AccessContext, id: string, body: OfferEnquiry): Promise<EnquiryView> {
    const row = await this.enquiries.demand(ctx, id);
    const view = await this.enquiries.one(ctx, id);
    if (!view.mayOffer)
      throw new DomainError('IN_HAND', 409, {
        detail: 'Somebody has this in hand, or it is not to be taken up',
      });
    const asked = await this.mayAsk(ctx, row, body);
    await this.move(ctx, row, body.version);
    await this.ask(ctx, id, asked);
    await this.enquiries.audited(ctx, id, row.kind === 'SUPPORT', ['offer']);
    return this.enquiries.one(ctx, id);
  }

  private async move(ctx: AccessContext, { id, state, version }: EnquiryRow, seen: number): Promise<void> {
    if (!(await moveEnquiry(ctx.uow, { id, version: seen, to: 'DECIDED', reason: null })))
      throw stale({ stored: { state, version } });
  }

  /** The words are those of the day, whether anything was ticked or not. @throws 400 naming the field */
  private async levelOf(ctx: AccessContext, { level, levelHelp }: TriageEnquiry): Promise<KeptLevel | null> {
    if (level === undefined) {
      if (levelHelp) throw invalid({ level: ['Choose the level of need, 1 to 4'] });
      return null;
    }
    return this.levels.asSeen(ctx, level, levelHelp ?? null);
  }

  private async mayAsk(ctx: AccessContext, row: EnquiryRow, typed: Partial<Asked>): Promise<Asked> {
    const who = { workerId: typed.workerId ?? '', agencyId: typed.agencyId ?? '' };
    const found = await workerOf(ctx.uow, who);
    const said = { passOn: row.passOn, notTo: row.notToIds, ownAgencyId: row.agencyId };
    const problem = found
      ? offerProblem(said, { id: who.agencyId, isSpecialist: found.isSpecialist })
      : 'Choose a worker from the list';
    if (problem) throw invalid({ workerId: [problem] });
    return who;
  }

  private async ask(ctx: AccessContext, id: string, asked: Asked): Promise<void> {
    const answerBy = dueDate('enquiry.answer.wd', ctx.today, await this.timescales.now(ctx));
    await insertOffer(ctx, id, { ...asked, answerBy });
    await tell(ctx.uow, {
      topic: 'enquiry.offered',
      episodeId: null,
      payload: { enquiryId: id },
      to: [asked.workerId],
    });
  }

  /** The case there is; a slip of a digit would tie a stranger's record to this child. */
  private async caseOf(ctx: AccessContext, row: EnquiryRow, typed: string) {
    const found = await childOfCase(ctx.uow, parseEpisodeReference(typed) ?? '', row);
    if (!found) throw invalid({ ref: ['No record with this reference has a child with this birthday'] });
    return found;
  }

  private async refer(ctx: AccessContext, row: EnquiryRow, why: string): Promise<string> {
    const born = row.dateOfBirth ? `born ${formatDate(row.dateOfBirth)}` : null;
    const due = row.dueDate ? `due ${formatDate(row.dueDate)}` : null;
    const named = [row.childName, born, due, row.postcode, row.setting].filter(Boolean).join(', ');
    const sent = await this.referrals.raise(ctx, {
      ...(named ? { childNamed: named.slice(0, 300) } : {}),
      facts: [row.whatFor, why.trim()].join('\n\n'),
    });
    return sent.id;
  }

  private async tellOf(
    ctx: AccessContext,
    row: EnquiryRow,
    { decision }: TriageEnquiry,
    episodeId: string | null,
  ): Promise<void> {
    const { id } = row;
    await tell(ctx.uow, {
      topic: 'enquiry.decided',
      episodeId: null,
      payload: { enquiryId: id },
      to: [row.authorId],
    });
    if (decision !== 'PANEL' || episodeId === null) return;
    const to = await leadsOf(ctx.uow, episodeId);
    await tell(ctx.uow, { topic: 'enquiry.panel', episodeId, payload: { episodeId }, to });
  }
}
