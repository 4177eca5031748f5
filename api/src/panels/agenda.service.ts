import { Injectable } from '@nestjs/common';
import { compareDates } from '@encircle/shared/dates';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import {
  lightOf,
  timeAfter,
  type AgendaView,
  type ChangePanelItem,
  type PackLight,
  type PanelDayView,
  type PanelItemView,
  type TakeOffAgenda,
} from '@encircle/shared/panels';
import type { Category, EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { readable } from '#api/access/labelled.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';
import { tell } from '#api/platform/outbox/tell.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { asMember } from './domain/as-member.js';
import { PanelDaysService } from './panel-days.service.js';
import { wordsOfCase, type CaseWords } from './persistence/words.repository.js';
import { membersOf } from './persistence/days.repository.js';
import {
  itemById,
  itemsOf,
  placeItem,
  sendPapers,
  takeOff,
  type ItemRow,
} from './persistence/items.repository.js';

/** What a pack is made of (rule 2.3): no minutes, no notes, nothing of specialist services. */
export const PACK_KINDS: readonly Category[] = [
  'IDENT',
  'INVOLVE',
  'CHILD',
  'PARENTING',
  'FAMILY',
  'HEALTH',
  'PLAN',
];

/** A line of an agenda this reader may know of. */
export interface OpenedItem {
  row: ItemRow;
  facts: EpisodeFacts;
}

/** The agenda of a day: what is brought, in which order, and whether the members may read it. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly access: AccessService,
    private readonly lifecycle: LifecycleService,
    private readonly panelDays: PanelDaysService,
  ) {}

  async list(ctx: AccessContext, dayId: string, query: PageQuery): Promise<AgendaView> {
    await this.panelDays.day(ctx, dayId);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await itemsOf(ctx, dayId, placeAfter(query.after), limit + 1);
    const page = rows.slice(0, limit);
    const items: PanelItemView[] = [];
    const childIds: string[] = [];
    for (const row of page) {
      const facts = await this.access.facts(ctx, row.episodeId);
      if (!this.knows(ctx, facts)) continue;
      items.push(await this.shaped(ctx, row, facts));
      childIds.push(...facts.subjects.map(({ personId }) => personId));
    }
    const last = page.at(-1);
    await ctx.audit({
      channel: 'list',
      childIds: [...new Set(childIds)],
      categories: ['INVOLVE'],
      basis: [`panel-day:${dayId}`],
      count: items.length,
    });
    return {
      items,
      next: rows.length > limit && last ? encodeCursor([last.position, last.id]) : null,
    };
  }

  /** @throws 404 as for a random id */
  async open(ctx: AccessContext, id: string): Promise<OpenedItem> {
    const row = await itemById(ctx, id);
    if (!row) throw notFound();
    const facts = await this.access.facts(ctx, row.episodeId);
    if (!this.knows(ctx, facts)) throw notFound();
    return { row, facts };
  }

  async place(ctx: AccessContext, id: string, body: ChangePanelItem): Promise<PanelItemView> {
    const { row, facts } = await this.open(ctx, id);
    if (row.status !== 'ON_AGENDA') throw new DomainError('OFF_THE_AGENDA', 409);
    if (!(await placeItem(ctx, row, body)))
      throw stale({ current: await this.shaped(ctx, row, facts), yours: body });
    await this.wroteDown(ctx, { row, facts }, ['position', 'minutes']);
    return this.again(ctx, id);
  }

  /** The papers go out to the members; each of them is told that there is something to read. */
  async send(ctx: AccessContext, dayId: string): Promise<PanelDayView> {
    const day = await this.panelDays.day(ctx, dayId);
    if (compareDates(day.onDay, ctx.today) < 0) throw new DomainError('DAY_IS_OVER', 409);
    const sent = await sendPapers(ctx, dayId);
    const members = await membersOf(ctx, dayId);
    if (sent > 0)
      await tell(ctx.uow, {
        topic: 'panel.papers',
        episodeId: null,
        payload: { dayId },
        to: members.map(({ userId }) => userId),
      });
    await ctx.audit({ categories: ['INVOLVE'], basis: [`panel-day:${dayId}`], count: sent });
    return this.panelDays.view(ctx, dayId);
  }

  /** Off the agenda, and out of the members' sight at once. Unless it comes on another day, the case is back with its team. */
  async takeOff(ctx: AccessContext, id: string, body: TakeOffAgenda): Promise<PanelItemView> {
    const { row, facts } = await this.open(ctx, id);
    if (!mayTakeOff(ctx, facts)) throw forbidden('ONLY_THE_LEAD');
    if (row.status !== 'ON_AGENDA') throw new DomainError('OFF_THE_AGENDA', 409);
    if (!(await takeOff(ctx, id, body.version, body.reason)))
      throw stale({ current: await this.shaped(ctx, row, facts), yours: body });
    const moves = await this.lifecycle.facts(ctx, row.episodeId);
    if (body.reason !== 'ANOTHER_DAY' && moves.episode.state === 'PANEL_REVIEW')
      await this.lifecycle.move(ctx, moves, 'T20_WITHDRAWN', {});
    await this.wroteDown(ctx, { row, facts }, ['status']);
    return this.again(ctx, id);
  }

  async again(ctx: AccessContext, id: string): Promise<PanelItemView> {
    const { row, facts } = await this.open(ctx, id);
    return this.shaped(ctx, row, facts);
  }

  /** What members of that panel could read of a case now. */
  light(ctx: AccessContext, facts: EpisodeFacts, panelId: string, withoutNames: boolean): PackLight {
    const member = asMember(ctx, facts, panelId);
    return lightOf(
      withoutNames,
      facts.subjects.map(({ personId }) => ({
        asked: PACK_KINDS.length,
        allowed: this.access.categories(member.asker, member.facts, personId, PACK_KINDS).length,
      })),
    );
  }

  async shaped(ctx: AccessContext, row: ItemRow, facts: EpisodeFacts): Promise<PanelItemView> {
    const words = await this.words(ctx, row, facts);
    const nameless = row.withoutNames && ctx.actor.role === 'PANEL';
    return {
      id: row.id,
      version: row.version,
      dayId: row.dayId,
      episodeId: nameless ? null : row.episodeId,
      ref: nameless ? null : row.ref,
      children: nameless ? [] : words.children,
      position: row.position,
      minutes: row.minutes,
      at: row.status === 'WITHDRAWN' ? null : timeAfter(row.startsAt, row.before),
      presenter: row.presenter,
      presenterAgency: row.presenterAgency,
      question: row.withoutNames ? row.question : words.question,
      light: this.light(ctx, facts, row.panelId, row.withoutNames),
      status: row.status,
      withdrawnReason: row.withdrawnReason,
      sentAt: row.sentAt,
      decidedAt: row.decidedAt,
      mayTakeOff: row.status === 'ON_AGENDA' && mayTakeOff(ctx, facts),
    };
  }

  wroteDown(ctx: AccessContext, { row, facts }: OpenedItem, fields: readonly string[]): Promise<void> {
    return ctx.audit({
      episodeId: row.episodeId,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: ['PLAN'],
      basis: [`panel-item:${row.id}`],
      fields,
    });
  }

  /** Names of the children and the question, as far as this reader may read them. */
  private async words(
    ctx: AccessContext,
    row: ItemRow,
    facts: EpisodeFacts,
  ): Promise<{ children: string[]; question: string | null }> {
    const found: CaseWords = await wordsOfCase(ctx, row.episodeId);
    const named = facts.subjects.filter(
      ({ personId }) => this.access.categories(ctx, facts, personId, ['IDENT']).length > 0,
    );
    const [asked] = readable(this.access, ctx, facts, found.questions);
    return {
      children: found.children
        .filter(({ id, name }) => name !== null && named.some(({ personId }) => personId === id))
        .map(({ name }) => name ?? ''),
      question: asked?.question ?? null,
    };
  }

  /** A member for whom the record is not there at all has no line of it on the agenda. */
  private knows(ctx: AccessContext, facts: EpisodeFacts): boolean {
    if (ctx.actor.role === 'CAFC') return true;
    const categories: readonly Category[] = ctx.actor.role === 'PANEL' ? ['PLAN'] : ['INVOLVE'];
    const sourceAgencyId = ctx.actor.role === 'PANEL' ? null : ctx.agencyId;
    return facts.subjects.some(
      ({ personId: subjectId }) =>
        this.access.decide(ctx, facts, 'read', { subjectId, categories, sourceAgencyId }).effect !==
        'DENY_HIDE',
    );
  }
}

/** Whoever leads the case, and whoever keeps the day. */
function mayTakeOff(ctx: AccessContext, { edges }: EpisodeFacts): boolean {
  if (ctx.actor.role === 'CAFC') return true;
  return (
    ctx.actor.role !== 'PANEL' &&
    edges.some(
      ({ userId, kind, from, to }) =>
        userId === ctx.userId &&
        (kind === 'LP' || kind === 'AUTHOR') &&
        from <= ctx.now &&
        (to === null || ctx.now < to),
    )
  );
}

function placeAfter(after: string | undefined): readonly [number, string] | null {
  if (after === undefined) return null;
  const [position, id] = decodeCursor(after, 2) ?? [];
  if (typeof position !== 'number' || typeof id !== 'string' || !/^[0-9a-f-]{36}$/i.test(id))
    throw invalid({ after: ['Start the agenda again from its first page'] });
  return [position, id];
}
