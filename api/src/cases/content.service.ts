import { Injectable } from '@nestjs/common';
import type { ContentQuery, ContentView } from '@encircle/shared/cases';
import {
  decide,
  DEFAULT_SETTINGS,
  strictness,
  type Decision,
  type EpisodeFacts,
  type Purpose,
} from '@encircle/shared/policy';
import { contentOf, type ContentRow } from './persistence/content.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { askedOf } from '#api/access/labelled.js';
import { notFound } from '#api/platform/errors/domain-error.js';

/** The one route that can be asked for any kind of information: the decision, and the rows it lets through. */
@Injectable()
export class ContentService {
  constructor(private readonly access: AccessService) {}

  async content(ctx: AccessContext, episodeId: string, query: ContentQuery): Promise<ContentView> {
    const facts = await this.factsOrNull(ctx, episodeId);
    if (facts === null) return this.withoutRecord(ctx, query);
    const asked = {
      subjectId: query.subjectId ?? null,
      aboutPersonId: query.aboutPersonId ?? null,
      categories: [query.category],
    };
    const standing = this.access.decide(ctx, facts, 'read', asked);
    const rows = await contentOf(ctx, episodeId, { ...asked, category: query.category });
    const decided = rows.map((row) => ({
      row,
      decision: this.access.decide(ctx, facts, 'read', askedOf(row)),
    }));
    const best = [standing, ...decided.map(({ decision }) => decision)].reduce((a, b) =>
      strictness(b) < strictness(a) ? b : a,
    );
    // A kind that is not shared is refused as a kind, unless something in it is the reader's own (rule R19).
    if (best.effect === 'DENY') this.access.demand(ctx, facts, 'read', asked);
    if (best.effect === 'DENY' || best.effect === 'DENY_HIDE') throw notFound();
    const items = decided.filter(({ decision }) => isReadable(decision)).map(({ row }) => row);
    await this.wroteDown(ctx, facts, query, best, items.length);
    return { effect: best.effect, what: best.what ?? null, items: items.map(itemOf) };
  }

  /** Nothing is known of the record to this person: the answer their role gets for any reference, used or not. */
  private async withoutRecord(ctx: AccessContext, query: ContentQuery): Promise<ContentView> {
    const decision = decide(
      { actor: ctx.actor, episode: null, settings: DEFAULT_SETTINGS },
      {
        purpose: ctx.who.purpose as Purpose,
        action: 'read',
        channel: 'screen',
        reasonId: ctx.who.reason,
        item: {
          subjectId: query.subjectId ?? '',
          aboutPersonId: query.aboutPersonId ?? null,
          categories: [query.category],
          sourceAgencyId: null,
          authorId: null,
          namedWorkerIds: [],
          recordedAt: null,
        },
      },
      ctx.now,
    );
    if (decision.effect !== 'LIMITED') throw notFound();
    await ctx.audit({ outcome: 'LIMITED', categories: [query.category], basis: decision.bases, count: 0 });
    return { effect: decision.effect, what: decision.what ?? null, items: [] };
  }

  private async factsOrNull(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts | null> {
    const row = await ctx.uow.one<{ facts: EpisodeFacts | null }>('select sec.episode_facts($1) as facts', [
      episodeId,
    ]);
    return row?.facts ?? null;
  }

  private wroteDown(
    ctx: AccessContext,
    facts: EpisodeFacts,
    query: ContentQuery,
    decision: Decision,
    count: number,
  ): Promise<void> {
    return ctx.audit({
      outcome: decision.effect === 'ALLOW' ? 'ALLOW' : 'LIMITED',
      episodeId: facts.id,
      childIds: query.subjectId ? [query.subjectId] : facts.subjects.map(({ personId }) => personId),
      categories: [query.category],
      basis: decision.bases,
      count,
    });
  }
}

/** Agreement that ran out leaves reading for a while, to ask again (scenario S59). */
function isReadable({ effect, what }: Decision): boolean {
  return effect === 'ALLOW' || (effect === 'LIMITED' && what === 'ASK_AGAIN');
}

function itemOf(row: ContentRow): ContentView['items'][number] {
  const { id, kind, subjectId, aboutPersonId, category, recordedAt, detail } = row;
  return { id, kind, subjectId, aboutPersonId, category, recordedAt, detail };
}
