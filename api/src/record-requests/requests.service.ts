import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isCivilDate } from '@encircle/shared/dates';
import { DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type { EpisodeFacts } from '@encircle/shared/policy';
import {
  requestDue,
  type ChangeRecordRequest,
  type OpenRecordRequest,
  type RecordRequestView,
  type RequestRegister,
} from '@encircle/shared/record-requests';
import type { RequestRow } from './domain/request-row.js';
import { cardOf, childDecides, viewOf } from './domain/request-view.js';
import {
  episodeOf,
  insertRequest,
  namesOf,
  requestById,
  requests,
  takeTask,
  updateRequest,
  type RequestChange,
} from './persistence/requests.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { cursorOf } from '#api/platform/http/cursor.js';

/** A request somebody works on, with the facts of its case. */
export interface OpenedRequest {
  row: RequestRow;
  facts: EpisodeFacts;
}

/** The register of requests for records (rule 6.11): who asks, what was proven, by when it is answered. */
@Injectable()
export class RequestsService {
  constructor(private readonly access: AccessService) {}

  async register(ctx: AccessContext, query: PageQuery): Promise<RequestRegister> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await requests(ctx, cursorOf(query.after), limit + 1);
    const page = rows.slice(0, limit);
    await ctx.audit({
      channel: 'list',
      childIds: [...new Set(page.map(({ childId }) => childId))],
      basis: [`role:${ctx.who.role}`],
      count: page.length,
    });
    const last = page.at(-1);
    return {
      items: page.map((row) => cardOf(row, ctx.today)),
      next: rows.length > limit && last ? encodeCursor([last.createdKey, last.id]) : null,
    };
  }

  async open(ctx: AccessContext, body: OpenRecordRequest): Promise<RecordRequestView> {
    const episodeId = await episodeOf(ctx, body.ref.toUpperCase());
    if (episodeId === null) throw invalid({ ref: ['No case has this reference'] });
    if (!isCivilDate(body.receivedOn) || body.receivedOn > ctx.today)
      throw invalid({ receivedOn: ['Enter the day the request came, not later than today'] });
    const facts = await this.access.facts(ctx, episodeId);
    const children = facts.subjects.map(({ personId }) => personId);
    const childId = body.childId ?? children[0] ?? '';
    if (!children.includes(childId)) throw invalid({ childId: ['Choose a child of this case'] });
    demandOfFamily(facts, childId, body.capacity, body.forPersonId);
    await takeTask(ctx, episodeId, childId);
    const reference = `RR-${randomBytes(4).toString('hex').toUpperCase()}`;
    const id = await insertRequest(ctx, { reference, episodeId, childId }, body);
    await this.wroteDown(ctx, { episodeId, childId, reference }, 'record-request.opened', [
      'requester',
      'capacity',
    ]);
    return this.again(ctx, id);
  }

  async view(ctx: AccessContext, id: string): Promise<RecordRequestView> {
    const found = await requestById(ctx, id);
    // What became of a request stays in the register; the words of the record went with the task.
    const over = found !== null && (found.status === 'SENT' || found.status === 'REFUSED');
    const { row, facts } = over
      ? { row: found, facts: await this.access.facts(ctx, found.episodeId) }
      : await this.opened(ctx, id);
    await this.wroteDown(ctx, row, 'record-request.viewed', []);
    return this.shaped(ctx, row, facts);
  }

  /** Another officer takes it up, to check it. */
  async take(ctx: AccessContext, id: string): Promise<RecordRequestView> {
    const row = await requestById(ctx, id);
    if (!row) throw notFound();
    if (row.status === 'SENT' || row.status === 'REFUSED') throw new DomainError('NOT_NOW', 409);
    await takeTask(ctx, row.episodeId, row.childId);
    await this.wroteDown(ctx, row, 'record-request.taken', []);
    return this.again(ctx, id);
  }

  async change(ctx: AccessContext, id: string, body: ChangeRecordRequest): Promise<RecordRequestView> {
    const { row, facts } = await this.opened(ctx, id);
    if (row.status !== 'WAITING' && row.status !== 'OPEN') throw new DomainError('NOT_NOW', 409);
    const change = this.changeOf(ctx, row, facts, body);
    await this.save(ctx, row, body.version, change, body);
    await this.wroteDown(ctx, row, 'record-request.changed', Object.keys(change));
    return this.again(ctx, id);
  }

  /** @throws 404 as for a random id, 403 for an officer who has not taken it up */
  async opened(ctx: AccessContext, id: string): Promise<OpenedRequest> {
    const row = await requestById(ctx, id);
    if (!row) throw notFound();
    if (!row.mine) throw forbidden('TAKE_IT_UP');
    return { row, facts: await this.access.facts(ctx, row.episodeId) };
  }

  async again(ctx: AccessContext, id: string): Promise<RecordRequestView> {
    const { row, facts } = await this.opened(ctx, id);
    return this.shaped(ctx, row, facts);
  }

  async save(
    ctx: AccessContext,
    row: RequestRow,
    version: number,
    change: RequestChange,
    sent: object,
  ): Promise<void> {
    if (!(await updateRequest(ctx, row.id, version, change)))
      throw stale({ current: cardOf(row, ctx.today), yours: sent });
  }

  wroteDown(
    ctx: AccessContext,
    { episodeId, childId, reference }: Pick<RequestRow, 'episodeId' | 'childId' | 'reference'>,
    action: string,
    fields: string[],
    more: { categories?: string[]; count?: number; channel?: 'list' | 'pdf' } = {},
  ): Promise<void> {
    return ctx.audit({
      action,
      episodeId,
      childIds: [childId],
      basis: [reference, `role:${ctx.who.role}`],
      fields,
      ...more,
    });
  }

  private async shaped(ctx: AccessContext, row: RequestRow, facts: EpisodeFacts): Promise<RecordRequestView> {
    const family = await namesOf(ctx, familyOf(facts, row.childId));
    return viewOf(row, { today: ctx.today, me: ctx.userId, decides: childDecides(facts, row, ctx), family });
  }

  private changeOf(
    ctx: AccessContext,
    row: RequestRow,
    facts: EpisodeFacts,
    { forPersonId, identity, extension, childSaid }: ChangeRecordRequest,
  ): RequestChange {
    const change: RequestChange = {};
    if (forPersonId !== undefined) {
      demandOfFamily(facts, row.childId, row.capacity, forPersonId);
      change.forPersonId = forPersonId;
    }
    if (identity) {
      const day = identity.provenOn;
      if (!isCivilDate(day) || day < row.receivedOn || day > ctx.today)
        throw invalid({ 'identity.provenOn': ['Enter a day from when it came until today'] });
      Object.assign(change, { identityProvenOn: day, identityHow: identity.how, status: 'OPEN' });
    }
    if (extension) {
      if (row.dueOn === null || row.dueOn < ctx.today)
        throw invalid({ 'extension.months': ['More time can be taken while the first month runs'] });
      Object.assign(change, { extendedBy: extension.months, extensionReason: extension.reason });
    }
    if (childSaid) {
      if (!childDecides(facts, row, ctx) && childSaid.answer === 'SAYS_NO')
        throw invalid({ 'childSaid.answer': ['Record first that the child can decide about this'] });
      Object.assign(change, { childAnswer: childSaid.answer, childWords: childSaid.words });
    }
    if (identity || extension)
      change.dueOn = requestDue(
        identity?.provenOn ?? row.identityProvenOn,
        extension?.months ?? row.extendedBy,
      );
    if (Object.keys(change).length === 0) throw invalid({ identity: ['Send what has changed'] });
    return change;
  }
}

const familyOf = (facts: EpisodeFacts, childId: string): string[] => [
  childId,
  ...facts.relatives.filter((tie) => tie.childId === childId).map(({ personId }) => personId),
];

function demandOfFamily(
  facts: EpisodeFacts,
  childId: string,
  capacity: string,
  personId: string | undefined,
): void {
  if (personId === undefined) return;
  if (capacity === 'COURT') throw invalid({ forPersonId: ['A court asks in its own right'] });
  if (!familyOf(facts, childId).includes(personId))
    throw invalid({ forPersonId: ['Choose somebody of this family'] });
}
