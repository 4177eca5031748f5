import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DEFAULT_LIMIT, decodeCursor, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import {
  holds,
  shownOf,
  suggestFor,
  type CheckRecordRequest,
  type DecideLine,
  type DecideRecordRequest,
  type PackLine,
  type PackPage,
  type ReaderAnswer,
  type RecordRequestView,
  type SendRecordRequest,
} from '@encircle/shared/record-requests';
import type { RequestRow } from './domain/request-row.js';
import { childDecides } from './domain/request-view.js';
import {
  countsOf,
  decideLine,
  insertLines,
  itemsOf,
  lineById,
  linesOf,
  locatingWords,
  MOST_LINES,
  type FoundItem,
  type LineRow,
  type NewLine,
} from './persistence/lines.repository.js';
import { endTasks } from './persistence/requests.repository.js';
import { RequestsService, type OpenedRequest } from './requests.service.js';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import type { Asker } from '#api/access/asker.js';
import { familyAsker } from '#api/access/family-asker.js';
import { askedOf, readable } from '#api/access/labelled.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';

/** The pack: decided for its reader line by line, looked at by a second person, and sent with proof (rule 6.11). */
@Injectable()
export class PackService {
  constructor(
    private readonly access: AccessService,
    private readonly requests: RequestsService,
  ) {}

  async decide(ctx: AccessContext, id: string, body: DecideRecordRequest): Promise<RecordRequestView> {
    const opened = await this.requests.opened(ctx, id);
    return body.decision === 'REFUSE' ? this.refuse(ctx, opened, body) : this.goOn(ctx, opened, body);
  }

  async lines(ctx: AccessContext, id: string, query: PageQuery): Promise<PackPage> {
    const { row } = await this.requests.opened(ctx, id);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await linesOf(ctx, id, placeAfter(query.after), limit + 1);
    const page = rows.slice(0, limit);
    await this.requests.wroteDown(ctx, row, 'record-request.pack-viewed', [], {
      categories: [...new Set(page.map(({ category }) => category))].sort(),
      channel: 'list',
      count: page.length,
    });
    const last = page.at(-1);
    return {
      items: page.map((line) => lineView(line, row)),
      next: rows.length > limit && last ? encodeCursor([String(last.position)]) : null,
      ...(await countsOf(ctx, id)),
    };
  }

  async line(ctx: AccessContext, id: string, lineId: string, body: DecideLine): Promise<PackLine> {
    const { row } = await this.requests.opened(ctx, id);
    const found = await lineById(ctx, id, lineId);
    if (!found) throw notFound();
    if (row.status !== 'PACKED') throw new DomainError('NOT_NOW', 409);
    if (found.locked) throw forbidden('LINE_IS_LOCKED');
    const problems = lineProblems(found, body);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    if (!(await decideLine(ctx, lineId, body))) throw stale({ current: lineView(found, row), yours: body });
    await this.requests.wroteDown(ctx, row, 'record-request.line-decided', ['decision', 'ground'], {
      categories: [found.category],
    });
    const now = await lineById(ctx, id, lineId);
    if (!now) throw notFound();
    return lineView(now, row);
  }

  async check(ctx: AccessContext, id: string, body: CheckRecordRequest): Promise<RecordRequestView> {
    const { row } = await this.requests.opened(ctx, id);
    if (row.status !== 'PACKED') throw new DomainError('NOT_NOW', 409);
    if (row.packedById === ctx.userId) throw forbidden('SECOND_PERSON');
    const digest = digestOf(row, await linesOf(ctx, id));
    await this.requests.save(
      ctx,
      row,
      body.version,
      { status: 'CHECKED', checkedById: ctx.userId, digest },
      body,
    );
    await this.requests.wroteDown(ctx, row, 'record-request.checked', ['digest']);
    return this.requests.again(ctx, id);
  }

  async send(ctx: AccessContext, id: string, body: SendRecordRequest): Promise<RecordRequestView> {
    const { row, facts } = await this.requests.opened(ctx, id);
    if (row.status !== 'CHECKED') throw new DomainError('NOT_NOW', 409);
    // What was checked goes out, or nothing does.
    if (row.digest !== digestOf(row, await linesOf(ctx, id))) throw new DomainError('NOT_NOW', 409);
    const change = { status: 'SENT', sentOn: ctx.today, sentHow: body.how, proof: body.proof };
    await this.requests.save(ctx, row, body.version, change, body);
    await this.requests.wroteDown(ctx, row, 'record-request.sent', ['sentHow', 'proof']);
    return this.ended(ctx, { row, facts });
  }

  /** What goes out, and nothing else: no line that does not, no word that was taken out. */
  async document(ctx: AccessContext, id: string): Promise<{ row: RequestRow; lines: PackLine[] }> {
    const { row } = await this.requests.opened(ctx, id);
    if (row.status !== 'PACKED' && row.status !== 'CHECKED') throw new DomainError('NOT_NOW', 409);
    const lines = await linesOf(ctx, id);
    await this.requests.wroteDown(ctx, row, 'record-request.printed', [], {
      categories: [...new Set(lines.map(({ category }) => category))].sort(),
      channel: 'pdf',
    });
    return { row, lines: lines.map((line) => lineView(line, row)) };
  }

