import { Injectable } from '@nestjs/common';
import {
  enquiryProblems,
  TAKEN_UP,
  type EnquiryLine,
  type EnquiryList,
  type EnquiryView,
  type MakeEnquiry,
  type WithdrawEnquiry,
} from '@encircle/shared/enquiries';
import { dueDate } from '@encircle/shared/lifecycle';
import { DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type { AccessContext } from '#api/access/access-context.js';
import { DraftsService } from '#api/assessments/drafts.service.js';
import { FindService } from '#api/people/find.service.js';
import { forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { cursorOf } from '#api/platform/http/cursor.js';
import { LevelJudgementsService } from '#api/levels/level-judgements.service.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import {
  enquiryById,
  insertEnquiry,
  knownAgencies,
  moveEnquiry,
  offeredEnquiries,
  ownEnquiries,
  waitingEnquiries,
  type EnquiryRow,
} from './persistence/enquiries.repository.js';
import { offersOf, triageOf } from './persistence/triage.repository.js';

type Pages = (
  ctx: AccessContext,
  after: readonly [string, string] | null,
  limit: number,
) => Promise<EnquiryRow[]>;

/** Asking for support before there is a case (D1): by a worker of any service, or by the CAF team for whoever rings. */
@Injectable()
export class EnquiriesService {
  constructor(
    private readonly finding: FindService,
    private readonly timescales: TimescalesService,
    private readonly drafts: DraftsService,
    private readonly levels: LevelJudgementsService,
  ) {}

  /**
   * A child is named after a search and with the family's yes only; advice names nobody.
   * @throws 400 naming each wrong field; 409 SEARCH_FIRST
   */
  async make(ctx: AccessContext, body: MakeEnquiry): Promise<EnquiryView> {
    const problems = enquiryProblems(body, ctx.today, ctx.who.role === 'CAFC');
    const notTo = body.notTo ?? [];
    if (notTo.length > 0 && (await knownAgencies(ctx.uow, notTo)) !== notTo.length)
      problems['notTo'] = ['Choose the services from the list'];
    if (Object.keys(problems).length > 0) throw invalid(problems);
    if (body.kind === 'SUPPORT') await this.finding.demandSearch(ctx);
    const decideBy = dueDate('enquiry.decision.wd', ctx.today, await this.timescales.now(ctx));
    const id = await insertEnquiry(ctx, body, decideBy);
    await this.drafts.submitted(ctx, 'enquiry', ctx.userId, 'enquiry', null);
    await this.audited(ctx, id, body.kind === 'SUPPORT', ['whatFor']);
    return this.one(ctx, id);
  }

  own(ctx: AccessContext, query: PageQuery): Promise<EnquiryList> {
    return this.page(ctx, query, ownEnquiries);
  }

  /** The CAF team's queue, oldest first. */
  queue(ctx: AccessContext, query: PageQuery): Promise<EnquiryList> {
    return this.page(ctx, query, waitingEnquiries);
  }

  /** Asked of the reader, or taken up by them and not started yet. */
  offered(ctx: AccessContext, query: PageQuery): Promise<EnquiryList> {
    return this.page(ctx, query, offeredEnquiries);
  }

  async view(ctx: AccessContext, id: string): Promise<EnquiryView> {
    const view = await this.one(ctx, id);
    await this.audited(ctx, id, view.kind === 'SUPPORT', []);
    return view;
  }

  /** @throws 409 STALE when it was changed in between; 409 when support has started */
  async withdraw(ctx: AccessContext, id: string, body: WithdrawEnquiry): Promise<EnquiryView> {
    const stored = await this.demand(ctx, id);
    if (!mayWithdraw(ctx, stored)) throw forbidden('NOT_YOURS_TO_WITHDRAW');
    const done = await moveEnquiry(ctx.uow, {
      id,
      version: body.version,
      to: 'WITHDRAWN',
      reason: body.reason.trim(),
    });
    if (!done) throw stale({ stored: lineOf(stored) });
    await this.audited(ctx, id, stored.kind === 'SUPPORT', ['status']);
    return this.one(ctx, id);
  }

  /** @throws 404 for an enquiry this actor may not read */
  async demand(ctx: AccessContext, id: string): Promise<EnquiryRow> {
    const row = await enquiryById(ctx, id);
    if (!row) throw notFound();
    return row;
  }

  async one(ctx: AccessContext, id: string): Promise<EnquiryView> {
    const row = await this.demand(ctx, id);
    const [decided, offers] = [await triageOf(ctx.uow, id), await offersOf(ctx.uow, id)];
    const [level = null] = await this.levels.shown(ctx, decided?.level ? [decided.level] : []);
    const triage = decided && { ...decided, level };
    const decides = ctx.who.role === 'CAFC';
    const taken = offers.find(({ state }) => state === 'ACCEPTED');
    const asked = offers.find(({ state }) => state === 'OFFERED');
    const waits = asked !== undefined && asked.answerBy >= ctx.today;
    return {
      ...shownOf(row),
      triage,
      offers,
      mayWithdraw: mayWithdraw(ctx, row),
      mayDecide: decides && row.state === 'WAITING',
      mayOffer: decides && triage !== null && TAKEN_UP.includes(triage.decision) && !taken && !waits,
      mayStart: row.episodeId === null && taken?.mine === true,
    };
  }

  /** Kinds and counts only: whose child it is has no record yet. */
  audited(ctx: AccessContext, id: string, named: boolean, fields: readonly string[]): Promise<void> {
    return ctx.audit({
      categories: named ? ['IDENT', 'NOTES'] : [],
      basis: [`enquiry:${id}`],
      fields,
    });
  }

  private async page(ctx: AccessContext, query: PageQuery, rowsOf: Pages): Promise<EnquiryList> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await rowsOf(ctx, cursorOf(query.after), limit + 1);
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    await ctx.audit({ categories: ['IDENT'], count: items.length, channel: 'list' });
    return { items: items.map(lineOf), next: last ? encodeCursor([last.madeAt, last.id]) : null };
  }
}

/** Ids that only the steps need stay here. */
const shownOf = ({ authorId: _, agencyId: __, notToIds: ___, noSurname: ____, ...shown }: EnquiryRow) =>
  shown;

const mayWithdraw = (ctx: AccessContext, row: EnquiryRow): boolean =>
  row.authorId === ctx.userId && row.state !== 'WITHDRAWN' && row.episodeId === null;

function lineOf(row: EnquiryRow): EnquiryLine {
  const { id, version, kind, state, madeAt, madeBy, agency, childName, issues, dueOn, overdue, heard } = row;
  return { id, version, kind, state, madeAt, madeBy, agency, childName, issues, dueOn, overdue, heard };
}
