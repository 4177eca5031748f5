import { Injectable } from '@nestjs/common';
import type { CertificatesView, KeptQuery, KeptRecordsView, MoveEpisode } from '@encircle/shared/episodes';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type { Decision, EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { invalid, notFound } from '#api/platform/errors/domain-error.js';
import {
  certificates,
  disposeRecord,
  keepingRow,
  keptRecords,
  mergeRecord,
  setHold,
  unmergeRecord,
} from '#api/episodes/persistence/keeping.repository.js';
import { signaturesOf, type MoveFacts } from '#api/episodes/move-facts.service.js';

/** How records are kept: legal holds, duplicates, the archive and the end (rule 5.2, T36 to T39; rules 5.7 and 6.12). */
@Injectable()
export class KeepingService {
  constructor(private readonly access: AccessService) {}

  /**
   * An officer of information knows records by their access log, and one in the archive by what they may destroy; a merged
   * record is known through the one it went into. None of this opens a word of it.
   * @throws 404 for what is hidden from this keeper, and for everybody else
   */
  async demandKeeper(ctx: AccessContext, facts: EpisodeFacts): Promise<Decision> {
    const { role } = ctx.actor;
    if (role !== 'IGO' && role !== 'CAFC') throw notFound();
    if (facts.state === 'MERGED') {
      const into = (await keepingRow(ctx.uow, facts.id))?.mergedIntoId;
      if (!into) throw notFound();
      const other = await this.access.facts(ctx, into);
      if (other.state === 'MERGED') throw notFound();
      return this.demandKeeper(ctx, other);
    }
    if (role === 'CAFC') return this.access.demand(ctx, facts, 'read', { categories: ['INVOLVE'] });
    if (facts.state !== 'ARCHIVED') return this.access.demand(ctx, facts, 'read', { categories: ['LOG'] });
    const decision = this.access.decide(ctx, facts, 'dispose', { categories: ['INVOLVE'] });
    if (decision.effect === 'DENY_HIDE') throw notFound();
    return decision;
  }

  /** What follows from the move in the same transaction. */
  async after(ctx: AccessContext, facts: MoveFacts, body: MoveEpisode): Promise<void> {
    const { id } = facts.episode;
    if (body.transition === 'T37' && body.hold) await setHold(ctx.uow, id, body.hold.held);
    if (body.transition === 'T36_UNDO') await unmergeRecord(ctx.uow, id);
    if (body.transition === 'T36' && facts.keeping?.target)
      await mergeRecord(ctx.uow, id, facts.keeping.target.id);
    if (body.transition === 'T39') {
      const ground = facts.episode.records['T39']?.['ground'];
      const signed = signaturesOf(facts.episode, 'T39').map((each) => each.by);
      await disposeRecord(ctx.uow, id, typeof ground === 'string' ? ground : '', [
        ...new Set([...signed, ctx.userId]),
      ]);
    }
  }

  async records(ctx: AccessContext, query: KeptQuery): Promise<KeptRecordsView> {
    if (query.view === 'REF' && !query.ref?.trim())
      throw invalid({ ref: ['Enter the reference of the record'] });
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await keptRecords(ctx.uow, {
      view: query.view,
      ref: query.ref?.trim() ?? null,
      after: cursorOf(query.after),
      limit: limit + 1,
    });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    await ctx.audit({
      categories: ['INVOLVE'],
      channel: 'list',
      count: items.length,
      basis: [`view:${query.view}`],
    });
    return { items, next: last ? encodeCursor([last.ref]) : null };
  }

  async certificates(ctx: AccessContext, query: PageQuery): Promise<CertificatesView> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await certificates(ctx.uow, cursorOf(query.after), limit + 1);
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    await ctx.audit({ categories: ['LOG'], channel: 'list', count: items.length });
    return { items, next: last ? encodeCursor([last.id]) : null };
  }
}

function cursorOf(after: string | undefined): string | null {
  if (after === undefined) return null;
  const [key] = decodeCursor(after, 1) ?? [];
  if (typeof key !== 'string') throw invalid({ after: ['Begin again from the first page'] });
  return key;
}
