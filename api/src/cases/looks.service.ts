import { Injectable } from '@nestjs/common';
import type { LooksPage, LooksQuery } from '@encircle/shared/cases';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor } from '@encircle/shared/paging';
import type { Category } from '@encircle/shared/policy';
import { looksFor, maySeeLooks, type LookRow } from './persistence/sharing.repository.js';
import { Readership, type Reader } from './readership.js';
import type { AccessContext } from '#api/access/access-context.js';
import { forbidden, invalid } from '#api/platform/errors/domain-error.js';

/** Who has looked: a list that is a read itself, decided line by line for whoever it is for. */
@Injectable()
export class LooksService {
  constructor(private readonly readership: Readership) {}

  /** For the lead professional, the CAF team and the information officer; others may know the case, not its log. */
  async whoLooked(ctx: AccessContext, episodeId: string, query: LooksQuery): Promise<LooksPage> {
    const facts = await this.readership.opened(ctx, episodeId);
    if (!(await maySeeLooks(ctx, episodeId))) throw forbidden('LOG_NOT_YOURS');
    const reader = this.readership.readerOf(ctx, facts, query.for ?? null);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await looksFor(ctx, episodeId, beforeOf(query.after), limit + 1);
    const page = rows.slice(0, limit);
    const shown = page.flatMap((row) => lineOf(row, reader, ctx.userId));
    await ctx.audit({
      action: query.for ? 'looks.printed' : 'looks.viewed',
      channel: query.for ? 'pdf' : 'screen',
      episodeId: facts.id,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: ['LOG'],
      basis: [`role:${ctx.who.role}`],
      count: shown.length,
    });
    const last = page.at(-1);
    return { items: shown, next: rows.length > limit && last ? encodeCursor([last.id]) : null };
  }
}

/** Who is kept out of a record is for those who keep that list, and for nobody's copy. */
const RESTRICTIONS = /^(block|blocks|shield|shields|seal)\./;

function lineOf(row: LookRow, reader: Reader, me: string): LooksPage['items'] {
  const { actorId, sensitive, ...look } = row;
  const categories = look.categories.filter((category) => reader.reads([category as Category]));
  if (look.categories.length > 0 && categories.length === 0) return [];
  if (sensitive !== 'NONE' && actorId !== me && !reader.reads([sensitive as Category])) return [];
  if (!reader.copy) return [{ ...look, categories, you: actorId === me }];
  if (RESTRICTIONS.test(look.action)) return [];
  // Staff are named by their role in what a family takes home (rule 2.3).
  return [{ ...look, categories, who: null, reason: null, you: false }];
}

function beforeOf(after: string | undefined): number | null {
  if (after === undefined) return null;
  const [id] = decodeCursor(after, 1) ?? [];
  if (typeof id !== 'number' || !Number.isSafeInteger(id))
    throw invalid({ after: ['Start the list again from its first page'] });
  return id;
}
