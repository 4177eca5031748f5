import { Injectable } from '@nestjs/common';
import { DEFAULT_LIMIT, encodeCursor } from '@encircle/shared/paging';
import type { BaseRole, EpisodeFacts } from '@encircle/shared/policy';
import type {
  BlockRegisterPage,
  BlockRegisterQuery,
  BlocksView,
  BlockView,
  ConfirmBlock,
  EndBlock,
  SetBlock,
  SetBlockByRef,
} from '@encircle/shared/restrictions';
import { cursorOf } from '#api/platform/http/cursor.js';
import { blockView, maySpeakFor, type BlockRow } from './domain/blocks.js';
import {
  blockOf,
  blocksOf,
  confirmBlock,
  endBlock,
  episodeOfRef,
  mayBlock,
  register,
  setBlock,
} from './persistence/blocks.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';

/** Conflict-of-interest blocks (rule R21): the person named finds no record, wherever they look. */
@Injectable()
export class BlocksService {
  constructor(private readonly access: AccessService) {}

  async list(ctx: AccessContext, episodeId: string): Promise<BlocksView> {
    const facts = await this.known(ctx, episodeId);
    if (!(await mayBlock(ctx, episodeId, null, null)).see) throw forbidden('RESTRICTIONS_NOT_YOURS');
    const rows = await blocksOf(ctx, episodeId);
    await this.wroteDown(ctx, episodeId, facts, rows.length);
    return { items: rows.map((row) => view(ctx, row)) };
  }

  async set(ctx: AccessContext, episodeId: string, body: SetBlock): Promise<BlockView> {
    const facts = await this.known(ctx, episodeId);
    const children = facts.subjects.map(({ personId }) => personId);
    const childId = body.childId ?? children[0] ?? '';
    const may = await mayBlock(ctx, episodeId, childId, body.userId);
    if (!may.set) throw forbidden('RESTRICTIONS_NOT_YOURS');
    if (!children.includes(childId)) throw invalid({ childId: ['Choose a child of this case'] });
    if (!maySpeakFor(ctx.who.role as BaseRole, body.askedBy))
      throw invalid({ askedBy: ['Say for whom you ask: yourself, or somebody you speak for'] });
    const id = await setBlock(ctx, episodeId, childId, body).catch(asField);
    await ctx.audit({ episodeId, childIds: [childId], basis: [id], fields: ['userId', 'basis', 'askedBy'] });
    const row = await blockOf(ctx, id);
    // Whoever shut themselves out does not find the case again, so there is nothing to show them but that it is done.
    return row ? view(ctx, row) : shutOutOneself(ctx, id, childId, body);
  }

  async setByRef(ctx: AccessContext, { ref, ...body }: SetBlockByRef): Promise<BlockView> {
    const episodeId = await episodeOfRef(ctx, ref.toUpperCase());
    if (episodeId === null) throw invalid({ ref: ['No case has this reference'] });
    return this.set(ctx, episodeId, body);
  }

  async end(ctx: AccessContext, blockId: string, body: EndBlock): Promise<BlockView> {
    const found = await this.found(ctx, blockId);
    if (!found.mayEnd) throw forbidden(found.until === null ? 'BLOCK_IS_CONFIRMED' : 'BLOCK_HAS_ENDED');
    if (!(await endBlock(ctx, blockId, body.version, body.reason)))
      throw stale({ current: found, yours: body });
    return this.changed(ctx, found, ['until', 'endedReason']);
  }

  async confirm(ctx: AccessContext, blockId: string, body: ConfirmBlock): Promise<BlockView> {
    const found = await this.found(ctx, blockId);
    if (ctx.who.role !== 'IGO') throw forbidden('RESTRICTIONS_NOT_YOURS');
    if (!(await confirmBlock(ctx, blockId, body.version))) throw stale({ current: found, yours: body });
    return this.changed(ctx, found, ['confirmedBy']);
  }

  async register(ctx: AccessContext, query: BlockRegisterQuery): Promise<BlockRegisterPage> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await register(ctx, {
      waiting: query.waiting ?? false,
      before: cursorOf(query.after),
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    await ctx.audit({
      channel: 'list',
      childIds: [...new Set(page.map(({ childId }) => childId))],
      basis: [`role:${ctx.who.role}`],
      count: page.length,
    });
    const last = page.at(-1);
    return {
      items: page.map((row) => view(ctx, row)),
      next: rows.length > limit && last ? encodeCursor([last.fromKey, last.id]) : null,
    };
  }

  /** The record must be one the actor may know of; the officer keeps the register of all of them. */
  private async known(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.access.facts(ctx, episodeId);
    if (ctx.who.role === 'IGO') return facts;
    const family = ctx.actor.personId !== null;
    const asked = family ? { subjectId: ctx.actor.personId, categories: ['IDENT'] as const } : null;
    const { effect } = this.access.decide(ctx, facts, 'read', asked ?? { categories: ['INVOLVE'] });
    if (effect === 'DENY_HIDE') throw notFound();
    if (effect === 'DENY') this.access.demand(ctx, facts, 'read', asked ?? { categories: ['INVOLVE'] });
    return facts;
  }

  private async found(ctx: AccessContext, blockId: string): Promise<BlockView> {
    const row = await blockOf(ctx, blockId);
    if (!row) throw notFound();
    return view(ctx, row);
  }

  private async changed(ctx: AccessContext, found: BlockView, fields: string[]): Promise<BlockView> {
    await ctx.audit({
      episodeId: found.episodeId,
      childIds: [found.childId],
      basis: [found.id, `role:${ctx.who.role}`],
      fields,
    });
    return this.found(ctx, found.id);
  }

  private wroteDown(
    ctx: AccessContext,
    episodeId: string,
    facts: EpisodeFacts,
    count: number,
  ): Promise<void> {
    return ctx.audit({
      episodeId,
      childIds: facts.subjects.map(({ personId }) => personId),
      basis: [`role:${ctx.who.role}`],
      count,
    });
  }
}

const view = (ctx: AccessContext, row: BlockRow): BlockView =>
  blockView(row, { userId: ctx.userId, role: ctx.who.role });

function shutOutOneself(ctx: AccessContext, id: string, childId: string, body: SetBlock): BlockView {
  return blockView(
    {
      id,
      version: 1,
      episodeId: null,
      episodeRef: null,
      childId,
      userId: body.userId,
      worker: ctx.who.fullName,
      agency: ctx.who.agencyName,
      basis: body.basis,
      askedBy: body.askedBy,
      reason: body.reason,
      from: ctx.now,
      until: null,
      fromKey: ctx.now,
      setById: null,
      setBy: ctx.who.fullName,
      confirmedAt: null,
      confirmedBy: null,
      endedReason: null,
      endedBy: null,
    },
    { userId: ctx.userId, role: ctx.who.role },
  );
}

/** What the database found wrong with the worker who was named. */
function asField(error: unknown): never {
  const code = (error as { driverError?: { code?: unknown } }).driverError?.code;
  if (code === 'EC003') throw invalid({ userId: ['Choose somebody who works here'] });
  if (code === 'EC001') throw new DomainError('BLOCK_EXISTS', 409);
  throw error;
}
