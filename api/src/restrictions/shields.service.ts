import { Injectable } from '@nestjs/common';
import { DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type {
  ChangeShield,
  LiftShield,
  ReviewShield,
  SetShield,
  ShieldRegisterPage,
  ShieldView,
} from '@encircle/shared/restrictions';
import { cursorOf } from '#api/platform/http/cursor.js';
import { fits, nextLookProblem, reviewAfter, shieldView, type ShieldRow } from './domain/shields.js';
import { episodeOfRef } from './persistence/blocks.repository.js';
import { answeredByShield } from './persistence/shield-requests.repository.js';
import {
  changeShield,
  liftShield,
  reviewShield,
  setShield,
  shieldOf,
  shields,
} from './persistence/shields.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';

/** Shields and seals (rule 6.8): closing a record takes one person, opening it two. */
@Injectable()
export class ShieldsService {
  constructor(private readonly access: AccessService) {}

  async register(ctx: AccessContext, query: PageQuery): Promise<ShieldRegisterPage> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await shields(ctx, cursorOf(query.after), limit + 1);
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

  async set(ctx: AccessContext, body: SetShield): Promise<ShieldView> {
    const episodeId = await episodeOfRef(ctx, body.ref.toUpperCase());
    if (episodeId === null) throw invalid({ ref: ['No case has this reference'] });
    const facts = await this.access.facts(ctx, episodeId);
    const children = facts.subjects.map(({ personId }) => personId);
    const childId = body.childId ?? children[0] ?? '';
    if (!children.includes(childId)) throw invalid({ childId: ['Choose a child of this case'] });
    if (body.kind === 'SHIELD' && ctx.who.role !== 'CAFC') throw forbidden('RESTRICTIONS_NOT_YOURS');
    if (!fits(body.kind, body.ground)) throw invalid({ ground: ['Choose a reason that goes with it'] });
    const id = await setShield(ctx, episodeId, childId, body, reviewAfter(ctx.today)).catch(asField);
    if (body.kind === 'SHIELD') await answeredByShield(ctx, childId);
    await ctx.audit({ episodeId, childIds: [childId], basis: [id], fields: ['kind', 'ground', 'members'] });
    return this.one(ctx, id);
  }

  async change(ctx: AccessContext, id: string, body: ChangeShield): Promise<ShieldView> {
    const found = await this.row(ctx, id);
    if (!view(ctx, found).mayChange)
      throw forbidden(found.until === null ? 'RESTRICTIONS_NOT_YOURS' : 'BLOCK_HAS_ENDED');
    const reviewOn = body.reviewOn ?? found.reviewOn ?? reviewAfter(ctx.today);
    const done = await changeShield(ctx, id, body.version, body.memberIds, reviewOn).catch(asField);
    if (!done) throw stale({ current: view(ctx, found), yours: body });
    await this.wroteDown(ctx, found, 'shield.changed', ['members', 'reviewOn']);
    return this.one(ctx, id);
  }

  /** Kept, with the reason, until the next look. An order that ran out does not open it. */
  async review(ctx: AccessContext, id: string, body: ReviewShield): Promise<ShieldView> {
    const found = await this.row(ctx, id);
    if (!view(ctx, found).mayChange)
      throw forbidden(found.until === null ? 'RESTRICTIONS_NOT_YOURS' : 'BLOCK_HAS_ENDED');
    const problem = nextLookProblem(body.reviewOn, ctx.today);
    if (problem !== null) throw invalid({ reviewOn: [problem] });
    if (!(await reviewShield(ctx, id, body))) throw stale({ current: view(ctx, found), yours: body });
    await this.wroteDown(ctx, found, 'shield.reviewed', ['reviewOn', 'reason']);
    return this.one(ctx, id);
  }

  async lift(ctx: AccessContext, id: string, body: LiftShield): Promise<ShieldView> {
    const found = await this.row(ctx, id);
    const done = await liftShield(ctx, id, body.version, body.reason);
    if (done === 'STALE') throw stale({ current: view(ctx, found), yours: body });
    if (done === 'SAME_PERSON') throw forbidden('SECOND_PERSON');
    await this.wroteDown(ctx, found, done === 'ASKED' ? 'shield.lift-asked' : 'shield.lifted', ['until']);
    return this.one(ctx, id);
  }

  private async row(ctx: AccessContext, id: string): Promise<ShieldRow> {
    const row = await shieldOf(ctx, id);
    if (!row) throw notFound();
    return row;
  }

  private async one(ctx: AccessContext, id: string): Promise<ShieldView> {
    return view(ctx, await this.row(ctx, id));
  }

  private wroteDown(ctx: AccessContext, row: ShieldRow, action: string, fields: string[]): Promise<void> {
    return ctx.audit({
      action,
      episodeId: row.episodeId,
      childIds: [row.childId],
      basis: [row.id, `role:${ctx.who.role}`],
      fields,
    });
  }
}

const view = (ctx: AccessContext, row: ShieldRow): ShieldView =>
  shieldView(row, { userId: ctx.userId, role: ctx.who.role });

function asField(error: unknown): never {
  const code = (error as { driverError?: { code?: unknown } }).driverError?.code;
  if (code === 'EC003') throw invalid({ memberIds: ['Choose people who work here'] });
  if (code === 'EC001') throw new DomainError('SHIELD_EXISTS', 409);
  throw error;
}
