import { Injectable } from '@nestjs/common';
import type { WhyAgreement, WhyKind, WhyPlace, WhyView } from '@encircle/shared/cases';
import { strictness, type Category, type Decision, type EpisodeFacts } from '@encircle/shared/policy';
import { londonDate } from '@encircle/shared/dates';
import { knownLines } from './domain/agreement.js';
import { lapseOf } from './domain/lapse.js';
import { familyOf } from './persistence/sharing.repository.js';
import { KINDS } from './who-sees.js';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService, mayKnow } from '#api/access/access.service.js';
import { notFound } from '#api/platform/errors/domain-error.js';

/** Why the reader sees what they see, and why not the rest: only of what they may know to be there. */
@Injectable()
export class WhyService {
  constructor(private readonly access: AccessService) {}

  async why(ctx: AccessContext, episodeId: string): Promise<WhyView> {
    const facts = await this.access.facts(ctx, episodeId);
    const kinds = KINDS.flatMap(([key, categories]) => this.kindOf(ctx, facts, key, categories));
    if (kinds.length === 0) throw notFound();
    const names = new Map((await familyOf(ctx, episodeId)).map(({ personId, name }) => [personId, name]));
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: ['INVOLVE'],
      basis: [`role:${ctx.who.role}`],
      count: kinds.length,
    });
    return {
      places: placesOf(ctx, facts),
      kinds: kinds.map(({ bases, ...kind }) => ({
        ...kind,
        agreements: agreementsOf(ctx, facts, bases, names),
      })),
      validUntil: lapseOf(ctx, facts),
    };
  }

  /** The best answer over the children and the kinds of the group; what must not be known of leaves no line. */
  private kindOf(
    ctx: AccessContext,
    facts: EpisodeFacts,
    key: string,
    categories: readonly Category[],
  ): (Omit<WhyKind, 'agreements'> & { bases: readonly string[] })[] {
    const decisions = facts.subjects.flatMap(({ personId }) =>
      categories.map((category) =>
        this.access.decide(ctx, facts, 'read', { subjectId: personId, categories: [category] }),
      ),
    );
    const known = decisions.filter(
      (decision) => decision.effect !== 'DENY_HIDE' && (decision.effect !== 'DENY' || mayKnow(ctx, decision)),
    );
    const best = known.reduce<Decision | null>(
      (a, b) => (a === null || strictness(b) < strictness(a) ? b : a),
      null,
    );
    if (best === null) return [];
    return [
      { key, effect: best.effect, what: best.what ?? null, reasons: [...best.reasons], bases: best.bases },
    ];
  }
}

/** The reader's own places, and for a manager that somebody of theirs has one. */
function placesOf(ctx: AccessContext, facts: EpisodeFacts): WhyPlace[] {
  const live = facts.edges.filter(({ from, to }) => from <= ctx.now && (to === null || ctx.now < to));
  const own = live.filter(({ userId }) => userId === ctx.userId);
  const managed =
    ctx.who.role === 'AMGR'
      ? live.filter(
          ({ agencyId, kind, userId }) => agencyId === ctx.agencyId && userId !== ctx.userId && isTeam(kind),
        )
      : [];
  const view = (kind: string, from: string, to: string | null): WhyPlace => ({
    kind,
    since: londonDate(from),
    until: to,
  });
  const first = managed.map(({ from }) => from).sort()[0];
  return [
    ...own.map(({ kind, from, to }) => view(kind, from, to)),
    ...(first === undefined ? [] : [view('MANAGER', first, null)]),
  ];
}

const isTeam = (kind: string): boolean => (['AUTHOR', 'LP', 'TACM'] as const).some((role) => role === kind);

function agreementsOf(
  ctx: AccessContext,
  facts: EpisodeFacts,
  bases: readonly string[],
  names: ReadonlyMap<string, string>,
): WhyAgreement[] {
  const lines = knownLines(ctx, facts).filter(({ id }) => bases.includes(id));
  const views = lines.map((line) => ({
    giver: names.get(line.giverId) ?? null,
    on: londonDate(line.givenAt),
    until: line.expiresAt,
    person: line.recipientType === 'PERSON',
  }));
  return [...new Map(views.map((view) => [JSON.stringify(view), view])).values()];
}