  private async refuse(
    ctx: AccessContext,
    opened: OpenedRequest,
    body: DecideRecordRequest,
  ): Promise<RecordRequestView> {
    const { row, facts } = opened;
    if (row.status !== 'WAITING' && row.status !== 'OPEN') throw new DomainError('NOT_NOW', 409);
    if (body.ground === undefined) throw invalid({ ground: ['Choose why it is refused'] });
    if (body.ground === 'CHILD_DECIDES' && !(childDecides(facts, row, ctx) && row.childAnswer === 'SAYS_NO'))
      throw invalid({ ground: ['Only when a child who decides has said no, and that is written down'] });
    const change = { status: 'REFUSED', refusalGround: body.ground, reason: body.reason };
    await this.requests.save(ctx, row, body.version, change, body);
    await this.requests.wroteDown(ctx, row, 'record-request.refused', ['refusalGround']);
    return this.ended(ctx, opened);
  }

  private async goOn(
    ctx: AccessContext,
    { row, facts }: OpenedRequest,
    body: DecideRecordRequest,
  ): Promise<RecordRequestView> {
    if (row.status !== 'OPEN')
      throw new DomainError(row.status === 'WAITING' ? 'NOT_PROVEN' : 'NOT_NOW', 409);
    if (row.forPersonId === null && row.capacity !== 'COURT') throw new DomainError('WHOSE_RIGHT', 422);
    if (childDecides(facts, row, ctx) && row.childAnswer !== 'AGREES')
      throw new DomainError('CHILD_DECIDES', 422);
    const reader = row.forPersonId === null ? null : familyAsker(ctx, facts, row.forPersonId);
    const located = isLocated(ctx, facts, row);
    const always = located ? await locatingWords(ctx, row.episodeId, row.childId) : [];
    const officer: Asker = {
      who: { ...ctx.who, purpose: 'SUBJECT', reason: row.reference },
      actor: ctx.actor,
      now: ctx.now,
      today: ctx.today,
    };
    const found = await itemsOf(ctx, row.episodeId, row.childId);
    if (found.length > MOST_LINES) throw new DomainError('TOO_LONG', 422);
    const items = readable(this.access, officer, facts, found);
    const answers = items.map((item) => this.answerFor(reader, facts, item));
    await insertLines(
      ctx,
      row.id,
      items.map((item, n) => lineOf(row, item, n + 1, answers[n] ?? 'DENY_HIDE', located)),
    );
    const change = { status: 'PACKED', reason: body.reason, packedById: ctx.userId, located, always };
    await this.requests.save(ctx, row, body.version, change, body);
    await this.requests.wroteDown(ctx, row, 'record-request.packed', [], {
      categories: [...new Set(items.map(({ category }) => category))].sort(),
      count: items.length,
    });
    return this.requests.again(ctx, row.id);
  }

  private answerFor(reader: Asker | null, facts: OpenedRequest['facts'], item: FoundItem): ReaderAnswer {
    if (reader === null) return 'DENY_HIDE';
    const locating = item.source === 'ADDRESS' || item.source === 'SETTING';
    return this.access.decide(reader, facts, 'read', { ...askedOf(item), locating }).effect;
  }

  private async ended(ctx: AccessContext, { row }: OpenedRequest): Promise<RecordRequestView> {
    const view = await this.requests.again(ctx, row.id);
    await endTasks(ctx, row);
    return view;
  }
}

/** A live shield of the child, or an order that keeps this reader from the child: where they are is not told. */
function isLocated(ctx: AccessContext, facts: OpenedRequest['facts'], row: RequestRow): boolean {
  const live = (each: { from: string; to: string | null }): boolean =>
    each.from <= ctx.now && (each.to === null || ctx.now < each.to);
  const shielded = facts.shields.some(
    (shield) =>
      live(shield) && !(row.forPersonId !== null && shield.protectedPersonIds.includes(row.forPersonId)),
  );
  return (
    shielded ||
    facts.courtOrders.some(
      (order) => order.effect === 'RESTRICT' && order.recipientId === row.forPersonId && live(order),
    )
  );
}

function lineOf(
  row: RequestRow,
  item: FoundItem,
  position: number,
  answer: ReaderAnswer,
  located: boolean,
): NewLine {
  const { source, sourceId, day, category, by, text } = item;
  const suggested = suggestFor(row.kind, { source, category, answer }, located);
  return { position, source, sourceId, day, category, by: located ? null : by, text, ...suggested };
}

function lineView(line: LineRow, row: RequestRow): PackLine {
  const { id, version, source, day, category, by, text, decision, ground, passages, note, locked } = line;
  const shown = shownOf(line, row.always);
  return { id, version, source, day, category, by, text, shown, decision, ground, passages, note, locked };
}

const digestOf = (row: RequestRow, lines: readonly LineRow[]): string =>
  createHash('sha256')
    .update(JSON.stringify(lines.map((line) => [line.source, line.day, line.by, shownOf(line, row.always)])))
    .digest('hex');

function lineProblems(line: LineRow, body: DecideLine): Record<string, string[]> {
  if (body.decision === 'INCLUDE')
    return line.ground !== null && !body.note
      ? { note: ['Write why it may go out: who agreed, or why it is reasonable'] }
      : {};
  const problems: Record<string, string[]> = {};
  if (body.ground === undefined) problems['ground'] = ['Choose the ground'];
  const passages = body.passages ?? [];
  if (body.decision === 'PART' && passages.length === 0)
    problems['passages'] = ['Name the words to take out'];
  const missing = passages.find((passage) => !holds(line.text, passage));
  if (missing !== undefined) problems['passages'] = [`“${missing}” does not stand in this line`];
  return problems;
}

function placeAfter(after: string | undefined): number {
  if (after === undefined) return 0;
  const [position] = decodeCursor(after, 1) ?? [];
  if (typeof position !== 'string' || !/^\d{1,6}$/.test(position))
    throw invalid({ after: ['Start the list again from its first page'] });
  return Number(position);
}
