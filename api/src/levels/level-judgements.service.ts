import { Injectable } from '@nestjs/common';
import type { LevelOfNeed } from '@encircle/shared/codes';
import {
  AREA_CATEGORY,
  helpProblems,
  LEVEL_AREAS,
  pointsTo,
  type JudgeLevel,
  type KeptLevel,
  type LevelHelp,
  type LevelJudgementsView,
  type LevelJudgementView,
  type LevelsDocument,
  type LevelChosenView,
} from '@encircle/shared/levels';
import { DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import { isLive, type EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { readable } from '#api/access/labelled.js';
import { forbidden, invalid } from '#api/platform/errors/domain-error.js';
import { cursorOf } from '#api/platform/http/cursor.js';
import { LevelsDocumentsService } from './levels-documents.service.js';
import {
  groundsOf,
  insertJudgement,
  judgementsOf,
  type GroundRow,
  type JudgementRow,
} from './persistence/level-judgements.repository.js';
import { documentsNamed } from './persistence/levels-documents.repository.js';

/** A level is chosen a handful of times while there is a case. */
const MOST = 500;

/** Levels of need chosen with the help of the local descriptions. The ticks point to a level; a person chooses it. */
@Injectable()
export class LevelJudgementsService {
  constructor(
    private readonly access: AccessService,
    private readonly documents: LevelsDocumentsService,
  ) {}

  /** @throws 400 naming `reason` where another level was chosen without a word why */
  async keep(ctx: AccessContext, episodeId: string, body: JudgeLevel): Promise<LevelJudgementsView> {
    const facts = await this.access.facts(ctx, episodeId);
    const subjectId = body.childId ?? (facts.subjects.length === 1 ? facts.subjects[0]?.personId : null);
    const decision = this.access.demand(ctx, facts, 'write', {
      subjectId: subjectId ?? null,
      categories: ['INVOLVE'],
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
    });
    if (!workHere(facts, ctx)) throw forbidden('NOT_YOURS_TO_JUDGE');
    if (body.childId && !facts.subjects.some((each) => each.personId === body.childId))
      throw invalid({ childId: ['Choose a child of this record'] });
    const { document, suggested } = await this.weigh(ctx, body, body.level);
    const reason = suggested === body.level ? null : (body.reason ?? null);
    const ticks = LEVEL_AREAS.map((area) => ({
      category: AREA_CATEGORY[area],
      ticked: ticksOf(document, body)
        .filter((each) => each.area === area)
        .map((each) => each.key),
      reason: null,
    })).filter((each) => each.ticked.length > 0);
    const id = await insertJudgement(ctx, {
      episodeId,
      subjectId: subjectId ?? null,
      place: body.place,
      level: body.level,
      documentVersion: document.version,
      suggested,
      grounds: [...ticks, ...(reason ? [{ category: 'CHILD', ticked: [], reason }] : [])],
    });
    await ctx.audit({
      episodeId,
      childIds: subjectId ? [subjectId] : facts.subjects.map((each) => each.personId),
      categories: ['INVOLVE'],
      basis: [...decision.bases, id],
      fields: ['level', 'ticked', ...(reason ? ['reason'] : [])],
    });
    return this.page(ctx, facts, {});
  }

  /** Newest first, each in the words of its own version. */
  async list(ctx: AccessContext, episodeId: string, query: PageQuery): Promise<LevelJudgementsView> {
    const facts = await this.access.facts(ctx, episodeId);
    const page = await this.page(ctx, facts, query);
    if (page.items.length === 0) {
      const own = workHere(facts, ctx) ? { authorId: ctx.userId, sourceAgencyId: ctx.agencyId } : {};
      const decision = this.access.demand(ctx, facts, 'read', { categories: ['INVOLVE'], ...own });
      if (decision.effect !== 'ALLOW') throw forbidden(decision.what ?? 'LIMITED');
    }
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map((each) => each.personId),
      categories: ['INVOLVE'],
      channel: 'list',
      count: page.items.length,
    });
    return page;
  }

  /**
   * What the ticks point to by the words in force.
   * @throws 400 naming `documentVersion`, `ticked` or `reason`
   */
  async weigh(
    ctx: AccessContext,
    help: LevelHelp,
    level: LevelOfNeed,
  ): Promise<{ document: LevelsDocument; suggested: LevelOfNeed }> {
    const document = await this.documents.inForce(ctx);
    if (document.version !== help.documentVersion)
      throw invalid({ documentVersion: ['The descriptions have changed: look at them again'] });
    const problems = helpProblems(document, help, level);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    return { document, suggested: pointsTo(document, help.ticked)?.level ?? level };
  }

  /** A level where there is no case yet, ready to be kept beside the decision it is part of. @throws as `weigh` */
  async asSeen(ctx: AccessContext, level: LevelOfNeed, help: LevelHelp | null): Promise<KeptLevel> {
    if (help === null) {
      const { version: documentVersion } = await this.documents.inForce(ctx);
      return { level, documentVersion, suggested: null, ticked: [], reason: null };
    }
    const { document, suggested } = await this.weigh(ctx, help, level);
    return {
      level,
      documentVersion: document.version,
      suggested,
      ticked: ticksOf(document, help).map((each) => each.key),
      reason: suggested === level ? null : (help.reason ?? null),
    };
  }

  /** A level with what was ticked, as it read when it was chosen. */
  async shown<R extends KeptLevel>(ctx: AccessContext, rows: readonly R[]): Promise<(R & LevelChosenView)[]> {
    const named = await documentsNamed(ctx.uow, [...new Set(rows.map((row) => row.documentVersion))]);
    return rows.map((row) => {
      const document = named.get(row.documentVersion);
      return {
        ...row,
        name: document?.levels.find((each) => each.level === row.level)?.name ?? '',
        ticked: (document?.descriptors ?? [])
          .filter((each) => row.ticked.includes(each.key))
          .map(({ area, level, text }) => ({ area, level, text })),
      };
    });
  }

  private async page(
    ctx: AccessContext,
    facts: EpisodeFacts,
    query: PageQuery,
  ): Promise<LevelJudgementsView> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const found = await judgementsOf(ctx, facts.id, cursorOf(query.after), MOST);
    const seen = readable(this.access, ctx, facts, found);
    const rows = seen.slice(0, limit);
    const grounds = readable(
      this.access,
      ctx,
      facts,
      await groundsOf(
        ctx,
        rows.map((row) => row.id),
      ),
    );
    const last = seen.length > limit ? rows.at(-1) : undefined;
    const shown = await this.shown(
      ctx,
      rows.map((row) => withGrounds(row, grounds)),
    );
    return { items: shown, next: last ? encodeCursor([last.recordedAt, last.id]) : null };
  }
}

type Seen = KeptLevel & Omit<LevelJudgementView, keyof LevelChosenView>;

function withGrounds(row: JudgementRow, grounds: readonly GroundRow[]): Seen {
  const own = grounds.filter((each) => each.judgementId === row.id);
  return {
    id: row.id,
    place: row.place,
    childId: row.subjectId,
    by: row.by,
    at: row.recordedAt,
    level: row.level,
    documentVersion: row.documentVersion,
    suggested: row.suggested,
    ticked: own.flatMap((each) => each.ticked),
    reason: own.find((each) => each.reason !== null)?.reason ?? null,
  };
}

const ticksOf = ({ descriptors }: LevelsDocument, { ticked }: LevelHelp) =>
  descriptors.filter((each) => ticked.includes(each.key));

/** The level is the author's and the lead's to choose (rule 3.1), and the CAF team's where it has a task. */
function workHere(facts: EpisodeFacts, { userId, now }: AccessContext): boolean {
  const placed = facts.edges.filter((edge) => edge.userId === userId && isLive(edge, now));
  return placed.some(({ kind }) => kind === 'AUTHOR' || kind === 'LP' || kind === 'CAFC_TASK');
}
