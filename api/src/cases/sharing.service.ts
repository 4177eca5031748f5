import { Injectable } from '@nestjs/common';
import type { JumpAnswer, JumpItem, LooksPage, LooksQuery, SharingView } from '@encircle/shared/cases';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor } from '@encircle/shared/paging';
import type { Category, EpisodeFacts } from '@encircle/shared/policy';
import { CaseJudge } from './domain/case-judge.js';
import { columnsFor, familyLine, refusedLines, workerLine } from './who-sees.js';
import {
  agreementOf,
  blockedOf,
  familyOf,
  looksFor,
  maySeeLooks,
  seersOf,
} from './persistence/sharing.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { forbidden, invalid } from '#api/platform/errors/domain-error.js';

/** Who can see a case and who has: lists that are reads themselves, decided line by line for the one who asks. */
@Injectable()
export class SharingService {
  constructor(private readonly access: AccessService) {}

  async whoSees(ctx: AccessContext, episodeId: string): Promise<SharingView> {
    const facts = await this.opened(ctx, episodeId);
    const judge = new CaseJudge(ctx, facts);
    const blocked = await blockedOf(ctx, episodeId);
    const seers = (await seersOf(ctx, episodeId)).filter(({ userId }) => !blocked.includes(userId));
    const lines = await agreementOf(ctx, episodeId);
    const family = await familyOf(ctx, episodeId);
    const columns = columnsFor(judge, facts, family);
    const asked = { facts, columns, now: ctx.now };
    const given = lines.filter(({ decision }) => decision === 'GIVEN');
    await this.wroteDown(ctx, facts, 'sharing.viewed', ['INVOLVE'], seers.length);
    return {
      columns: columns.map(({ key, about }) => ({ key, about })),
      lines: [
        ...seers.map((seer) => workerLine(asked, seer, lines, ctx.userId)),
        ...family.filter(({ hasPr }) => hasPr).map((one) => familyLine(asked, one)),
        ...refusedLines(lines, columns),
      ],
      givers: family.filter(({ gave }) => gave).map(({ name }) => name),
      agreedOn: given.map(({ givenOn }) => givenOn).sort()[0] ?? null,
      until: given.flatMap(({ expiresOn }) => (expiresOn === null ? [] : [expiresOn])).sort()[0] ?? null,
    };
  }

  /** For the lead professional, the CAF team and the information officer; others may know the case, not its log. */
  async whoLooked(ctx: AccessContext, episodeId: string, query: LooksQuery): Promise<LooksPage> {
    const facts = await this.opened(ctx, episodeId);
    if (!(await maySeeLooks(ctx, episodeId))) throw forbidden('LOG_NOT_YOURS');
    const judge = new CaseJudge(ctx, facts);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await looksFor(ctx, episodeId, beforeOf(query.after), limit + 1);
    const page = rows.slice(0, limit);
    const reads = (category: string): boolean =>
      facts.subjects.some(({ personId }) =>
        judge.mayRead({ subjectId: personId, categories: [category as Category] }),
      );
    const shown = page
      .map((row) => ({ ...row, known: row.categories.filter(reads) }))
      .filter((row) => row.categories.length === 0 || row.known.length > 0);
    await this.wroteDown(ctx, facts, 'looks.viewed', ['LOG'], shown.length);
    const last = page.at(-1);
    return {
      items: shown.map(({ actorId, known, ...row }) => ({
        ...row,
        categories: known,
        you: actorId === ctx.userId,
      })),
      next: rows.length > limit && last ? encodeCursor([last.id]) : null,
    };
  }

  /** Children of one's own cases by the beginning of a name. */
  async jump(ctx: AccessContext, words: string): Promise<JumpAnswer> {
    const rows = await ctx.uow.rows<JumpItem & { childId: string }>(
      `select j.episode_id as "episodeId", j.child_id as "childId", j.name, j.date_of_birth as "dateOfBirth", j.state
       from sec.jump($1, 8) j`,
      [words.trim()],
    );
    await ctx.audit({
      channel: 'list',
      childIds: rows.map(({ childId }) => childId),
      categories: ['IDENT'],
      basis: [`role:${ctx.who.role}`],
      count: rows.length,
    });
    return {
      items: rows.map(({ episodeId, name, dateOfBirth, state }) => ({ episodeId, name, dateOfBirth, state })),
    };
  }

  private async opened(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.access.facts(ctx, episodeId);
    const decision = this.access.demand(ctx, facts, 'read', { categories: ['INVOLVE'] });
    if (decision.effect !== 'ALLOW' && decision.what !== 'ASK_AGAIN')
      throw forbidden(decision.what ?? 'LIMITED');
    return facts;
  }

  private wroteDown(
    ctx: AccessContext,
    facts: EpisodeFacts,
    action: string,
    categories: string[],
    count: number,
  ): Promise<void> {
    return ctx.audit({
      action,
      episodeId: facts.id,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories,
      basis: [`role:${ctx.who.role}`],
      count,
    });
  }
}

function beforeOf(after: string | undefined): number | null {
  if (after === undefined) return null;
  const [id] = decodeCursor(after, 1) ?? [];
  if (typeof id !== 'number' || !Number.isSafeInteger(id))
    throw invalid({ after: ['Start the list again from its first page'] });
  return id;
}
