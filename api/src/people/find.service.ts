import { Injectable } from '@nestjs/common';
import { ceilingFor, SEARCHES_AN_HOUR, type BaseRole } from '@encircle/shared/policy';
import {
  readSearch,
  type FindAnswer,
  type FindChild,
  type KnownChildView,
  type SearchReady,
} from '@encircle/shared/people';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DomainError, invalid } from '#api/platform/errors/domain-error.js';
import { indexAnswerOf, judgeMatches, type Judged } from '#api/people/domain/index-answer.js';
import { cardOf, nearestOf, typedOf, worthALook, type Candidate } from '#api/people/domain/known-children.js';
import {
  cafTeam,
  detailsOf,
  hasSearched,
  knownByNumber,
  knownChildren,
  searchIndex,
} from '#api/people/persistence/find.repository.js';

/** Search before create (rule R17): near matches among one's own children, exact ones about everyone. */
@Injectable()
export class FindService {
  constructor(private readonly access: AccessService) {}

  /**
   * @throws 400 naming the field: no purpose, no reason, one identifier only; 429 above the searches of an hour
   */
  async find(ctx: AccessContext, typed: FindChild, purpose: string | undefined): Promise<FindAnswer> {
    const { search, result } = await searched(ctx, typed, purpose);
    const known = await this.known(ctx, search);
    const judged = judgeMatches(ctx, result.matches);
    const index = indexAnswerOf(judged, ctx.actor.safeguardingLead === true);
    await ctx.audit({
      childIds: known.map((card) => card.childId),
      categories: known.length > 0 ? ['IDENT'] : [],
      count: known.length,
      queryHash: result.hash,
    });
    await writeMatches(ctx, result.hash, judged);
    return {
      known,
      index,
      allowance: { used: result.used, limit: SEARCHES_AN_HOUR, resetsAt: nextHour(ctx.now) },
      cafTeam: await cafTeam(ctx.uow),
      mayAdd: ceilingFor(ctx.who.role as BaseRole).can('create', 'child'),
    };
  }

  /** The index's answer alone, for whoever does something about it. A search like any other: counted and written down. */
  async matched(ctx: AccessContext, typed: FindChild, purpose: string | undefined): Promise<Matched> {
    const { result } = await searched(ctx, typed, purpose);
    const judged = judgeMatches(ctx, result.matches);
    await writeMatches(ctx, result.hash, judged);
    return { hash: result.hash, told: judged.filter(({ decision }) => decision.effect === 'LIMITED') };
  }

  /** Whoever names a child has looked first (rule D4). @throws 409 SEARCH_FIRST */
  async demandSearch(ctx: AccessContext): Promise<void> {
    if (!(await hasSearched(ctx.uow))) throw new DomainError('SEARCH_FIRST', 409);
  }

  private async known(ctx: AccessContext, search: SearchReady): Promise<KnownChildView[]> {
    const typed = typedOf(search);
    const rows = await knownChildren(ctx.uow);
    const byNumber = await knownByNumber(ctx.uow, search.nhsNumber, rows);
    const looked = [...new Set([...byNumber, ...worthALook(typed, rows)])];
    const details = await detailsOf(
      ctx.uow,
      looked.map((row) => row.childId),
    );
    const cards: KnownChildView[] = [];
    for (const candidate of nearestOf(typed, looked, details)) {
      const seen = await this.seen(ctx, candidate);
      if (seen) cards.push(cardOf(candidate, details, ctx.today, seen));
    }
    return cards;
  }

  /** Whether who the child is may be shown at all, and where the child lives with it. */
  private async seen(ctx: AccessContext, { row }: Candidate): Promise<{ locating: boolean } | null> {
    if (row.episodeId === null) return { locating: true };
    const facts = await this.access.facts(ctx, row.episodeId);
    const asked = { subjectId: row.childId, categories: ['IDENT'] as const, authorId: row.createdBy };
    const may = (locating: boolean): boolean =>
      this.access.decide(ctx, facts, 'read', { ...asked, locating }).effect === 'ALLOW';
    return may(false) ? { locating: may(true) } : null;
  }
}

/** Records the index may tell this asker of, and the search they came from. */
export interface Matched {
  hash: string;
  told: Judged[];
}

async function searched(ctx: AccessContext, typed: FindChild, purpose: string | undefined) {
  const { problems, search } = readSearch(typed, ctx.today);
  if (!purpose) problems['purpose'] = ['Say why you are looking'];
  if (!ctx.who.reason) problems['reason'] = ['Say why you are looking'];
  if (Object.keys(problems).length > 0) throw invalid(problems);
  const result = await searchIndex(ctx.uow, search, SEARCHES_AN_HOUR);
  if (result.over)
    throw new DomainError('SEARCH_ALLOWANCE', 429, {
      data: { limit: SEARCHES_AN_HOUR, resetsAt: nextHour(ctx.now) },
    });
  return { search, result };
}

/** One row on each record a search touched: a family can see who looked. */
async function writeMatches(ctx: AccessContext, queryHash: string, judged: readonly Judged[]): Promise<void> {
  for (const { match, decision } of judged)
    await ctx.audit({
      action: 'index.matched',
      outcome: decision.effect === 'LIMITED' ? 'LIMITED' : 'DENY_HIDE',
      episodeId: match.facts.id,
      childIds: [match.subjectId],
      categories: ['INVOLVE'],
      basis: decision.reasons,
      queryHash,
    });
}

function nextHour(now: string): string {
  const hour = 3_600_000;
  return new Date((Math.floor(Date.parse(now) / hour) + 1) * hour).toISOString();
}
